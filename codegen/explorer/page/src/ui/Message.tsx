// The message at work: what the contract says of an event, its payload, and what becomes of it.
import { signal, useSignal, type Signal } from "@preact/signals";
import type { EventDef, Ref } from "../contract.ts";
import { PayloadEditor } from "../form/editor.tsx";
import { deprecation, Doc } from "../form/words.tsx";
import { ACK_TIMEOUT_MS, type Client } from "../net/client.ts";
import type { Selection, Store } from "../store.ts";
import { initialArguments, randomArguments, seeded } from "../values/make.ts";
import { issuesOf, pathOf } from "../values/schemas.ts";
import { Answering, Rule } from "./Answering.tsx";
import { AnswerView } from "./AnswerView.tsx";
import { part } from "./App.tsx";
import { Badges } from "./Events.tsx";
import { focusOn, ROWS } from "./focus.ts";
import { CopyMenu } from "./CopyMenu.tsx";
import { Saved } from "./Saved.tsx";
import { span } from "./text.ts";
import type { Sent } from "../net/timeline.ts";

/** The last message of each client and event, whose answer is shown below it. */
const last = signal<ReadonlyMap<Client, ReadonlyMap<EventDef, Sent>>>(
  new Map(),
);

function lastOf(client: Client, event: EventDef): Sent | undefined {
  return last.value.get(client)?.get(event);
}

function keepLast(store: Store, event: EventDef, row: Sent): void {
  const rows = new Map(last.value.get(row.client)).set(event, row);
  const isThere = ([client]: readonly [Client, unknown]) =>
    store.clients.value.includes(client);
  last.value = new Map([...last.value].filter(isThere)).set(row.client, rows);
}

const asksAnyway = signal(false);
/** How long somebody wants to wait, where that is not as long as the contract says. */
const timeouts = signal<ReadonlyMap<EventDef, number>>(new Map());

export function Message({ store }: { store: Store }) {
  const client = store.active.value;
  const selection = store.selection.value;
  const question = store.question.value;
  if (question)
    return <Answering key={question.id} store={store} row={question} />;
  if (!client || !selection) {
    return client ? <p class="nothing">This namespace has no events.</p> : null;
  }
  const { direction, event, namespace } = selection;
  // What stands in an editor half written is of one event of one namespace; answers are of one client.
  const key = `${namespace.path} ${event.wire}`;
  if (selection.isOther)
    return <Other store={store} client={client} selection={selection} />;
  return (
    <article class="message" aria-labelledby="message-title">
      <Head selection={selection} />
      {direction === "clientToServer" ? (
        <Composer
          key={key}
          store={store}
          client={client}
          selection={selection}
        />
      ) : (
        <Incoming
          key={`${client.id} ${key}`}
          store={store}
          client={client}
          selection={selection}
        />
      )}
    </article>
  );
}

function Head({ selection }: { selection: Selection }) {
  const { event, direction, namespace } = selection;
  const facts = factsOf(event);
  const room = namespace.rooms?.find(
    ({ join, leave }) => join === event.wire || leave === event.wire,
  );
  return (
    <header class="message-head">
      <h2 id="message-title" tabIndex={-1}>
        <span class={`arrow ${direction}`} aria-hidden="true">
          {direction === "clientToServer" ? "↑" : "↓"}
        </span>
        <span class="said">
          {direction === "clientToServer"
            ? "Client to server: "
            : "Server to client: "}
        </span>
        <code class="mono">{event.wire}</code>
        <Badges event={event} />
      </h2>
      {event.doc && (
        <div class="doc">
          <Doc text={event.doc} />
        </div>
      )}
      {event.deprecated && (
        <p class="deprecated">{deprecation(event.deprecated)}</p>
      )}
      {facts.length > 0 && <p class="facts">{facts.join(" · ")}</p>}
      {room && direction === "clientToServer" && (
        <p class="facts">
          {room.join === event.wire ? "joins" : "leaves"} rooms of the kind{" "}
          <code>{room.key}</code>
        </p>
      )}
    </header>
  );
}

/** What the contract says of an event beside its types. */
function factsOf(event: EventDef): string[] {
  const facts: string[] = [];
  if (event.to) facts.push(`to rooms: ${event.to.join(", ")}`);
  if (event.maxBytes !== undefined)
    facts.push(`at most ${event.maxBytes.toLocaleString("en")} bytes`);
  if (event.rate)
    facts.push(`at most ${event.rate.count} in ${span(event.rate.perMs)}`);
  if (event.ordered) facts.push("handled one after the other");
  if (event.strict) facts.push("unknown fields are refused");
  if (event.ackTimeoutMs !== undefined)
    facts.push(`answered within ${span(event.ackTimeoutMs)}`);
  return facts;
}

interface PartProps {
  store: Store;
  client: Client;
  selection: Selection;
}

function Composer({ store, client, selection }: PartProps) {
  const { known, event } = selection;
  const draft = store.draft(known, event);
  const args = draft.value;
  const issues = issuesOf(
    known.schemas.event(event, "clientToServer").args,
    args,
  );
  const isConnected = client.state.value.status === "connected";
  const asks = event.ack !== "undeclared" || asksAnyway.value;
  const timeoutMs =
    timeouts.value.get(event) ?? event.ackTimeoutMs ?? ACK_TIMEOUT_MS;
  const row = lastOf(client, event);
  const isBroken = useSignal(false);

  const send = () => {
    if (isBroken.value) {
      store.say(
        "bad",
        "The JSON has a problem: mend it, or discard it, before it is sent",
      );
      return;
    }
    if (!isConnected) {
      const name = client.name.value;
      store.say("bad", `Client ${name} is not connected: connect it first`);
      return;
    }
    try {
      const row = client.send(event.wire, structuredClone(args), event, {
        ack: asks,
        timeoutMs,
      });
      keepLast(store, event, row);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      store.say("bad", `It cannot be sent: ${why}`);
    }
  };

  return (
    <form
      class="composer"
      onSubmit={(submit) => {
        submit.preventDefault();
        send();
      }}
      onKeyDown={(key) => {
        if (key.key !== "Enter" || !(key.ctrlKey || key.metaKey)) return;
        key.preventDefault();
        send();
      }}
    >
      <PayloadEditor
        id={`message-${event.names.snake}`}
        types={known.types}
        event={event}
        direction="clientToServer"
        value={args}
        issues={issues}
        onChange={(next) => (draft.value = next)}
        onBroken={(broken) => (isBroken.value = broken)}
        actions={<Starts selection={selection} draft={draft} />}
      />
      <div class="send-line">
        <button
          type="submit"
          class={issues.length > 0 ? "button warn" : "button primary"}
        >
          {issues.length > 0 ? "Send anyway" : "Send"}
        </button>
        {event.ack === "undeclared" && (
          <label class="inline">
            <input
              type="checkbox"
              checked={asksAnyway.value}
              onChange={(change) =>
                (asksAnyway.value = change.currentTarget.checked)
              }
            />
            <span>ask for an ack</span>
          </label>
        )}
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
      {issues.length > 0 && (
        <div class="refused-by" role="status">
          <p>The server will refuse this:</p>
          <ul>
            {issues.slice(0, 5).map((issue, at) => (
              <li class="issue" key={at}>
                <code>{pathOf(issue)}</code> {issue.message}
              </li>
            ))}
            {issues.length > 5 && (
              <li class="issue">and {issues.length - 5} more</li>
            )}
          </ul>
        </div>
      )}
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
      {event.example !== undefined && (
        <button
          type="button"
          class="button small"
          onClick={() => (draft.value = exampleOf(event))}
        >
          Example
        </button>
      )}
    </>
  );
}

const otherName = signal("");

/** A message by any name: a server of another version may know it, and one that does not says so in the ack. */
function Other({ store, client, selection }: PartProps) {
  const { known, event } = selection;
  const draft = store.draft(known, event);
  const row = lastOf(client, event);
  const isBroken = useSignal(false);
  const name = otherName.value;
  const send = () => {
    const isConnected = client.state.value.status === "connected";
    if (!isConnected)
      return store.say("bad", `Client ${client.name.value} is not connected`);
    if (name === "" || isBroken.value)
      return store.say("bad", "It has no name, or its JSON has a problem");
    try {
      const options = {
        ack: asksAnyway.value,
        timeoutMs: ACK_TIMEOUT_MS,
      };
      const row = client.send(
        name,
        structuredClone(draft.value),
        undefined,
        options,
      );
      keepLast(store, event, row);
    } catch (error) {
      store.say(
        "bad",
        `It cannot be sent: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
  return (
    <article class="message" aria-labelledby="other-title">
      <header class="message-head">
        <h2 id="other-title" tabIndex={-1}>
          An event that is not in the contract
        </h2>
      </header>
      <form
        class="composer"
        onSubmit={(submit) => {
          submit.preventDefault();
          send();
        }}
      >
        <div class="row-field">
          <label for="other-name">Name</label>
          <input
            id="other-name"
            class="input mono wide"
            value={name}
            spellcheck={false}
            onInput={(input) => (otherName.value = input.currentTarget.value)}
          />
        </div>
        <PayloadEditor
          id="message-other"
          types={known.types}
          event={event}
          direction="clientToServer"
          value={draft.value}
          issues={[]}
          onChange={(next) => (draft.value = next)}
          onBroken={(broken) => (isBroken.value = broken)}
        />
        <div class="send-line">
          <button type="submit" class="button primary">
            Send
          </button>
          <label class="inline">
            <input
              type="checkbox"
              checked={asksAnyway.value}
              onChange={(change) =>
                (asksAnyway.value = change.currentTarget.checked)
              }
            />
            <span>ask for an ack</span>
          </label>
        </div>
        {row && <AnswerView store={store} row={row} />}
      </form>
    </article>
  );
}

function exampleOf(event: EventDef): readonly unknown[] {
  const example = structuredClone(event.example);
  if (event.payload === "data") return [example];
  return Array.isArray(example) ? example : [example];
}

function Incoming({ store, client, selection }: PartProps) {
  const { known, event } = selection;
  // The timeline is told of at its own pace.
  void store.timeline.version.value;
  const rows = store.timeline.rows;
  const row = rows.findLast(
    (row) =>
      row.kind === "received" &&
      row.client === client &&
      row.event === event.wire,
  );
  const ref: Ref | undefined = event.data;
  return (
    <div class="incoming">
      <p class="facts">
        {row
          ? "The last one that came is in the timeline."
          : "None has come to this client yet. What comes is checked against the contract and shown in the timeline."}
      </p>
      {row && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            store.row.value = row;
            part.value = "timeline";
            focusOn(ROWS);
          }}
        >
          Show the last one
        </button>
      )}
      <CopyMenu
        store={store}
        client={client}
        selection={selection}
        args={
          row && row.kind === "received"
            ? row.args
            : initialArguments(known.types, event)
        }
      />
      {ref && <p class="facts">It carries {describe(ref)}.</p>}
      {event.ack !== "undeclared" && (
        <Rule store={store} client={client} selection={selection} />
      )}
    </div>
  );
}

function describe(ref: Ref): string {
  return ref.kind === "named"
    ? `a ${ref.name}`
    : `a ${ref.kind === "builtin" ? ref.builtin : ref.kind}`;
}
