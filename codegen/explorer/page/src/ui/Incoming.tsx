// An event that the server sends: what is known of it, and how its questions are answered.
import type { Ref } from "../contract.ts";
import { initialArguments } from "../values/make.ts";
import { Rule } from "./Answering.tsx";
import { part } from "./App.tsx";
import { CopyMenu } from "./CopyMenu.tsx";
import { focusOn, ROWS } from "./focus.ts";
import type { PartProps } from "./sending.ts";

export function Incoming({ store, client, selection }: PartProps) {
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
