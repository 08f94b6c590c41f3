"use client";

import { useState } from "react";
import type { Call } from "@/hooks/useCall";
import { useMessages } from "@/hooks/useMessages";
import { useParticipants } from "@/hooks/useParticipants";
import { useReactions } from "@/hooks/useReactions";
import { useTypists } from "@/hooks/useTyping";
import type { RoomId } from "@/utils/socketIO";
import { useSocketEvent } from "@/utils/socketIO.react";
import { useSocket } from "../providers/SocketProvider";
import { Chat } from "./Chat";
import { Notice } from "./Notice";
import { Stage } from "./Stage";
import styles from "./Session.module.css";

interface SessionProps {
  call: Call;
  room: RoomId;
}

/** A call that is going on, and its room, which one is in while this is mounted. */
export function Session({ call, room }: SessionProps) {
  const { id, state } = useSocket();
  const { membership, participants } = useParticipants(room);
  const isJoined = membership.status === "joined";
  const messages = useMessages(room, isJoined, id);
  const reactions = useReactions(room);
  const typists = useTypists(room);
  const [isStopping, setStopping] = useState(false);

  // The example's server says so before it stops.
  useSocketEvent("custom:broadcast", ({ name, from }) => {
    if (name === "server:stopping" && from.id === "server") setStopping(true);
  });
  useSocketEvent("welcome", () => setStopping(false));

  return (
    <main id="main" className={styles.session}>
      <h1 className="hidden">Call in {room}</h1>
      <Stage
        call={call}
        state={state}
        membership={membership}
        participants={participants}
        ownId={id}
      />
      <Chat
        room={room}
        isJoined={isJoined}
        messages={messages}
        typists={typists}
        reactions={reactions}
        notice={
          <Notice
            state={state}
            membership={membership}
            isStopping={isStopping}
          />
        }
      />
    </main>
  );
}
