// The contract's events, in both directions.
import { signal } from "@preact/signals";
import type { EventDef, Namespace } from "../contract.ts";
import type { Direction, Store } from "../store.ts";
import { part } from "./App.tsx";
import { focusOn, TITLE } from "./focus.ts";

const search = signal("");

export function Events({ store }: { store: Store }) {
  const client = store.active.value;
  const found = client ? matching(client.namespace) : undefined;
  const isEmpty = found && found.sent.length + found.received.length === 0;
  return (
    <nav class="events" aria-label="Events">
      <div class="search">
        <label class="said" for="search">
          Search events
        </label>
        <input
          id="search"
          class="input"
          type="search"
          placeholder="Search events  /"
          value={search.value}
          onInput={(event) => (search.value = event.currentTarget.value)}
        />
      </div>
      {found && (
        <>
          <List
            store={store}
            direction="clientToServer"
            title="Client to server"
            events={found.sent}
          />
          <button
            type="button"
            class="event"
            aria-current={store.selection.value?.isOther ? "true" : undefined}
            onClick={() => {
              store.selectOther();
              showMessage();
            }}
          >
            <span class="event-name soft">another event…</span>
          </button>
          <List
            store={store}
            direction="serverToClient"
            title="Server to client"
            events={found.received}
          />
        </>
      )}
      {isEmpty && (
        <p class="none-yet">
          No event has “{search}” in its name or documentation.
        </p>
      )}
      <p class="said" role="status">
        {search.value && found
          ? `${found.sent.length + found.received.length} events found`
          : ""}
      </p>
    </nav>
  );
}

/** On a narrow screen the list makes room for the message, and the focus goes along. */
function showMessage(): void {
  part.value = "message";
  requestAnimationFrame(() => {
    const list = document.querySelector(".events");
    if (list?.getClientRects().length === 0) focusOn(TITLE);
  });
}

function matching({ clientToServer, serverToClient }: Namespace) {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (event: EventDef) => {
    const text =
      `${event.wire} ${event.names.camel} ${event.doc ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return {
    sent: clientToServer?.filter(has) ?? [],
    received: serverToClient?.filter(has) ?? [],
  };
}

interface ListProps {
  store: Store;
  direction: Direction;
  title: string;
  events: readonly EventDef[];
}

function List({ store, direction, title, events }: ListProps) {
  if (events.length === 0) return null;
  const selected = store.selection.value;
  return (
    <section>
      <h2 id={`list-${direction}`}>
        <span class={`arrow ${direction}`} aria-hidden="true">
          {direction === "clientToServer" ? "↑" : "↓"}
        </span>
        {title}
        <span class="count">{events.length}</span>
      </h2>
      <ul aria-labelledby={`list-${direction}`}>
        {events.map((event) => (
          <li key={event.wire}>
            <button
              type="button"
              class="event"
              aria-current={selected?.event === event ? "true" : undefined}
              onClick={() => {
                store.select(direction, event);
                showMessage();
              }}
            >
              <span class={`event-name mono ${event.deprecated ? "old" : ""}`}>
                {event.wire}
              </span>
              <Badges event={event} />
              {event.doc && (
                <span class="event-doc">
                  {event.doc.split("\n")[0]?.replaceAll("`", "")}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Badges({ event }: { event: EventDef }) {
  return (
    <span class="badges">
      {event.ack !== "undeclared" && <span class="badge">ack</span>}
      {event.volatile && <span class="badge">volatile</span>}
      {event.deprecated && <span class="badge warn">deprecated</span>}
    </span>
  );
}
