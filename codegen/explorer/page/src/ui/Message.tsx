// The message at work: what the contract says of an event, and below it what is done with it.
import type { EventDef } from "../contract.ts";
import { deprecation, Doc } from "../form/words.tsx";
import type { Selection, Store } from "../store.ts";
import { Answering } from "./Answering.tsx";
import { Composer } from "./Composer.tsx";
import { Badges } from "./Events.tsx";
import { Incoming } from "./Incoming.tsx";
import { Other } from "./Other.tsx";
import { span } from "./text.ts";

export function Message({ store }: { store: Store }) {
  const client = store.active.value;
  const selection = store.selection.value;
  const question = store.question.value;
  if (question)
    return <Answering key={question.id} store={store} row={question} />;
  if (!client || !selection) {
    return client ? (
      <p class="none-yet">This namespace has no events.</p>
    ) : null;
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
