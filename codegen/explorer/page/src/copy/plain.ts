// A message with plain socket.io-client, which takes and gives anything.

import type { AckStyle, EventDef, Shape } from "../contract.ts";
import {
  call,
  isAnswered,
  listing,
  print,
  type Answer,
  type Doc,
  type Message,
} from "./code.ts";
import {
  LAYOUT,
  TAB,
  logged,
  names,
  type TypeScriptCode,
  type TypeScriptMessage,
} from "./typescript_code.ts";
import { key, plain, text } from "./typescript_value.ts";

/** The message with plain socket.io-client, in parts. */
export function plainCode(message: TypeScriptMessage): TypeScriptCode {
  const { namespace, params = {}, direction } = message;
  const imports = new Map<string, readonly string[]>();
  const holes: string[] = [];
  const lines: Doc[] = [];
  if (namespace.names) {
    imports.set("socket.io-client", ["io"]);
    const path = namespace.template.map(({ literal, name = "" }) =>
      literal !== undefined
        ? literal
        : inPath(Object.hasOwn(params, name) ? params[name] : ""),
    );
    const given: Doc[] = [text(path.join(""))];
    if (namespace.auth) {
      given.push("{ auth }");
      holes.push("auth");
    }
    lines.push(listing("const socket = io(", given, ");"));
  } else holes.push("socket");
  lines.push(
    ...(direction === "clientToServer"
      ? plainlySent(message, "socket")
      : plainlyReceived(message, "socket")),
  );
  const body = lines.map((line) => print(line, LAYOUT)).join("\n");
  return { body, imports, holes };
}

/** Sending through a plain socket. */
export function plainlySent({ event, args }: Message, socket: string): Doc[] {
  const given = args.map((arg, at) => plain(arg ?? null, `$[${at}]`));
  const all: Doc[] = [text(event.wire), ...given];
  if (!isAnswered(event)) return [[listing(`${socket}.emit(`, all, ");")]];
  const parameter =
    event.ack === "raw" ? "...response: unknown[]" : "response: unknown";
  const [name] = parameter.split(":");
  const open = commas(`${socket}.emit(`, all);
  return [
    [open, `, (${parameter}) => {`],
    `${TAB}console.log(${name});`,
    "});",
  ];
}

/** Listening to a plain socket, and answering. */
export function plainlyReceived(
  message: TypeScriptMessage,
  socket: string,
): Doc[] {
  const { event, answer } = message;
  const all = [...names(event)];
  const on = `${socket}.on(${text(event.wire)}`;
  const log = `${TAB}console.log(${logged(event)});`;
  if (!isAnswered(event)) {
    const list = event.payload === "raw" ? ["...args"] : all;
    return [`${on}, (${list.join(", ")}) => {`, log, "});"];
  }
  const style = message.contract.ackStyles[event.ackStyle];
  if (!answer)
    return [`${on}, (...args) => {`, `${TAB}console.log(...args);`, "});"];
  // A question may come with fewer arguments than it has; the ack is the last.
  return [
    `${on}, (...args) => {`,
    `${TAB}const ack = args.pop();`,
    `${TAB}console.log(...args);`,
    [TAB, call("ack(", responded(event, answer, style), ");")],
    "});",
  ];
}

/** The arguments of an ack, in the shapes of its style. */
function responded(
  event: EventDef,
  answer: Answer,
  style: AckStyle | undefined,
): Doc[] {
  const isError = "error" in answer;
  const value = isError ? answer.error : answer.data;
  if (event.ack === "raw")
    return (Array.isArray(value) ? value : [value]).map((item, at) =>
      plain(item, `$[${at}]`),
    );
  const shape = isError ? style?.error : style?.ok;
  return [shape ? filled(shape, value) : plain(value, "$")];
}

function filled(shape: Shape, value: unknown): Doc {
  if ("slot" in shape) return plain(value ?? null, "$");
  if ("const" in shape) return plain(shape.const, "$");
  const entries = shape.object.map((entry): Doc => {
    if ("spread" in entry) return ["...", plain(value ?? {}, "$")];
    return [`${key(entry.key)}: `, filled(entry.value, value)];
  });
  return listing("{", entries, "}", { gap: " " });
}

/** A call that is not closed yet. */
function commas(open: string, items: readonly Doc[]): Doc {
  return [
    open,
    ...items.flatMap((item, at) => (at > 0 ? [", ", item] : [item])),
  ];
}

/** What stands for a parameter in a path. Half a surrogate pair has no encoding, and is what the encoder makes of it. */
function inPath(value: unknown): string {
  const bytes = new TextEncoder().encode(String(value));
  return encodeURIComponent(new TextDecoder().decode(bytes));
}
