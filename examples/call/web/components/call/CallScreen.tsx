"use client";

import { memo } from "react";
import type { Call } from "@/hooks/useCall";
import type { RoomId } from "@/utils/socketIO";
import { useSocketWhile } from "@/utils/socketIO.react";
import { Lobby } from "./Lobby";
import { Session } from "./Session";

export interface CallScreenProps {
  call: Call;
  room: RoomId;
  name: string;
  setName: (name: string) => void;
  isStandIn: boolean;
}

/** Before a call what one has to know to begin one, and then the call. */
export const CallScreen = memo(function CallScreen({
  call,
  room,
  name,
  setName,
  isStandIn,
}: CallScreenProps) {
  // While a lost voice connection is made again the call goes on, and so does the connection.
  const isOn = call.phase === "live" || call.phase === "resuming";
  useSocketWhile(isOn);
  if (isOn) return <Session call={call} room={room} />;
  return (
    <Lobby
      call={call}
      room={room}
      name={name}
      setName={setName}
      isStandIn={isStandIn}
    />
  );
});
