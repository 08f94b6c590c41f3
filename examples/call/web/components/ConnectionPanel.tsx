"use client";

// The tab's connection, looked at and used directly: what a component does that has nothing to do with a call.
import { useState } from "react";
import { useSocketIO } from "@/hooks/useSocketIO";
import { nameOf } from "@/lib/people";
import { timeOf } from "@/lib/time";
import type { Message } from "@/utils/socketIO";
import { useSocketEvent } from "@/utils/socketIO.react";
import { Icon } from "./Icon";
import { SocketState } from "./SocketState";
import styles from "./ConnectionPanel.module.css";

/** How many messages are shown. */
const SHOWN = 5;

export function ConnectionPanel({ url }: { url: string | undefined }) {
  const { connected, connect, disconnect, sendMessage, state, id } =
    useSocketIO({ autoConnect: false });
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useSocketEvent("message:new", (message) =>
    setMessages((all) => [...all, message].slice(-SHOWN)),
  );

  const hello = async () => {
    const result = await sendMessage("Hello everyone!");
    setProblem(
      result.ok
        ? null
        : (result.error?.message ?? result.fault?.message ?? null),
    );
  };

  return (
    <main id="main" className={styles.panel}>
      <h1>Connection</h1>
      <p className={styles.lead}>
        This tab has one connection, whichever of its pages asks for it. What is
        connected here stays so when you go to the call.
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>State</dt>
          <dd>
            <span role="status">
              <SocketState state={state} />
            </span>
          </dd>
        </div>
        <div>
          <dt>Id</dt>
          <dd>
            <code data-testid="socket-id">{id ?? "none yet"}</code>
          </dd>
        </div>
        <div>
          <dt>Server</dt>
          <dd>
            <code>{url ?? "this page’s own"}</code>
          </dd>
        </div>
      </dl>
      <div className={styles.actions}>
        <button
          type="button"
          className="button"
          data-look="primary"
          onClick={() => void (connected ? disconnect() : connect())}
        >
          {connected ? "Disconnect" : "Connect"}
        </button>
        <button
          type="button"
          className="button"
          disabled={!connected}
          onClick={() => void hello()}
        >
          <Icon name="send" />
          Greet everyone
        </button>
        {url && (
          <a
            className="button"
            href={`${url}/ws/test`}
            target="_blank"
            rel="noreferrer"
          >
            Try every event<span className="hidden"> (opens a new page)</span>
          </a>
        )}
      </div>
      {problem && <p className={styles.problem}>{problem}</p>}
      <section aria-labelledby="received" className={styles.received}>
        <h2 id="received">Messages to everyone</h2>
        <div role="log" aria-label="Messages to everyone">
          <ul>
            {messages.map((message) => (
              <li key={message.id}>
                <strong>{nameOf(message.from)}</strong>{" "}
                <span>{message.text}</span>{" "}
                <time dateTime={message.at}>{timeOf(message.at)}</time>
              </li>
            ))}
          </ul>
        </div>
        {messages.length === 0 && <p>None have come yet.</p>}
      </section>
    </main>
  );
}
