"use client";

import { memo } from "react";
import type { Delivery, Entry } from "@/hooks/useMessages";
import { nameOf } from "@/lib/people";
import { timeOf } from "@/lib/time";
import type { RoomId } from "@/utils/socketIO";
import { Icon, type IconName } from "../Icon";
import { Avatar } from "./Avatar";
import styles from "./MessageRow.module.css";

interface MessageRowProps {
  entry: Entry;
  /** The one above: several of one person stand together. */
  before: Entry | undefined;
  room: RoomId;
  onRetry: (key: string) => void;
}

const DELIVERIES: { [D in Delivery]: { icon: IconName; text: string } } = {
  waiting: { icon: "clock", text: "Waiting for the connection" },
  sending: { icon: "clock", text: "Sending" },
  delivered: { icon: "check", text: "Delivered" },
  failed: { icon: "warning", text: "Not delivered" },
};

export const MessageRow = memo(function MessageRow({
  entry,
  before,
  room,
  onRetry,
}: MessageRowProps) {
  switch (entry.kind) {
    case "note":
      return <p className={styles.note}>{entry.text}</p>;
    case "theirs": {
      const { from, text, at, room: where } = entry.message;
      const isMore =
        before?.kind === "theirs" && before.message.from.id === from.id;
      return (
        <article className={styles.row} data-more={isMore || undefined}>
          {!isMore && <Avatar user={from} />}
          <div className={styles.body}>
            <p className={isMore ? "hidden" : styles.from} dir="auto">
              {nameOf(from)}
            </p>
            <p className={styles.bubble} dir="auto">
              {text}
            </p>
            <p className={styles.foot}>
              <time dateTime={at}>{timeOf(at)}</time>
              {where !== room && <span>to everyone</span>}
            </p>
          </div>
        </article>
      );
    }
    case "own": {
      const { icon, text } = DELIVERIES[entry.delivery];
      return (
        <article
          className={styles.row}
          data-own
          data-delivery={entry.delivery}
          data-more={before?.kind === "own" || undefined}
        >
          <div className={styles.body}>
            <p className="hidden">You</p>
            <p className={styles.bubble} dir="auto">
              {entry.text}
            </p>
            <p className={styles.foot}>
              <time dateTime={entry.at}>{timeOf(entry.at)}</time>
              <span className={styles.delivery}>
                <Icon name={icon} />
                {text}
              </span>
            </p>
            {entry.delivery === "failed" && (
              <p className={styles.problem}>
                <span>{entry.problem}</span>
                <button type="button" onClick={() => onRetry(entry.key)}>
                  <Icon name="retry" /> Send again
                </button>
              </p>
            )}
          </div>
        </article>
      );
    }
  }
});
