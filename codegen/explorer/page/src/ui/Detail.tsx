// All of one row of the timeline.
import { counted } from "../form/words.tsx";
import type { Client } from "../net/client.ts";
import type { Received, Row, Sent } from "../net/timeline.ts";
import type { Direction, Store } from "../store.ts";
import { print } from "../values/text.ts";
import { AnswerView } from "./AnswerView.tsx";
import { part } from "./App.tsx";
import { CopyMenu, toClipboard } from "./CopyMenu.tsx";
import { focusOn, ROWS, TITLE } from "./focus.ts";
import { Issues } from "./Issues.tsx";
import { clock, size, span } from "./text.ts";
import { Binaries, Value } from "./Value.tsx";

export function Detail({ store }: { store: Store }) {
  const row = store.row.value;
  if (!row) return null;
  const close = () => {
    store.row.value = undefined;
    focusOn(ROWS);
  };
  return (
    <section
      class="detail"
      aria-label="Details of the selected row"
      key={row.id}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      <header>
        <h3 class="mono">{row.event}</h3>
        <span class="soft">
          client {row.client.name} · {clock(row.at)}
          {row.kind === "received" && ` · ${size(row.bytes)}`}
          {row.kind === "received" &&
            row.attachments > 0 &&
            `, ${counted(row.attachments, "attachment")}`}
          {row.kind === "sent" && sentWords(row)}
        </span>
        <span class="spring" />
        <button
          type="button"
          class="button small"
          aria-pressed={row.pinned.value}
          onClick={() => (row.pinned.value = !row.pinned.value)}
        >
          {row.pinned.value ? "Unpin" : "Pin"}
        </button>
        <button
          type="button"
          class="button quiet small"
          aria-label="Close the details"
          onClick={close}
        >
          ✕
        </button>
      </header>
      <Body store={store} row={row} />
    </section>
  );
}

function sentWords({ progress }: Sent): string {
  const { bytes, attachments } = progress.value;
  if (bytes === undefined) return "";
  return ` · ${size(bytes)}${attachments ? `, ${counted(attachments, "attachment")}` : ""}`;
}

function Body({ store, row }: { store: Store; row: Row }) {
  if (row.kind === "state") {
    return (
      <>
        <p>{row.detail}</p>
        {row.value !== undefined && <Value value={row.value} />}
      </>
    );
  }
  const value = row.args.length === 1 ? row.args[0] : row.args;
  return (
    <>
      {row.kind === "received" && !row.def && (
        <p class="issue">
          The contract has no event of this name: the server was built from
          another one, or sends it by hand.
        </p>
      )}
      <Issues
        issues={row.issues}
        title={
          row.kind === "sent"
            ? "It does not fit the contract"
            : "It is not as the contract says"
        }
      />
      <Value value={value} />
      <Binaries value={row.args} />
      <div class="detail-actions">
        {row.kind === "sent" && row.def && (
          <button
            type="button"
            class="button small"
            onClick={() => {
              const { def } = row;
              const client = clientFor(store, row.client);
              if (!def || !client) return;
              store.activate(client);
              store.select("clientToServer", def);
              store.draft(store.known(client), def).value = structuredClone(
                row.args,
              );
              part.value = "message";
              focusOn(TITLE);
            }}
          >
            Edit and send again
          </button>
        )}
        {row.kind === "received" && row.question?.value.status === "open" && (
          <button
            type="button"
            class="button small primary"
            onClick={() => {
              store.activate(row.client);
              store.question.value = row;
              part.value = "message";
            }}
          >
            Answer…
          </button>
        )}
        {row.def ? (
          <CopyMenu
            store={store}
            client={row.client}
            selection={selectionOf(store, row)}
            args={row.args}
          />
        ) : (
          <button
            type="button"
            class="button small"
            onClick={() =>
              void toClipboard(store, print(value), "Copied as JSON")
            }
          >
            Copy as JSON
          </button>
        )}
      </div>
      {row.kind === "sent" && <AnswerView store={store} row={row} />}
      {row.kind === "received" && row.question && <QuestionView row={row} />}
    </>
  );
}

/** The client, or where it was removed another one of its namespace. */
function clientFor(store: Store, client: Client): Client | undefined {
  const clients = store.clients.value;
  if (clients.includes(client)) return client;
  const { namespace } = client;
  return (
    clients.find((other) => other.namespace === namespace) ??
    store.addClient(store.known(client), namespace)
  );
}

function selectionOf(store: Store, row: Sent | Received) {
  const { client, def } = row;
  if (!def)
    throw new Error("a row without an event of the contract has no selection");
  const direction: Direction =
    row.kind === "sent" ? "clientToServer" : "serverToClient";
  return {
    known: store.known(client),
    namespace: client.namespace,
    direction,
    event: def,
  };
}

function QuestionView({ row }: { row: Received }) {
  const question = row.question?.value;
  if (!question) return null;
  if (question.status === "open")
    return <p class="facts">The server waits for an answer.</p>;
  if (question.status === "lost")
    return <p class="facts">Unanswered: the connection is gone.</p>;
  const { response = [], by, milliseconds = 0 } = question;
  return (
    <section class="answer good" aria-label="The answer">
      <p class="answer-line">
        <strong>answered {by === "rule" ? "by your rule" : "by you"}</strong>
        <span class="soft"> after {span(milliseconds)}</span>
      </p>
      <Value value={response.length === 1 ? response[0] : response} />
    </section>
  );
}
