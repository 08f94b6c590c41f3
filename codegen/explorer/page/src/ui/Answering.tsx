// Questions of the server: one that is open, and what is answered without asking anybody.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { EventDef } from "../contract.ts";
import { ValueEditor } from "../form/editor.tsx";
import type { Outcome } from "../generated/acks.ts";
import type { Client } from "../net/client.ts";
import type { Received } from "../net/timeline.ts";
import type { KnownContract, Selection, Store } from "../store.ts";
import { initial } from "../values/make.ts";
import { styleOf } from "../values/results.ts";
import { issuesOf } from "../values/schemas.ts";
import { Value } from "./Value.tsx";
import { focusOn, TITLE } from "./focus.ts";

export function Answering({ store, row }: { store: Store; row: Received }) {
  const { def, client } = row;
  const status = row.question?.value.status;
  const back = () => {
    store.question.value = undefined;
    focusOn(TITLE);
  };
  useEffect(() => focusOn(TITLE), []);
  return (
    <article class="message" aria-labelledby="question-title">
      <header class="message-head">
        <h2 id="question-title" tabIndex={-1}>
          <span class="arrow serverToClient" aria-hidden="true">
            ?
          </span>
          The server asks client {client.name}:{" "}
          <code class="mono">{row.event}</code>
        </h2>
      </header>
      <Value
        value={row.args.length === 1 ? row.args[0] : row.args}
        label="The question"
      />
      {status !== "open" && (
        <p class="facts">
          {status === "lost"
            ? "The question is lost with its connection."
            : "It has been answered."}
        </p>
      )}
      {status === "open" && def && (
        <ReplyEditor
          known={store.known(client)}
          event={def}
          verb="Answer"
          onReply={(outcome) => {
            const response = client.responseFor(def, outcome);
            if (!response)
              store.say("bad", "This ack style has no way to say that");
            else if (client.answer(row, response, "person")) {
              store.say("good", "Answered");
              back();
            } else store.say("bad", "The question is lost, or answered");
          }}
        />
      )}
      {status === "open" && !def && (
        <p class="facts">
          The contract has no such event, so nobody knows what its answer looks
          like.
        </p>
      )}
      <button type="button" class="button small" onClick={back}>
        Back
      </button>
    </article>
  );
}

/** Whether questions of an event are answered at once, and with what. */
export function Rule({
  store,
  client,
  selection,
}: {
  store: Store;
  client: Client;
  selection: Selection;
}) {
  const { known, event } = selection;
  const rule = client.replies.value.get(event.wire);
  const set = (outcome: Outcome | undefined) => {
    const next = new Map(client.replies.value);
    if (outcome) next.set(event.wire, { kind: "rule", outcome });
    else next.delete(event.wire);
    client.replies.value = next;
  };
  const isRule = rule?.kind === "rule";
  return (
    <section class="rule" aria-label="Answers">
      <h3>When the server asks client {client.name}</h3>
      <label class="inline">
        <input
          type="radio"
          name={`rule-${client.id}`}
          checked={!isRule}
          onChange={() => set(undefined)}
        />
        <span>the question waits in the timeline for me</span>
      </label>
      <label class="inline">
        <input
          type="radio"
          name={`rule-${client.id}`}
          checked={isRule}
          onChange={() =>
            set({
              ok: true,
              data: event.answer ? initial(known.types, event.answer) : null,
            })
          }
        />
        <span>it is answered at once with</span>
      </label>
      {isRule && (
        <ReplyEditor
          known={known}
          event={event}
          verb="Answer with this from now on"
          start={rule.outcome}
          onReply={(outcome) => {
            set(outcome);
            store.say("good", "Questions are answered with this");
          }}
        />
      )}
    </section>
  );
}

interface ReplyProps {
  known: KnownContract;
  event: EventDef;
  verb: string;
  start?: Outcome;
  onReply: (outcome: Outcome) => void;
}

type Kind = "data" | "error" | "fault";

function ReplyEditor({ known, event, verb, start, onReply }: ReplyProps) {
  const { can } = styleOf(known.contract, event);
  const kind = useSignal<Kind>(
    start && !start.ok ? (start.fault ? "fault" : "error") : "data",
  );
  const data = useSignal<unknown>(
    start?.ok
      ? start.data
      : event.answer
        ? initial(known.types, event.answer)
        : event.ack === "raw"
          ? []
          : null,
  );
  const error = useSignal<unknown>(
    start && !start.ok && !start.fault
      ? start.error
      : event.error
        ? initial(known.types, event.error)
        : null,
  );
  const fault = useSignal({ code: "internal", message: "" });
  const isBroken = useSignal(false);
  const schemas = known.schemas.event(event, "serverToClient");
  const kinds: readonly (readonly [Kind, string, boolean])[] = [
    ["data", "an answer", true],
    ["error", "the declared error", event.error !== undefined && can.error],
    ["fault", "a fault", can.fault],
  ];
  const outcome = (): Outcome => {
    if (kind.value === "data") return { ok: true, data: data.value };
    if (kind.value === "error") return { ok: false, error: error.value };
    return { ok: false, fault: fault.value };
  };
  const type = kind.value === "data" ? event.answer : event.error;
  const slot = kind.value === "data" ? data : error;
  const schema = kind.value === "data" ? schemas.data : schemas.error;
  return (
    <div class="reply">
      <fieldset class="choices">
        <legend class="said">What kind of answer</legend>
        {kinds.map(([name, label, isThere]) =>
          isThere ? (
            <label class="inline" key={name}>
              <input
                type="radio"
                name={`kind-${event.wire}`}
                checked={kind.value === name}
                onChange={() => (kind.value = name)}
              />
              <span>{label}</span>
            </label>
          ) : null,
        )}
      </fieldset>
      {kind.value === "fault" ? (
        <>
          <label class="inline">
            <span>code</span>
            <input
              class="input mono"
              value={fault.value.code}
              onInput={(input) =>
                (fault.value = {
                  ...fault.value,
                  code: input.currentTarget.value,
                })
              }
            />
          </label>
          <label class="inline">
            <span>message</span>
            <input
              class="input"
              value={fault.value.message}
              onInput={(input) =>
                (fault.value = {
                  ...fault.value,
                  message: input.currentTarget.value,
                })
              }
            />
          </label>
        </>
      ) : (
        type && (
          <ValueEditor
            key={kind.value}
            id={`reply-${event.names.snake}-${kind.value}`}
            onBroken={(broken) => (isBroken.value = broken)}
            types={known.types}
            type={type}
            value={slot.value}
            issues={schema ? issuesOf(schema, slot.value) : []}
            onChange={(next) => (slot.value = next)}
            label={kind.value}
          />
        )
      )}
      <button
        type="button"
        class="button primary"
        disabled={isBroken.value && kind.value !== "fault"}
        onClick={() => onReply(outcome())}
      >
        {verb}
      </button>
    </div>
  );
}
