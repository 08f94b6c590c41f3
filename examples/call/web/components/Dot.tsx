import type { ReactNode } from "react";
import styles from "./Dot.module.css";

export type Mood = "good" | "busy" | "bad" | "off";

/** A state in words, with a dot that has its colour and, for those who do not see colours, a form of its own. */
export function Dot({ mood, children }: { mood: Mood; children: ReactNode }) {
  return (
    <span className={styles.state} data-mood={mood}>
      <span className={styles.dot} aria-hidden="true" />
      {children}
    </span>
  );
}
