"use client";

import { useEffect, useState } from "react";
import type { Call } from "@/hooks/useCall";
import type { useParticipants } from "@/hooks/useParticipants";
import type { SocketIO } from "@/hooks/useSocketIO";
import { durationOf } from "@/lib/time";
import type { User } from "@/utils/socketIO";
import { Dot, type Mood } from "../Dot";
import { Icon } from "../Icon";
import { SocketState } from "../SocketState";
import { Captions } from "./Captions";
import { CopyLink } from "./CopyLink";
import { Level } from "./Level";
import { Orb } from "./Orb";
import { People } from "./People";
import styles from "./Stage.module.css";

type Membership = ReturnType<typeof useParticipants>["membership"];

interface StageProps {
  call: Call;
  state: SocketIO["state"];
  membership: Membership;
  participants: readonly User[];
  ownId: string | undefined;
}

/** The voice: how it stands, who is there, and what one can do with it. */
export function Stage({
  call,
  state,
  membership,
  participants,
  ownId,
}: StageProps) {
  const isLive = call.phase === "live";
  return (
    <section aria-label="Call" className={styles.stage}>
      <div className={styles.voice}>
        <Level className={styles.level}>
          <Orb isOn={!isLive} />
        </Level>
        <p className={styles.time}>
          <span className="hidden">Duration </span>
          <Duration since={call.since} />
        </p>
        <div className={styles.controls}>
          <button
            type="button"
            className="button"
            aria-pressed={call.isMuted}
            onClick={call.toggleMute}
          >
            <Icon name={call.isMuted ? "muted" : "microphone"} />
            {call.isMuted ? "Muted" : "Mute"}
          </button>
          <button
            type="button"
            className="button"
            data-look="end"
            aria-label="End call"
            onClick={call.end}
          >
            <Icon name="end" />
            <span>
              End<span className={styles.wide}> call</span>
            </span>
          </button>
        </div>
      </div>
      <div className={styles.connections} role="group" aria-label="Connections">
        <dl className={styles.states}>
          <div>
            <dt>Voice</dt>
            <dd>
              <Dot mood={isLive ? "good" : "busy"}>
                {isLive ? "Connected" : "Reconnecting…"}
              </Dot>
            </dd>
          </div>
          <div>
            <dt>Socket</dt>
            <dd>
              <SocketState state={state} />
            </dd>
          </div>
          <div>
            <dt>Room</dt>
            <dd>
              <Dot mood={ROOM[membership.status].mood}>
                {ROOM[membership.status].text}
              </Dot>
            </dd>
          </div>
        </dl>
      </div>
      <People
        participants={participants}
        ownId={ownId}
        isCurrent={membership.status === "joined"}
      >
        <CopyLink />
      </People>
      <Captions />
    </section>
  );
}

const ROOM: { [Status in Membership["status"]]: { mood: Mood; text: string } } =
  {
    idle: { mood: "off", text: "Not joined" },
    joining: { mood: "busy", text: "Joining…" },
    joined: { mood: "good", text: "Joined" },
    failed: { mood: "bad", text: "Not joined" },
  };

/** How often it is looked whether a second is over. */
const TICK_MS = 500;

function Duration({ since }: { since: number | null }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <>{durationOf(since === null || now === null ? 0 : now - since)}</>;
}
