"use client";

import type { Reaction } from "@/hooks/useReactions";
import { nameOf } from "@/lib/people";
import styles from "./Reactions.module.css";

/** Reactions as they come, which go away by themselves. */
export function Reactions({ shown }: { shown: readonly Reaction[] }) {
  return (
    <div className={styles.reactions} role="log" aria-label="Reactions">
      {shown.map(({ key, emoji, label, from }) => (
        <p key={key}>
          <span className={styles.emoji} role="img" aria-label={label}>
            {emoji}
          </span>
          <span className={styles.name}>{nameOf(from)}</span>
        </p>
      ))}
    </div>
  );
}
