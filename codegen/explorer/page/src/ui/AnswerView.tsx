// What a message came to: the answer with its latency, a declared error, a fault, or why there is none.
import type { Sent, SentProgress } from "../net/timeline.ts";
import type { Store } from "../store.ts";
import { part } from "./App.tsx";
import { focusOn, ROWS } from "./focus.ts";
import { Issues } from "./Issues.tsx";
import { size, span } from "./text.ts";
import { Value } from "./Value.tsx";

export function AnswerView({ store, row }: { store: Store; row: Sent }) {
  const progress = row.progress.value;
  const { answer } = progress;
  const { text, tone } = verdict(row, progress);
  return (
    <section
      class={`answer ${tone}`}
      aria-label="What became of it"
      role="status"
    >
      <p class="answer-line">
        <strong>{text}</strong>
        {answer && <span class="soft"> after {span(answer.milliseconds)}</span>}
        {answer?.bytes !== undefined && (
          <span class="soft"> · {size(answer.bytes)}</span>
        )}
        {progress.bytes !== undefined && (
          <span class="soft">
            {" "}
            · {answer ? "sent " : ""}
            {size(progress.bytes)}
          </span>
        )}
        <button
          type="button"
          class="button quiet small"
          onClick={() => {
            store.row.value = row;
            part.value = "timeline";
            focusOn(ROWS);
          }}
        >
          in the timeline
        </button>
      </p>
      {answer && <Value value={valueOf(answer)} label="The answer" />}
      {answer && (
        <Issues issues={answer.issues} title="It is not as the contract says" />
      )}
    </section>
  );
}

type Answer = NonNullable<SentProgress["answer"]>;

/** The part of an answer that matters; all of it where it is none of the contract's. */
function valueOf({ outcome, response }: Answer): unknown {
  if (!outcome) return response.length === 1 ? response[0] : response;
  if (outcome.ok) return outcome.data;
  return outcome.fault ?? outcome.error;
}

export interface Verdict {
  readonly text: string;
  readonly tone: "good" | "bad" | "warn" | "plain";
}

/** What became of a message, in a few words. */
export function verdict(row: Sent, progress: SentProgress): Verdict {
  switch (progress.status) {
    case "waiting":
      return { text: "waiting for a connection", tone: "plain" };
    case "sent":
      return { text: "sent", tone: "good" };
    case "asked":
      return { text: "sent, no answer yet", tone: "plain" };
    case "timeout":
      return { text: "no answer in time", tone: "bad" };
    case "lost":
      return { text: "lost with the connection", tone: "bad" };
    case "answered":
    case "late":
      return outcomeVerdict(row, progress);
  }
}

function outcomeVerdict(
  { def }: Sent,
  { status, answer }: SentProgress,
): Verdict {
  const late = status === "late" ? ", late" : "";
  const outcome = answer?.outcome;
  if (!outcome) {
    const isDeclared = def && def.ack !== "undeclared";
    const text = isDeclared
      ? "an answer that is none of the contract's"
      : "answered";
    return { text: text + late, tone: isDeclared ? "warn" : "good" };
  }
  if (outcome.ok) {
    const isOff = answer.issues.length > 0;
    return { text: `ok${late}`, tone: isOff ? "warn" : "good" };
  }
  if (outcome.fault)
    return { text: `fault ${outcome.fault.code}${late}`, tone: "bad" };
  return { text: `error${late}`, tone: "bad" };
}
