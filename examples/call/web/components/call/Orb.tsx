"use client";

import type { ReactNode } from "react";
import styles from "./Orb.module.css";

/** The voice, to look at. `--level` of what is around it, from 0 to 1, is how loud it is. */
export function Orb({
  isOn,
  children,
}: {
  isOn: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={styles.orb} data-on={isOn || undefined}>
      <span className={styles.ring} aria-hidden="true" />
      <span className={styles.ring} aria-hidden="true" />
      <span className={styles.core} aria-hidden="true" />
      {children}
    </div>
  );
}
