// The timeline as a file, for a report or a look another day. Nothing of the handshake is in it; what messages say is.
import type { Issue } from "./generated/schemas.ts";
import type { Received, Row, Sent } from "./net/timeline.ts";
import { AROUND, Unreadable, write } from "./notation.ts";
import { pathOf } from "./values/schemas.ts";

/** The version of the file's form. */
const VERSION = 1;

/** Rows as JSON, each on a line of its own, in parts: together they may be longer than a text can be. */
export function exported(rows: readonly Row[], now: number): string[] {
  const known = new Set(rows.map(({ client }) => client.known.contract));
  const contracts = [...known].map(({ name, version, hash }) => ({
    name,
    version,
    hash,
  }));
  const head = { timeline: VERSION, exported: time(now), contracts };
  const start = write(head).replace(/\}$/, ',"rows":[');
  const lines = rows.map((row, at) => `${at > 0 ? "," : ""}\n${line(row)}`);
  return [start, ...lines, "\n]}\n"];
}

function line(row: Row): string {
  try {
    return write(entry(row), AROUND);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return write({ ...common(row), problem: error.message });
  }
}

function entry(row: Row): object {
  switch (row.kind) {
    case "state":
      // Servers put what they were given into the words of a refusal.
      return row.event === "refused"
        ? common(row)
        : { ...common(row), detail: row.detail };
    case "sent":
      return { ...common(row), args: row.args, ...sent(row) };
    case "received":
      return { ...common(row), args: row.args, ...received(row) };
  }
}

function common({ at, kind, client, event, pinned }: Row): object {
  return {
    at: time(at),
    direction: kind === "state" ? "connection" : kind,
    client: client.name.value,
    namespace: client.namespace.path,
    event,
    ...(pinned.value && { pinned: true }),
  };
}

function sent({ progress, issues }: Sent): object {
  const { status, bytes, attachments, answer } = progress.value;
  return {
    status,
    bytes,
    attachments,
    problems: problems(issues),
    ack: answer && {
      args: answer.response,
      ...(answer.outcome && { says: outcome(answer.outcome) }),
      milliseconds: answer.milliseconds,
      bytes: answer.bytes,
      problems: problems(answer.issues),
    },
  };
}

function received(row: Received): object {
  const { bytes, attachments, issues, def, question } = row;
  const { status, response, by, milliseconds } = question?.value ?? {};
  return {
    bytes,
    attachments,
    ...(!def && { isUnknown: true }),
    problems: problems(issues),
    ...(question && { status }),
    ack: response && { args: response, by, milliseconds },
  };
}

function outcome({
  ok,
  fault,
}: {
  readonly ok: boolean;
  readonly fault?: unknown;
}) {
  if (ok) return "data";
  return fault === undefined ? "error" : "fault";
}

function problems(issues: readonly Issue[]): object[] | undefined {
  if (issues.length === 0) return undefined;
  return issues.map((issue) => ({
    path: pathOf(issue),
    message: issue.message,
  }));
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
