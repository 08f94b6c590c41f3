// The clients side by side: each has a connection of its own.
import type { Client } from "../net/client.ts";
import type { Connection } from "../net/connection.ts";
import {
  MOST_CLIENTS,
  namespacesWithEvents,
  type KnownContract,
  type Store,
} from "../store.ts";
import type { Namespace } from "../contract.ts";
import { CLIENT, focusOn } from "./focus.ts";

/** A connection's state in a word or two. */
export function stateWords(state: Connection): string {
  switch (state.status) {
    case "connected":
      return "connected";
    case "connecting":
      return state.reason ? `connecting: ${state.reason}` : "connecting";
    case "refused":
      return "refused";
    case "kicked":
      return "ended by the server";
    case "disconnected":
      return "not connected";
  }
}

export function Clients({ store }: { store: Store }) {
  const clients = store.clients.value;
  return (
    <div class="clients">
      {/* A list of tabs without any is none to those that hear it. */}
      {clients.length > 0 && (
        <div class="client-tabs" role="tablist" aria-label="Clients">
          {clients.map((client, at) => (
            <Tab key={client.id} store={store} client={client} at={at} />
          ))}
        </div>
      )}
      <Add store={store} isFull={clients.length >= MOST_CLIENTS} />
    </div>
  );
}

/** What the tab of the client at work shows; there is one panel, which is of that client. */
export const PANEL = "client-panel";

export function tabId(client: Client): string {
  return `client-tab-${client.id.toString()}`;
}

function Tab({
  store,
  client,
  at,
}: {
  store: Store;
  client: Client;
  at: number;
}) {
  const isActive = store.active.value === client;
  const state = client.state.value;
  const go = (to: number) => {
    store.activate(store.clients.value.at(to));
    focusOn(...CLIENT);
  };
  const count = store.clients.value.length;
  return (
    <button
      type="button"
      role="tab"
      id={tabId(client)}
      aria-selected={isActive}
      aria-controls={isActive ? PANEL : undefined}
      tabIndex={isActive ? 0 : -1}
      class={`client-tab c${colorOf(client)}`}
      onClick={() => store.activate(client)}
      onKeyDown={(event) => {
        if (event.key === "ArrowRight") go((at + 1) % count);
        else if (event.key === "ArrowLeft") go(at - 1);
        else if (event.key === "Home") go(0);
        else if (event.key === "End") go(-1);
        else return;
        event.preventDefault();
      }}
    >
      <span class="chip" aria-hidden="true">
        {client.name}
      </span>
      <span class="said">Client {client.name}</span>
      <span class="client-where mono">{client.path}</span>
      <span class={`dot ${state.status}`} aria-hidden="true" />
      <span class="client-state">{stateWords(state)}</span>
    </button>
  );
}

function Add({ store, isFull }: { store: Store; isFull: boolean }) {
  const places = store.contracts.flatMap((known) =>
    namespacesWithEvents(known.contract).map((namespace) => ({
      known,
      namespace,
    })),
  );
  const add = (known: KnownContract, namespace: Namespace) => {
    const client = store.addClient(known, namespace);
    if (client) store.selectFirst(known, namespace);
  };
  const [only] = places;
  const title = isFull ? `${MOST_CLIENTS} clients are the most` : undefined;
  if (places.length <= 1) {
    return (
      <button
        type="button"
        class="button small"
        disabled={isFull || !only}
        title={title}
        onClick={() => only && add(only.known, only.namespace)}
      >
        + Client
      </button>
    );
  }
  return (
    <label class="add-client">
      <span class="said">Add a client of a namespace</span>
      <select
        class="input"
        value=""
        disabled={isFull}
        title={title}
        onChange={(event) => {
          const place = places[Number(event.currentTarget.value)];
          event.currentTarget.value = "";
          if (place) add(place.known, place.namespace);
        }}
      >
        <option value="" disabled>
          + Client…
        </option>
        {places.map(({ known, namespace }, at) => (
          <option key={at} value={at}>
            {store.contracts.length > 1 ? `${known.contract.name}: ` : ""}
            {namespace.path}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The number of a client's color, which it keeps. */
export function colorOf(client: Client): number {
  return ((client.id - 1) % 6) + 1;
}
