"use client";

import type { FormEvent } from "react";
import type { Call } from "@/hooks/useCall";
import { useIsAlive } from "@/hooks/useIsAlive";
import { durationOf } from "@/lib/time";
import type { RoomId } from "@/utils/socketIO";
import { Icon } from "../Icon";
import { CopyLink } from "./CopyLink";
import { Orb } from "./Orb";
import styles from "./Lobby.module.css";

/** As the contract has it. */
const LONGEST_NAME = 80;

interface LobbyProps {
  call: Call;
  room: RoomId;
  name: string;
  setName: (name: string) => void;
  isStandIn: boolean;
}

export function Lobby({ call, room, name, setName, isStandIn }: LobbyProps) {
  const isAlive = useIsAlive();
  const isStarting = call.phase === "starting";
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (!isStarting) call.start();
  };
  return (
    <main id="main" className={styles.lobby}>
      <div className={styles.picture}>
        <Orb isOn={isStarting} />
      </div>
      <div className={styles.text}>
        <h1>Talk, and write beside it.</h1>
        <p className={styles.lead}>
          A voice call with everyone&rsquo;s messages next to it. Whoever opens
          your link is in the same room.
        </p>
        <form className={styles.form} onSubmit={start}>
          <label className={styles.field}>
            <span>Your name</span>
            <input
              value={name}
              onChange={(event) => setName(event.target.value)}
              maxLength={LONGEST_NAME}
              placeholder="Guest"
              autoComplete="nickname"
              dir="auto"
              disabled={!isAlive}
            />
          </label>
          <div className={styles.field}>
            <span id="session-label">Session</span>
            <div
              className={styles.session}
              role="group"
              aria-labelledby="session-label"
            >
              <code>{room}</code>
              <CopyLink />
            </div>
          </div>
          <button
            type="submit"
            className="button"
            data-look="primary"
            disabled={!isAlive}
            aria-disabled={isStarting}
          >
            <Icon name="phone" />
            {isStarting
              ? "Connecting the voice…"
              : call.phase === "idle"
                ? "Start call"
                : "Start another call"}
          </button>
          {isStarting && (
            <button type="button" className="button" onClick={call.end}>
              Cancel
            </button>
          )}
        </form>
        <Outcome call={call} />
        {isStandIn && (
          <p className={styles.note}>
            No key of Hume is set, so a stand-in on this machine plays the
            voice. Your browser will ask for the microphone all the same.
          </p>
        )}
      </div>
    </main>
  );
}

/** What became of the last call. */
function Outcome({ call }: { call: Call }) {
  return (
    <div aria-live="polite">
      {call.phase === "failed" && (
        <p className={styles.problem}>
          <Icon name="warning" />
          <span>
            <strong>The call could not go on.</strong> {call.problem}{" "}
            <Advice problem={call.problem} />
          </span>
        </p>
      )}
      {call.phase === "ended" && (
        <p className={styles.ended}>
          <Icon name="check" />
          {call.lasted === null
            ? "Nothing was begun."
            : `The call has ended after ${durationOf(call.lasted)}.`}
        </p>
      )}
    </div>
  );
}

function Advice({ problem }: { problem: string | null }) {
  const text = problem ?? "";
  if (/permission|denied|not allowed/i.test(text))
    return <>Allow this page to use the microphone, and start again.</>;
  if (/device not found|could not start/i.test(text))
    return <>Connect a microphone that works, and start again.</>;
  if (/websocket/i.test(text))
    return (
      <>
        Is the voice service there? Without a key, <code>pnpm dev:web</code>{" "}
        starts a stand-in beside this page.
      </>
    );
  return null;
}
