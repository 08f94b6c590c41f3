// Unions: each kind narrows to its members, and an open one once it is known.
import {
  OP_TAGS,
  isKnownOp,
  isKnownState,
  type Cell,
  type Closed,
  type Expr,
  type Failure,
  type KnownOp,
  type Op,
  type Shape,
  type State,
  type Status,
  type UnknownOp,
} from "../.generated/goldens/unions_of_every_kind.ts";
import { same } from "./equal.ts";

export function closed(failure: Failure): string {
  switch (failure.code) {
    case "conflict":
      return failure.head;
    case "forbidden":
      // @ts-expect-error nothing but its tag
      void failure.head;
      return "no";
  }
}

export function tagOfAnyName(value: Closed): number {
  return value["the:tag"] === "a" ? value.at : 0;
}

export function notKnownYet(op: Op): string {
  // @ts-expect-error what is not known has any tag, so nothing is told apart
  return op.kind === "insert" ? op.text : "";
}

export function open(op: Op): string {
  if (!isKnownOp(op)) {
    same<typeof op, UnknownOp>(true);
    same<(typeof op)["at"], unknown>(true);
    return op.kind;
  }
  same<typeof op, KnownOp>(true);
  switch (op.kind) {
    case "insert":
      return op.text;
    case "delete":
      return String(op.count);
    case "noop":
      return "";
  }
}

same<(typeof OP_TAGS)[number], KnownOp["kind"]>(true);

// What is sent is checked, although the union is open.
export const sent: Op[] = [
  { kind: "insert", at: 1, text: "a" },
  { kind: "noop" },
  // @ts-expect-error a field is missing
  { kind: "insert", at: 1 },
  // @ts-expect-error a field is called otherwise
  { kind: "insert", at: 1, txt: "a" },
  // @ts-expect-error no such member
  { kind: "paint" },
];

export function adjacent(status: Status): string {
  switch (status.name) {
    case "waiting":
      // @ts-expect-error nothing but its tag
      void status.data;
      return "";
    case "running":
      return status.data.since;
    case "failed":
      return status.data;
    case "both":
      return status.data[1] ?? String(status.data[0]);
  }
}

export function openAdjacent(state: State): number | null {
  if (isKnownState(state) && state.name === "on") return state["the data"];
  return null;
}

export function untagged(cell: Cell): string {
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return cell.toFixed();
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  return cell.join();
}

export function byKeys(shape: Shape): number {
  return "radius" in shape ? shape.radius : shape.width * shape.height;
}

export function recursive(expr: Expr): boolean {
  switch (expr.op) {
    case "not":
      return !recursive(expr.of);
    case "all":
      return expr.of.every(recursive);
    case "value":
      return expr.is;
  }
}
