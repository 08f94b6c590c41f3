// An event that the server sends: what is known of it, and how its questions are answered.
import type { ComponentChildren } from "preact";
import type { EventDef, Ref, Types } from "../contract.ts";
import { constraint, typeName } from "../form/words.tsx";
import { initialArguments } from "../values/make.ts";
import { Rule } from "./Answering.tsx";
import { part } from "./App.tsx";
import type { Received } from "../net/timeline.ts";
import { CopyMenu } from "./CopyMenu.tsx";
import { focusOn, ROWS } from "./focus.ts";
import type { PartProps } from "./sending.ts";
import { Value } from "./Value.tsx";

export function Incoming({ store, client, selection }: PartProps) {
  const { known, event } = selection;
  // The timeline is told of at its own pace.
  void store.timeline.version.value;
  const rows = store.timeline.rows;
  const row = rows.findLast(
    (row): row is Received =>
      row.kind === "received" &&
      row.client === client &&
      row.event === event.wire,
  );
  const args = row?.args ?? initialArguments(known.types, event);
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
      <p class="facts">It carries {carried(known.types, event)}.</p>
      {!row && args.length > 0 && (
        <Value
          value={event.payload === "data" ? args[0] : args}
          label="What one could look like"
        />
      )}
      <CopyMenu
        store={store}
        client={client}
        selection={selection}
        args={args}
      />
      {event.ack !== "undeclared" && (
        <Rule store={store} client={client} selection={selection} />
      )}
    </div>
  );
}

/** What an event carries, in words: its type, or its arguments with theirs. */
function carried(types: Types, event: EventDef): ComponentChildren {
  switch (event.payload) {
    case "none":
      return "nothing";
    case "raw":
      return "any arguments";
    case "data":
      return event.data && <Typed types={types} type={event.data} />;
    case "args":
      return event.args?.map(({ wire, type, optional, nullable }, at) => (
        <span key={at}>
          {at > 0 && ", "}
          <code>
            {wire}
            {optional && "?"}
          </code>
          : <Typed types={types} type={type} />
          {nullable && " or null"}
        </span>
      ));
  }
}

function Typed({ types, type }: { types: Types; type: Ref }) {
  const hint = constraint(types, type);
  return (
    <>
      <code>{typeName(type)}</code>
      {hint && ` (${hint})`}
    </>
  );
}
