// Messages on their way out, and what is kept of them: the last of each client and event, and how long somebody waits.
import { signal } from "@preact/signals";
import type { EventDef } from "../contract.ts";
import type { Client } from "../net/client.ts";
import type { Sent } from "../net/timeline.ts";
import type { Selection, Store } from "../store.ts";

/** What a part of the page that sends is made for. */
export interface PartProps {
  store: Store;
  client: Client;
  selection: Selection;
}

/** The last message of each client and event, whose answer is shown below it. */
const last = signal<ReadonlyMap<Client, ReadonlyMap<EventDef, Sent>>>(
  new Map(),
);

export function lastOf(client: Client, event: EventDef): Sent | undefined {
  return last.value.get(client)?.get(event);
}

function keepLast(store: Store, event: EventDef, row: Sent): void {
  const rows = new Map(last.value.get(row.client)).set(event, row);
  const isThere = ([client]: readonly [Client, unknown]) =>
    store.clients.value.includes(client);
  last.value = new Map([...last.value].filter(isThere)).set(row.client, rows);
}

/** Whether an ack is asked for where none is declared. */
export const asksAnyway = signal(false);
/** How long somebody wants to wait, where that is not as long as the contract says. */
export const timeouts = signal<ReadonlyMap<EventDef, number>>(new Map());

interface Message {
  readonly event: string;
  readonly args: readonly unknown[];
  /** Whether the text on the screen stands for no value, so that something else would be sent. */
  readonly isBroken: boolean;
  readonly ack: boolean;
  readonly timeoutMs: number;
}

/** Sends a message, or says why it cannot be sent. */
export function send(
  { store, client, selection }: PartProps,
  { event, args, isBroken, ack, timeoutMs }: Message,
): void {
  const def = selection.isOther ? undefined : selection.event;
  if (isBroken) {
    store.say(
      "bad",
      "The JSON has a problem: mend it, or discard it, before it is sent",
    );
  } else if (event === "") store.say("bad", "It has no name");
  else if (client.state.value.status !== "connected") {
    const name = client.name.value;
    store.say("bad", `Client ${name} is not connected: connect it first`);
  } else {
    try {
      const copy = structuredClone(args);
      const row = client.send(event, copy, def, { ack, timeoutMs });
      keepLast(store, selection.event, row);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      store.say("bad", `It cannot be sent: ${why}`);
    }
  }
}

/** What Ctrl and Enter do in a form that sends. */
export function sendsBy(send: () => void): {
  onSubmit: (event: Event) => void;
  onKeyDown: (event: KeyboardEvent) => void;
} {
  return {
    onSubmit: (event) => {
      event.preventDefault();
      send();
    },
    onKeyDown: (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      send();
    },
  };
}
