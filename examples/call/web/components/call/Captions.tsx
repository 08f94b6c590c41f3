"use client";

import { useVoice } from "@humeai/voice-react";
import { memo } from "react";
import styles from "./Captions.module.css";

/** How many lines of the conversation are shown. */
const SHOWN = 3;

/** What was said last, by either side. */
export function Captions() {
  const { messages } = useVoice();
  return <Lines messages={messages} />;
}

/** The messages are the same array from frame to frame, as long as nobody says anything. */
const Lines = memo(function Lines({
  messages,
}: Pick<ReturnType<typeof useVoice>, "messages">) {
  const lines = messages.flatMap((message, place) => {
    if (message.type !== "user_message" && message.type !== "assistant_message")
      return [];
    const text = message.message.content ?? "";
    return text
      ? [
          {
            place,
            who: message.type === "user_message" ? "You" : "Voice",
            text,
          },
        ]
      : [];
  });
  return (
    <section aria-labelledby="captions" className={styles.captions}>
      <h2 id="captions">Said</h2>
      {lines.length === 0 ? (
        <p className={styles.none}>What is said is written here.</p>
      ) : (
        <ul>
          {lines.slice(-SHOWN).map(({ place, who, text }) => (
            <li key={place}>
              <strong>{who}</strong> {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
});
