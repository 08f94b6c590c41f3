import type { CSSProperties } from "react";
import { hueOf, initialsOf } from "@/lib/people";
import type { User } from "@/utils/socketIO";
import styles from "./Avatar.module.css";

/** A person in two letters, for beside their name. */
export function Avatar({ user }: { user: User }) {
  const style = { "--hue": hueOf(user) } as CSSProperties;
  return (
    <span className={styles.avatar} style={style} aria-hidden="true">
      {initialsOf(user)}
    </span>
  );
}
