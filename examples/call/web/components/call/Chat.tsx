"use client";

import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import type { useMessages } from "@/hooks/useMessages";
import type { useReactions } from "@/hooks/useReactions";
import { listed } from "@/lib/people";
import type { RoomId, User } from "@/utils/socketIO";
import { Composer } from "./Composer";
import { MessageRow } from "./MessageRow";
import styles from "./Chat.module.css";

interface ChatProps {
  room: RoomId;
  isJoined: boolean;
  messages: ReturnType<typeof useMessages>;
  typists: readonly User[];
  reactions: ReturnType<typeof useReactions>;
  /** What keeps messages from being sent. */
  notice: ReactNode;
}

/** How near to the end, in px, somebody has to be for the list to follow what comes. */
const NEAR = 120;

export function Chat({
  room,
  isJoined,
  messages,
  typists,
  reactions,
  notice,
}: ChatProps) {
  const { entries, send, retry } = messages;
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const top = useRef(0);

  // Whoever reads what was said before is left there. It is done before anything is painted, and before the list says
  // that it was scrolled: of several messages that come together, each finds the one before it at the end.
  const last = entries.at(-1);
  useLayoutEffect(() => {
    const element = list.current;
    if (element && (isAtEnd.current || last?.kind === "own"))
      element.scrollTop = element.scrollHeight;
  }, [last]);

  // The list becomes lower when a notice comes, and when a long message is written.
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const scrolled = () => {
    const element = list.current;
    if (!element) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR;
    // Only who goes back leaves the end: that the list has grown meanwhile is nobody's doing.
    if (isNear) isAtEnd.current = true;
    else if (scrollTop < top.current) isAtEnd.current = false;
    top.current = scrollTop;
  };

  return (
    <section aria-labelledby="messages" className={styles.chat}>
      <header className={styles.head}>
        <h2 id="messages">Messages</h2>
        <code className={styles.room}>{room}</code>
      </header>
      {notice}
      {/* Long lists scroll, and whoever uses the keyboard alone scrolls too. */}
      <div
        ref={list}
        className={styles.list}
        role="log"
        aria-label="Messages"
        tabIndex={0}
        onScroll={scrolled}
      >
        {entries.length === 0 && (
          <p className={styles.empty}>
            <strong>Say hello.</strong> Everybody in this room sees what is
            written here.
          </p>
        )}
        {entries.map((entry, place) => (
          <MessageRow
            key={entry.key}
            entry={entry}
            before={entries[place - 1]}
            room={room}
            onRetry={retry}
          />
        ))}
      </div>
      <p className={styles.typing} role="status">
        {typists.length > 0 && (
          <>
            <span className={styles.dots} aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {listed(typists)} {typists.length === 1 ? "is" : "are"} typing…
          </>
        )}
      </p>
      <Composer
        room={room}
        isJoined={isJoined}
        onSend={send}
        reactions={reactions}
      />
    </section>
  );
}
