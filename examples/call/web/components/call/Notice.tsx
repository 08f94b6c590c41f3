"use client";

import { useConnectAgain } from "@/hooks/useConnectAgain";
import type { useParticipants } from "@/hooks/useParticipants";
import type { SocketIO } from "@/hooks/useSocketIO";
import { Icon, type IconName } from "../Icon";
import styles from "./Notice.module.css";

interface NoticeProps {
  state: SocketIO["state"];
  membership: ReturnType<typeof useParticipants>["membership"];
  /** Whether the server has said that it stops. */
  isStopping: boolean;
}

/** What keeps messages from being sent, and what can be done. Nothing, as long as all is well. */
export function Notice({ state, membership, isStopping }: NoticeProps) {
  const again = useConnectAgain();
  return (
    <div role="status">{content(state, membership, isStopping, again)}</div>
  );
}

function content(
  state: NoticeProps["state"],
  membership: NoticeProps["membership"],
  isStopping: boolean,
  again: () => void,
) {
  if (state.status === "kicked") {
    return (
      <Bar
        icon="warning"
        mood="bad"
        text="The server ended this connection."
        action={again}
      >
        Nothing is tried until you do.
      </Bar>
    );
  }
  if (state.status === "refused") {
    const { failure } = state;
    return (
      <Bar
        icon="warning"
        mood="bad"
        text="The server refused this connection."
        action={again}
      >
        {failure.kind === "fault" ? failure.fault.message : failure.message}
      </Bar>
    );
  }
  if (state.status === "connecting" && (state.failure || isStopping)) {
    return (
      <Bar
        icon="retry"
        mood="warn"
        text={
          isStopping
            ? "The server is restarting."
            : "The server cannot be reached."
        }
      >
        Trying again by itself. What you write is sent then.
      </Bar>
    );
  }
  if (membership.status === "failed") {
    return (
      <Bar icon="warning" mood="bad" text="The room could not be joined.">
        {membership.error?.message ?? membership.fault?.message}
      </Bar>
    );
  }
  return null;
}

interface BarProps {
  icon: IconName;
  mood: "warn" | "bad";
  text: string;
  children: React.ReactNode;
  action?: () => void;
}

function Bar({ icon, mood, text, children, action }: BarProps) {
  return (
    <div className={styles.notice} data-mood={mood}>
      <Icon name={icon} />
      <p>
        <strong>{text}</strong> {children}
      </p>
      {action && (
        <button type="button" className="button" onClick={action}>
          Connect again
        </button>
      )}
    </div>
  );
}
