// Which rows of the timeline are shown.
import { signal } from "@preact/signals";
import type { Client } from "../net/client.ts";
import type { Row } from "../net/timeline.ts";
import { preview } from "./text.ts";

export const filters = {
  text: signal(""),
  kinds: signal<ReadonlySet<Row["kind"]>>(
    new Set(["sent", "received", "state"]),
  ),
  /** Only this client's. */
  client: signal<Client | undefined>(undefined),
  problems: signal(false),
  pinned: signal(false),
};

/** Whether something about a row is not as it should be. */
export function isProblem(row: Row): boolean {
  switch (row.kind) {
    case "state":
      return row.tone === "bad";
    case "received":
      return row.issues.length > 0 || !row.def;
    case "sent": {
      const { status, answer } = row.progress.value;
      if (status === "timeout" || status === "late" || status === "lost")
        return true;
      if (!answer) return row.issues.length > 0;
      const isOff = !answer.outcome && row.def && row.def.ack !== "undeclared";
      return (
        isOff === true ||
        answer.outcome?.ok === false ||
        answer.issues.length > 0
      );
    }
  }
}

/** Texts that are searched, made once for each row. */
const texts = new WeakMap<Row, string>();

function textOf(row: Row): string {
  let text = texts.get(row);
  if (text === undefined) {
    const rest = row.kind === "state" ? row.detail : preview(row.args, 2000);
    text = `${row.event} ${rest}`.toLowerCase();
    texts.set(row, text);
  }
  return text;
}

export function shown(rows: readonly Row[]): readonly Row[] {
  const { text, kinds, client, problems, pinned } = filters;
  const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
  const isAll =
    words.length === 0 &&
    kinds.value.size === 3 &&
    !client.value &&
    !problems.value &&
    !pinned.value;
  if (isAll) return rows;
  return rows.filter(
    (row) =>
      kinds.value.has(row.kind) &&
      (!client.value || row.client === client.value) &&
      (!pinned.value || row.pinned.value) &&
      (!problems.value || isProblem(row)) &&
      words.every((word) => textOf(row).includes(word)),
  );
}
