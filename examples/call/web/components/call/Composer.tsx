"use client";

import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { REACTIONS, type useReactions } from "@/hooks/useReactions";
import { useOwnTyping } from "@/hooks/useTyping";
import type { RoomId } from "@/utils/socketIO";
import { Icon } from "../Icon";
import { Reactions } from "./Reactions";
import styles from "./Composer.module.css";

/** As the contract has it. */
const LONGEST_TEXT = 4000;

interface ComposerProps {
  room: RoomId;
  isJoined: boolean;
  onSend: (text: string) => void;
  reactions: ReturnType<typeof useReactions>;
}

export function Composer({ room, isJoined, onSend, reactions }: ComposerProps) {
  const [text, setText] = useState("");
  const { typed, stopped } = useOwnTyping(room, isJoined);
  const hint = useId();
  const isEmpty = text.trim() === "";

  const send = () => {
    if (isEmpty) return;
    stopped();
    onSend(text.trim());
    setText("");
  };
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const pressed = (event: KeyboardEvent) => {
    // The Enter that ends a composition, of Japanese for one, is no message.
    if (
      event.key !== "Enter" ||
      event.shiftKey ||
      event.nativeEvent.isComposing
    )
      return;
    event.preventDefault();
    send();
  };
  const changed = (value: string) => {
    setText(value);
    if (value.trim() === "") stopped();
    else typed();
  };

  return (
    <form className={styles.composer} onSubmit={submitted}>
      <div className={styles.reactions} role="group" aria-label="Reactions">
        {REACTIONS.map(({ emoji, label }) => (
          <button
            key={emoji}
            type="button"
            disabled={!isJoined}
            onClick={() => reactions.react(emoji)}
            aria-label={label}
            title={label}
          >
            {emoji}
          </button>
        ))}
        <Reactions shown={reactions.shown} />
      </div>
      <div className={styles.line}>
        <div className={styles.field} data-text={text}>
          <textarea
            value={text}
            rows={1}
            dir="auto"
            maxLength={LONGEST_TEXT}
            placeholder="Write a message"
            aria-label="Message"
            aria-describedby={hint}
            onChange={(event) => changed(event.target.value)}
            onKeyDown={pressed}
            onBlur={stopped}
          />
        </div>
        <button
          type="submit"
          className={styles.send}
          aria-disabled={isEmpty}
          aria-label="Send"
        >
          <Icon name="send" />
        </button>
      </div>
      <p id={hint} className={styles.hint}>
        <kbd>Enter</kbd> sends, <kbd>Shift</kbd> and <kbd>Enter</kbd> begin a
        new line.
      </p>
    </form>
  );
}
