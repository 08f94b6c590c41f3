"use client";

// Who is typing. Each end keeps its word only for a while: a note that somebody types runs out when it is not
// repeated, since the one that ends it may be lost.
import { useCallback, useEffect, useRef, useState } from "react";
import { useSocket } from "@/components/providers/SocketProvider";
import type { RoomId, User } from "@/utils/socketIO";
import { useConnected, useSocketEvent } from "@/utils/socketIO.react";

/** How long somebody is taken to be typing after the last note of it. */
const EXPIRY_MS = 6000;
/** How often it is told while somebody goes on. */
const REPEAT_MS = 3000;
/** How long somebody may think before they have stopped. */
const IDLE_MS = 2500;

/** The others in the room who are typing now. */
export function useTypists(room: RoomId): User[] {
  const [typists, setTypists] = useState<ReadonlyMap<string, User>>(new Map());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const isConnected = useConnected();

  const forget = useCallback((id: string) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
    setTypists((all) => {
      if (!all.has(id)) return all;
      const others = new Map(all);
      others.delete(id);
      return others;
    });
  }, []);

  useSocketEvent("typing:update", ({ room: where, user, typing }) => {
    if (where !== room) return;
    forget(user.id);
    if (!typing) return;
    timers.current.set(
      user.id,
      setTimeout(() => forget(user.id), EXPIRY_MS),
    );
    setTypists((all) => new Map(all).set(user.id, user));
  });
  useSocketEvent("user:left", ({ user }) => forget(user.id));
  useSocketEvent("message:new", ({ from }) => forget(from.id));

  useEffect(() => {
    if (isConnected) return undefined;
    for (const id of [...timers.current.keys()]) forget(id);
    return undefined;
  }, [isConnected, forget]);

  useEffect(() => {
    const known = timers.current;
    return () => {
      for (const timer of known.values()) clearTimeout(timer);
    };
  }, []);

  return [...typists.values()];
}

/** Tells the room that one is typing. `typed` is called with each change, `stopped` when all was said. */
export function useOwnTyping(room: RoomId, isJoined: boolean) {
  const { startTyping, stopTyping } = useSocket();
  const told = useRef<number | null>(null);
  const idle = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const stopped = useCallback(() => {
    clearTimeout(idle.current);
    if (told.current === null) return;
    told.current = null;
    stopTyping(room);
  }, [room, stopTyping]);

  const typed = useCallback(() => {
    if (!isJoined) return;
    clearTimeout(idle.current);
    idle.current = setTimeout(stopped, IDLE_MS);
    const now = Date.now();
    if (told.current !== null && now - told.current < REPEAT_MS) return;
    told.current = now;
    startTyping(room);
  }, [room, isJoined, startTyping, stopped]);

  // A new connection knows nothing of it; what was told over the one before is over.
  useEffect(() => {
    if (!isJoined) {
      clearTimeout(idle.current);
      told.current = null;
    }
  }, [isJoined]);
  useEffect(() => () => clearTimeout(idle.current), []);

  return { typed, stopped };
}
