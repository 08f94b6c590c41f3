// What code with the generated client and code with plain socket.io-client have in common.

import type { Contract, EventDef } from "../contract.ts";
import type { Layout, Message } from "./code.ts";
import { text } from "./typescript_value.ts";

/** A message, and the name of the generated files without an ending; that of the schema's file, if not given. */
export interface TypeScriptMessage extends Message {
  readonly contract: Contract;
  readonly stem?: string;
}

/** The code in its parts. */
export interface TypeScriptCode {
  /** The lines behind the imports. */
  readonly body: string;
  /** What is imported, by the modules that it is from. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  /** The names that it takes from around it: `socket`, `auth`. */
  readonly holes: readonly string[];
}

export const TAB = "  ";
/** As prettier has it. */
export const LAYOUT: Layout = { tab: TAB, width: 80 };

/** A text with its imports. */
export function whole({ body, imports }: TypeScriptCode): string {
  const lines = [...imports].map(
    ([module, names]) =>
      `import { ${names.join(", ")} } from ${text(module)};\n`,
  );
  return `${lines.join("")}${lines.length > 0 ? "\n" : ""}${body}\n`;
}

/** The names of a listener's parameters. */
export function names(event: EventDef): readonly string[] {
  if (event.payload === "none") return [];
  if (event.payload === "data") return ["payload"];
  if (event.payload === "raw") return ["args"];
  const taken = new Set(["ack", "console"]);
  return (event.args ?? []).map(({ names }) => {
    let name = names.snake.replace(/_+([a-z0-9])/g, (_, letter: string) =>
      letter.toUpperCase(),
    );
    if (RESERVED.has(name)) name += "_";
    while (taken.has(name)) name += "_";
    taken.add(name);
    return name;
  });
}

const RESERVED = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/** A listener's parameters in their parentheses. */
export function parameters(event: EventDef): string {
  const list = names(event).join(", ");
  return event.payload === "raw" ? `(...${list})` : `(${list})`;
}

/** What a listener shows of what it got. */
export function logged(event: EventDef): string {
  if (event.payload === "raw") return "...args";
  return names(event).join(", ") || text(event.wire);
}
