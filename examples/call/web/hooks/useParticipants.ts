"use client";

import { useEffect, useMemo, useReducer, useState } from "react";
import type { RoomId, User } from "@/utils/socketIO";
import { useConnected, useRoom, useSocketEvent } from "@/utils/socketIO.react";

/** Somebody who came or went since this connection began, newest last. */
interface Change {
  user: User;
  isHere: boolean;
}

/** Who is in a room, which one is in while this is mounted: joined again by itself after a reconnect. */
export function useParticipants(room: RoomId) {
  const membership = useRoom("session", { room });
  const isConnected = useConnected();
  const [changes, change] = useReducer(
    (all: readonly Change[], next: Change | "anew") =>
      next === "anew" ? [] : [...all, next],
    [],
  );

  // Who is there after a reconnect is what the answer to joining says.
  useEffect(() => {
    if (!isConnected) change("anew");
  }, [isConnected]);

  useSocketEvent("user:joined", ({ room: where, user }) => {
    if (where === room) change({ user, isHere: true });
  });
  useSocketEvent("user:left", ({ room: where, user }) => {
    if (where === room) change({ user, isHere: false });
  });

  // What came since is put over the answer, since both may arrive together.
  const members =
    membership.status === "joined" ? membership.data.members : null;
  const current = useMemo(() => {
    if (!members) return null;
    const here = new Map<string, User>();
    for (const user of members) here.set(user.id, user);
    for (const { user, isHere } of changes) {
      if (isHere) here.set(user.id, user);
      else here.delete(user.id);
    }
    return [...here.values()];
  }, [members, changes]);

  // Until it is known again, those are shown who were there last.
  const [known, setKnown] = useState<readonly User[]>([]);
  if (current && current !== known) setKnown(current);

  return { membership, participants: current ?? known };
}
