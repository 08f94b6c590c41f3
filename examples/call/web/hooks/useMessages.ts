"use client";

// The messages of a room: what everybody said, what one's own came to, and who came and went in between.
import { useCallback, useEffect, useReducer, useRef } from "react";
import { useSocket } from "@/components/providers/SocketProvider";
import { nameOf } from "@/lib/people";
import type { Message, RoomId } from "@/utils/socketIO";
import { useSocketEvent } from "@/utils/socketIO.react";

/** How it stands with a message of one's own. */
export type Delivery =
  /** There is no connection: it is sent when one is in the room again. */
  "waiting" | "sending" | "delivered" | "failed";

export type Entry =
  | { kind: "theirs"; key: string; message: Message }
  | {
      kind: "own";
      key: string;
      text: string;
      /** When it was written, then when the server had it. */
      at: string;
      delivery: Delivery;
      id?: string | undefined;
      /** Why it failed. */
      problem?: string | undefined;
    }
  | { kind: "note"; key: string; text: string; at: string };

type Own = Extract<Entry, { kind: "own" }>;

type Action =
  | { type: "add"; entry: Entry }
  | { type: "change"; key: string; to: Partial<Omit<Own, "kind" | "key">> }
  | { type: "received"; message: Message; isOwn: boolean };

function reduce(entries: readonly Entry[], action: Action): readonly Entry[] {
  switch (action.type) {
    case "add":
      return [...entries, action.entry];
    case "change":
      return entries.map((entry) =>
        entry.kind === "own" && entry.key === action.key
          ? { ...entry, ...action.to }
          : entry,
      );
    case "received": {
      const { message, isOwn } = action;
      if (!isOwn)
        return [...entries, { kind: "theirs", key: message.id, message }];
      // The sender receives it too, before or after the answer to what was sent, or after no answer was waited for any
      // more: then it was delivered after all, and need not be sent again.
      const is = (entry: Entry) =>
        entry.kind === "own" && entry.id === message.id;
      if (entries.some(is)) return entries;
      const at = entries.findIndex(
        (entry) =>
          entry.kind === "own" &&
          (entry.delivery === "sending" || entry.delivery === "failed") &&
          !entry.id &&
          entry.text === message.text,
      );
      const delivered = {
        kind: "own",
        text: message.text,
        at: message.at,
        delivery: "delivered",
        id: message.id,
      } as const;
      if (at < 0) return [...entries, { ...delivered, key: message.id }];
      return entries.map((entry, place) =>
        place === at ? { ...delivered, key: entry.key } : entry,
      );
    }
  }
}

export function useMessages(
  room: RoomId,
  isJoined: boolean,
  socketId: string | undefined,
) {
  const { sendMessage } = useSocket();
  const [entries, act] = useReducer(reduce, []);
  const count = useRef(0);

  const newKey = () => {
    count.current += 1;
    return `own-${String(count.current)}`;
  };

  const note = useCallback((text: string) => {
    count.current += 1;
    const key = `note-${String(count.current)}`;
    act({
      type: "add",
      entry: { kind: "note", key, text, at: new Date().toISOString() },
    });
  }, []);

  useSocketEvent("message:new", (message) => {
    act({ type: "received", message, isOwn: message.from.id === socketId });
  });
  useSocketEvent("user:joined", ({ room: where, user }) => {
    if (where === room) note(`${nameOf(user)} joined`);
  });
  useSocketEvent("user:left", ({ room: where, user }) => {
    if (where === room) note(`${nameOf(user)} left`);
  });

  const deliver = useCallback(
    async (key: string, text: string) => {
      act({
        type: "change",
        key,
        to: { delivery: "sending", problem: undefined },
      });
      const result = await sendMessage(text, room);
      if (result.ok) {
        act({
          type: "change",
          key,
          to: { ...result.data, delivery: "delivered" },
        });
      } else {
        const problem = result.error?.message ?? result.fault?.message;
        act({ type: "change", key, to: { delivery: "failed", problem } });
      }
    },
    [sendMessage, room],
  );

  // A message that was sent before one is in the room would be refused.
  const waiting = entries.find(
    (entry) => entry.kind === "own" && entry.delivery === "waiting",
  );
  useEffect(() => {
    if (isJoined && waiting?.kind === "own")
      void deliver(waiting.key, waiting.text);
  }, [isJoined, waiting, deliver]);

  const send = useCallback((text: string) => {
    const at = new Date().toISOString();
    act({
      type: "add",
      entry: { kind: "own", key: newKey(), text, at, delivery: "waiting" },
    });
  }, []);

  const retry = useCallback((key: string) => {
    act({
      type: "change",
      key,
      to: { delivery: "waiting", problem: undefined },
    });
  }, []);

  return { entries, send, retry, note };
}
