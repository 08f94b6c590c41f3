"use client";

// Reactions are an event of this application's own. The contract has `custom:event` for such: its payload is any JSON,
// so what arrives is looked at before it is used.
import { useCallback, useEffect, useRef, useState } from "react";
import { useSocket } from "@/components/providers/SocketProvider";
import type { JsonValue, RoomId, User } from "@/utils/socketIO";
import { useSocketEvent } from "@/utils/socketIO.react";

export const REACTIONS = [
  { emoji: "👋", label: "Wave" },
  { emoji: "👍", label: "Agree" },
  { emoji: "🎉", label: "Celebrate" },
  { emoji: "❤️", label: "Love" },
  { emoji: "😂", label: "Laugh" },
] as const;

export interface Reaction {
  key: number;
  emoji: string;
  label: string;
  from: User;
}

/** What it is called in `custom:event`. */
const NAME = "reaction";
/** How long one is shown. */
const SHOWN_MS = 4000;
/** More at once are noise. */
const AT_ONCE = 5;

export function useReactions(room: RoomId) {
  const { sendCustom } = useSocket();
  const [shown, setShown] = useState<readonly Reaction[]>([]);
  const count = useRef(0);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  useSocketEvent("custom:broadcast", ({ name, payload, from }) => {
    const known =
      name === NAME &&
      REACTIONS.find(({ emoji }) => emoji === emojiIn(payload));
    if (!known) return;
    const key = count.current++;
    setShown((all) => [...all, { ...known, key, from }].slice(-AT_ONCE));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setShown((all) => all.filter((each) => each.key !== key));
    }, SHOWN_MS);
    timers.current.add(timer);
  });

  useEffect(() => {
    const known = timers.current;
    return () => known.forEach(clearTimeout);
  }, []);

  const react = useCallback(
    (emoji: string) => sendCustom(NAME, { emoji }, room),
    [sendCustom, room],
  );
  return { shown, react };
}

function emojiIn(payload: JsonValue | undefined): unknown {
  const isObject =
    typeof payload === "object" && payload !== null && !Array.isArray(payload);
  return isObject ? payload["emoji"] : undefined;
}
