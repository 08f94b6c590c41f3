"use client";

// The messages of a room: what everybody said, what one's own came to, and who came and went in between.
//
// A message of one's own has its id from here, before it is sent. So it is known when it comes back, and the server
// knows it when it is sent again since no answer came: nobody sees it twice.
import { useCallback, useEffect, useReducer, useRef } from "react";
import { useSocket } from "@/components/providers/SocketProvider";
import { nameOf } from "@/lib/people";
import type { Message, RoomId } from "@/utils/socketIO";
import { useSocketEvent } from "@/utils/socketIO.react";

/** How it stands with a message of one's own. */
export type Delivery =
  /** There is no connection: it is sent, or sent again, when one is in the room. */
  "waiting" | "sending" | "delivered" | "failed";

export type Entry =
  | { kind: "theirs"; key: string; message: Message }
  | {
      kind: "own";
      /** The message's id, as `key` of those of others is. */
      key: string;
      text: string;
      /** When it was written, then when the server had it. */
      at: string;
      delivery: Delivery;
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
      // What was seen to be delivered stays so, whatever becomes of the answer.
      return entries.map((entry) =>
        entry.kind === "own" &&
        entry.key === action.key &&
        entry.delivery !== "delivered"
          ? { ...entry, ...action.to }
          : entry,
      );
    case "received": {
      const { message, isOwn } = action;
      const { id: key, text, at } = message;
      const known = entries.findIndex((entry) => entry.key === key);
      const own = {
        kind: "own",
        key,
        text,
        at,
        delivery: "delivered",
      } as const;
      // The sender receives it too, before or after the answer to what was sent, or in the place of one.
      if (known < 0)
        return [...entries, isOwn ? own : { kind: "theirs", key, message }];
      return entries.map((entry, place) =>
        place === known && entry.kind === "own" ? own : entry,
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
      const result = await sendMessage(text, room, key);
      if (result.ok) {
        const { at } = result.data;
        act({ type: "change", key, to: { at, delivery: "delivered" } });
      } else if (result.fault?.code === "disconnected") {
        // It may have arrived or not: sent again on the next connection, it is there once.
        act({ type: "change", key, to: { delivery: "waiting" } });
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
    const key = crypto.randomUUID();
    const at = new Date().toISOString();
    act({
      type: "add",
      entry: { kind: "own", key, text, at, delivery: "waiting" },
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
