"use client";

import type { ReactNode } from "react";
import { nameOf } from "@/lib/people";
import type { User } from "@/utils/socketIO";
import { Avatar } from "./Avatar";
import styles from "./People.module.css";

interface PeopleProps {
  participants: readonly User[];
  ownId: string | undefined;
  /** Whether they are there now; else they were when one was in the room last. */
  isCurrent: boolean;
  /** How others are asked to come. */
  children: ReactNode;
}

export function People({
  participants,
  ownId,
  isCurrent,
  children,
}: PeopleProps) {
  return (
    <section aria-labelledby="people" className={styles.people}>
      <div className={styles.head}>
        <h2 id="people">
          {isCurrent ? "In this room" : "Last here"}{" "}
          <span className={styles.count}>{participants.length}</span>
        </h2>
        {children}
      </div>
      {/* It scrolls where there is little space, and by the keyboard alone too. */}
      <ul data-current={isCurrent} tabIndex={0} aria-labelledby="people">
        {participants.map((user) => (
          <li key={user.id}>
            <Avatar user={user} />
            <span className={styles.name} dir="auto">
              {nameOf(user)}
            </span>
            {user.id === ownId && <span className={styles.you}>you</span>}
          </li>
        ))}
      </ul>
      {isCurrent && participants.length === 1 && (
        <p className={styles.alone}>
          Nobody else is here yet: send somebody the link.
        </p>
      )}
    </section>
  );
}
