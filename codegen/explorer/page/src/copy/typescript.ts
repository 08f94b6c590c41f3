// "Copy as TypeScript": a message as one writes it with the generated client, or with plain socket.io-client. What
// TypeScript's types cannot hold goes through the client's plain socket, which takes anything.

import type { EventDef } from "../contract.ts";
import {
  Misfit,
  call,
  isAnswered,
  isRequired,
  listing,
  print,
  refuseArguments,
  stem,
  type Answer,
  type Doc,
} from "./code.ts";
import { plainCode, plainlyReceived, plainlySent } from "./plain.ts";
import {
  LAYOUT,
  TAB,
  logged,
  parameters,
  whole,
  type TypeScriptCode,
  type TypeScriptMessage,
} from "./typescript_code.ts";
import {
  TypeScriptValues,
  isName,
  key,
  plain,
  text,
} from "./typescript_value.ts";

/** The message with the generated client. */
export function asTypeScript(message: TypeScriptMessage): string {
  return whole(typeScriptCode(message));
}

/** The message with plain socket.io-client. */
export function asPlainTypeScript(message: TypeScriptMessage): string {
  return whole(plainCode(message));
}

/** The message with the generated client, in parts. */
export function typeScriptCode(message: TypeScriptMessage): TypeScriptCode {
  const { contract, namespace, params = {}, direction } = message;
  const module = `./${message.stem ?? stem(contract.source)}`;
  const imports = new Map<string, readonly string[]>();
  const holes: string[] = [];
  const lines: Doc[] = [];
  const values = new TypeScriptValues(contract);
  if (namespace.names) {
    const create = `create${namespace.names.pascal}Socket`;
    imports.set(`${module}.client`, [create]);
    const options: Doc[] = [];
    if (namespace.dynamic)
      options.push(["params: ", pathParameters(message, values, params)]);
    if (namespace.auth) {
      options.push("auth");
      holes.push("auth");
    }
    const object =
      options.length > 0 ? [listing("{", options, "}", { gap: " " })] : [];
    lines.push(call(`const socket = ${create}(`, object, ");"));
  } else holes.push("socket");
  const names = [...values.imports];
  const typed =
    direction === "clientToServer"
      ? attempt(() => sent(message, values))
      : attempt(() => received(message, values));
  if (typed) lines.push(...typed);
  else {
    values.imports.clear();
    names.forEach((name) => values.imports.add(name));
    lines.push(
      ...(direction === "clientToServer"
        ? plainlySent(message, "socket.socket")
        : plainlyReceived(message, "socket.socket")),
    );
  }
  if (values.imports.size > 0) imports.set(module, [...values.imports].sort());
  const body = lines.map((line) => print(line, LAYOUT)).join("\n");
  return { body, imports, holes };
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof Misfit) return undefined;
    throw error;
  }
}

/** What stands in a dynamic namespace's path. */
function pathParameters(
  { namespace }: TypeScriptMessage,
  values: TypeScriptValues,
  params: Readonly<Record<string, unknown>>,
): Doc {
  const entries = namespace.template.flatMap(({ name, type }): Doc[] => {
    if (name === undefined || !type) return [];
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    const doc =
      attempt(() => values.value(type, value, name)) ??
      ([plain(value ?? null, name), " as never"] as const);
    return [[`${key(name)}: `, doc]];
  });
  return listing("{", entries, "}", { gap: " " });
}

function sent(message: TypeScriptMessage, values: TypeScriptValues): Doc[] {
  const { event, namespace } = message;
  const name = methodOf(event, namespace.clientToServer ?? []);
  const access = isName(name) ? `.${name}` : `[${text(name)}]`;
  const method = call(`socket${access}(`, argumentsOf(message, values), ")");
  if (!isAnswered(event)) return [[method, ";"]];
  return [
    ["const result = await ", method, ";"],
    "if (result.ok) console.log(result.data);",
    "else console.error(result.error ?? result.fault);",
  ];
}

// As `codegen/src/ts/client/events.rs` has them: what every connection has.
const MEMBERS: readonly string[] =
  "answer connect connected disconnect emit namespace off on once request socket state subscribe then timeout".split(
    " ",
  );

/** The name of an event's method. */
function methodOf(event: EventDef, events: readonly EventDef[]): string {
  const { camel } = event.names;
  const isAlone =
    events.filter(({ names }) => names.camel === camel).length < 2;
  const name = isAlone ? camel : event.wire;
  return MEMBERS.includes(name) ? `${name}_` : name;
}

function argumentsOf(
  message: TypeScriptMessage,
  values: TypeScriptValues,
): Doc[] {
  if (message.invalid) throw new Misfit("$", "it breaks a rule of the schema");
  refuseArguments(message);
  const { event, args } = message;
  switch (event.payload) {
    case "none":
      return [];
    case "raw":
      return args.map((arg, at) => values.any(arg ?? null, `$[${at}]`));
    case "data":
      return event.data ? [values.value(event.data, args[0], "$")] : [];
    case "args": {
      const fields = event.args ?? [];
      return fields.flatMap((field, at): Doc[] => {
        const value = args[at];
        const path = `$[${at}]`;
        const isThere = args.length > at && value !== undefined;
        if (!isThere) {
          if (isRequired(field)) throw new Misfit(path, "this has to be there");
          return args.length > at ? ["undefined"] : [];
        }
        // In place of what may be left out null is nothing, unless it is a value.
        if (value === null && (field.nullable || !isRequired(field)))
          return [field.nullable ? "null" : "undefined"];
        return [values.value(field.type, value, path)];
      });
    }
  }
}

function received(message: TypeScriptMessage, values: TypeScriptValues): Doc[] {
  const { event, answer } = message;
  const wire = text(event.wire);
  const log = `${TAB}console.log(${logged(event)});`;
  if (!isAnswered(event))
    return [`socket.on(${wire}, ${parameters(event)} => {`, log, "});"];
  if (!answer)
    return [
      `socket.answer(${wire}, ${parameters(event)} => {`,
      log,
      `${TAB}throw new Error("not answered yet");`,
      "});",
    ];
  const doc = answered(event, answer, values);
  return [[`socket.answer(${wire}, () => `, doc, ");"]];
}

/** What the handler of a question returns. */
function answered(
  event: EventDef,
  answer: Answer,
  values: TypeScriptValues,
): Doc {
  if ("error" in answer) {
    if (!event.error)
      throw new Misfit("$", "the event declares no error to answer with");
    const error = values.value(event.error, answer.error, "$");
    return listing("({", ["ok: false", ["error: ", error]], "})", { gap: " " });
  }
  const { data } = answer;
  let doc: Doc = "null";
  if (event.ack === "raw")
    doc = values.any(Array.isArray(data) ? data : [data], "$");
  else if (event.answer) doc = values.value(event.answer, data, "$");
  if (event.error && event.ack !== "raw")
    return listing("({", ["ok: true", ["data: ", doc]], "})", { gap: " " });
  // A brace would begin the body of a function.
  return startsWithBrace(doc) ? ["(", doc, ")"] : doc;
}

function startsWithBrace(doc: Doc): boolean {
  if (typeof doc === "string") return doc.startsWith("{");
  if ("open" in doc) return doc.open.startsWith("{");
  const [first] = doc;
  return first !== undefined && startsWithBrace(first);
}
