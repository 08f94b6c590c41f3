// A message of the contract: its payload, what the server would say of it, and what became of it.
import { useSignal, type Signal } from "@preact/signals";
import { PayloadEditor } from "../form/editor.tsx";
import { ACK_TIMEOUT_MS } from "../net/client.ts";
import type { Selection } from "../store.ts";
import {
  exampleOf,
  initialArguments,
  randomArguments,
  seeded,
} from "../values/make.ts";
import { issuesOf } from "../values/schemas.ts";
import { AskAnyway } from "./AskAnyway.tsx";
import { AnswerView } from "./AnswerView.tsx";
import { CopyMenu } from "./CopyMenu.tsx";
import { Issues } from "./Issues.tsx";
import { Saved } from "./Saved.tsx";
import {
  asksAnyway,
  lastOf,
  send,
  sendsBy,
  timeouts,
  type PartProps,
} from "./sending.ts";

export function Composer({ store, client, selection }: PartProps) {
  const { known, event } = selection;
  const draft = store.draft(known, event);
  const args = draft.value;
  const issues = issuesOf(
    known.schemas.event(event, "clientToServer").args,
    args,
  );
  const asks = event.ack !== "undeclared" || asksAnyway.value;
  const timeoutMs =
    timeouts.value.get(event) ?? event.ackTimeoutMs ?? ACK_TIMEOUT_MS;
  const row = lastOf(client, event);
  const isBroken = useSignal(false);

  const form = sendsBy(() => {
    const message = {
      event: event.wire,
      args,
      isBroken: isBroken.value,
      ack: asks,
      timeoutMs,
    };
    send({ store, client, selection }, message);
  });

  return (
    <form class="composer" {...form}>
      <PayloadEditor
        id={`message-${event.names.snake}`}
        types={known.types}
        event={event}
        direction="clientToServer"
        value={args}
        issues={issues}
        onChange={(next) => (draft.value = next)}
        onBroken={(broken) => (isBroken.value = broken)}
        actions={
          event.payload === "none" ? undefined : (
            <Starts selection={selection} draft={draft} />
          )
        }
      />
      <div class="send-line">
        <button
          type="submit"
          class={issues.length > 0 ? "button warn" : "button primary"}
        >
          {issues.length > 0 ? "Send anyway" : "Send"}
        </button>
        {event.ack === "undeclared" && <AskAnyway />}
        {asks && (
          <label class="inline">
            <span>timeout</span>
            <input
              class="input short"
              type="number"
              min={1}
              max={600_000}
              value={timeoutMs}
              onChange={(change) => {
                const ms = change.currentTarget.valueAsNumber;
                const next = new Map(timeouts.value);
                if (ms >= 1 && ms <= 600_000) next.set(event, ms);
                else next.delete(event);
                timeouts.value = next;
              }}
            />
            <span>ms</span>
          </label>
        )}
        <span class="spring" />
        <CopyMenu
          store={store}
          client={client}
          selection={selection}
          args={args}
        />
        <Saved
          store={store}
          client={client}
          selection={selection}
          args={args}
        />
      </div>
      <Issues issues={issues} title="The server will refuse this" isTold />
      {row && <AnswerView store={store} row={row} />}
    </form>
  );
}

/** What a message can begin with. */
function Starts({
  selection,
  draft,
}: {
  selection: Selection;
  draft: Signal<readonly unknown[]>;
}) {
  const { known, event } = selection;
  const hasExample = event.example !== undefined;
  return (
    <>
      <button
        type="button"
        class="button small"
        onClick={() => (draft.value = initialArguments(known.types, event))}
      >
        Reset
      </button>
      <button
        type="button"
        class="button small"
        onClick={() => {
          const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
          draft.value = randomArguments(known.types, event, seeded(seed));
        }}
      >
        Random
      </button>
      {hasExample && (
        <button
          type="button"
          class="button small"
          onClick={() => (draft.value = exampleOf(event) ?? [])}
        >
          Example
        </button>
      )}
    </>
  );
}
