// "Copy as Rust": what the server sends, as a handler sends it; what a client sends or answers, as a test does it with
// the generated client. What Rust's types cannot hold, a test sends by `client.raw()`; a server has no such way.

import {
  Types,
  type Contract,
  type Part,
  type Ref,
  type RoomDef,
} from "../contract.ts";
import {
  Misfit,
  asObject,
  call,
  isAnswered,
  listing,
  print,
  refuseArguments,
  stem,
  type Copied,
  type Doc,
  type Layout,
  type Message,
  hasBytes,
} from "./code.ts";
import { isText } from "./rust_types.ts";
import { ident, text } from "./rust_text.ts";
import { RustValues } from "./rust_value.ts";

/** A message, and how the module is called that `#[socket_events]` fills; like the schema's file, if not given. */
export interface RustMessage extends Message {
  readonly contract: Contract;
  readonly module?: string;
}

/** Something that the code takes from around it. */
export interface Hole {
  readonly name: string;
  readonly type: string;
}

/** The code in its parts. */
export interface RustCode {
  /** The lines behind the `use` ones; `?` stands in them. */
  readonly body: string;
  readonly uses: readonly string[];
  /** `ctx` of a handler, or the `server` of a test. */
  readonly within: "handler" | "test";
  readonly holes: readonly Hole[];
}

const TAB = "    ";
/** As rustfmt has it. */
const LAYOUT: Layout = { tab: TAB, width: 100 };

/** The message as Rust. */
export function asRust(message: RustMessage): Copied {
  const copied = rustCode(message);
  if ("problem" in copied) return copied;
  const uses = copied.uses.map((path) => `use ${path};\n`).join("");
  return { code: `${uses}${uses && "\n"}${copied.body}\n` };
}

/** The same in parts. */
export function rustCode(message: RustMessage): RustCode | { problem: string } {
  const writer = new Writer(message);
  try {
    return writer.code();
  } catch (error) {
    if (error instanceof Misfit)
      return {
        problem: `this does not fit the contract, so that no Rust sends it: ${error.message}`,
      };
    throw error;
  }
}

class Writer {
  readonly #message: RustMessage;
  readonly #types: Types;
  readonly #values: RustValues;
  /** Of the namespace. */
  readonly #module: string;
  readonly #holes: Hole[] = [];

  constructor(message: RustMessage) {
    this.#message = message;
    this.#types = new Types(message.contract);
    const root = message.module ?? ident(stem(message.contract.source));
    this.#values = new RustValues(this.#types, root);
    const { names } = message.namespace;
    this.#module = names ? `${root}::${ident(names.snake)}` : root;
  }

  code(): RustCode {
    const { direction, answer } = this.#message;
    const isHandler = direction === "serverToClient" && !answer;
    const lines = isHandler
      ? this.#emitted()
      : [
          ...this.#connected(),
          ...(direction === "clientToServer" ? this.#sent() : this.#answered()),
        ];
    return {
      body: lines.map((line) => print(line, LAYOUT)).join("\n"),
      uses: [...this.#values.uses].sort(),
      within: isHandler ? "handler" : "test",
      holes: this.#holes,
    };
  }

  /** A client that is connected to the namespace. */
  #connected(): Doc[] {
    const { namespace, params = {} } = this.#message;
    const given: Doc[] = ["&server"];
    if (namespace.dynamic) {
      const fields = namespace.template.flatMap(({ name, names, type }) =>
        name !== undefined && names && type
          ? [{ wire: name, names, type }]
          : [],
      );
      const path = `${this.#module}::Params`;
      given.push(["&", this.#values.struct(path, fields, params, "params")]);
    }
    if (namespace.auth) {
      given.push("&auth");
      this.#holes.push({ name: "auth", type: `${this.#module}::Auth` });
    }
    const connect = call(`${this.#module}::test::connect(`, given, ")");
    return [["let client = ", connect, ".await?;"]];
  }

  #sent(): Doc[] {
    const { event, args, invalid } = this.#message;
    try {
      if (invalid) throw new Misfit("$", "it breaks a rule of the schema");
      const method = ident(event.names.snake);
      const given = call(`${method}(`, this.#payload(), ")");
      if (!isAnswered(event)) return [["client.emit().", given, "?;"]];
      return [["let answer = client.request().", given, ".await?;"]];
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      // Whatever the typed code needed before it failed.
      const uses = this.#values.uses;
      uses.clear();
      const isJson = !args.some(hasBytes);
      const items = args.map((value, at): Doc => {
        const path = `$[${at}]`;
        return isJson
          ? this.#jsonArgument(value, path)
          : this.#values.raw(value, path);
      });
      if (items.length === 0) uses.add("sockgen::RawValue");
      const list =
        items.length === 0
          ? "Vec::<RawValue>::new()"
          : listing("[", items, "]");
      const given = [text(event.wire, "the event's name"), list];
      if (!isAnswered(event))
        return [[listing("client.raw().emit(", given, ")"), "?;"]];
      return [
        [
          listing("let answer = client.raw().request_raw(", given, ")"),
          ".await?;",
        ],
      ];
    }
  }

  /** An argument of no type. What is read from a text has to be told which. */
  #jsonArgument(value: unknown, path: string): Doc {
    const doc = this.#values.json(value, path);
    if (typeof doc !== "string") return doc;
    this.#values.uses.add("sockgen::RawValue");
    return this.#values.raw(value, path);
  }

  #answered(): Doc[] {
    const { event, answer = { data: null } } = this.#message;
    const question: Doc = `let question = client.expect().${ident(event.names.snake)}().await;`;
    if ("error" in answer) {
      if (!event.error)
        throw new Misfit("$", "the event declares no error to answer with");
      const error = this.#values.value(event.error, answer.error, "$");
      return [question, ["question.refuse(&", error, ")?;"]];
    }
    const data = this.#data(answer.data);
    return [question, ["question.answer(&", data, ")?;"]];
  }

  #data(data: unknown): Doc {
    const { event } = this.#message;
    if (event.answer) return this.#values.value(event.answer, data, "$");
    if (event.ack === "raw")
      return this.#raw(Array.isArray(data) ? data : [data]);
    return "()";
  }

  #emitted(): Doc[] {
    const { event, invalid } = this.#message;
    if (invalid) throw new Misfit("$", "it breaks a rule of the schema");
    const [room] = this.#rooms();
    const given = call(`${ident(event.names.snake)}(`, this.#payload(), ")");
    if (!isAnswered(event))
      return room
        ? [["ctx.to(&", room, ").", given, ".await?;"]]
        : [["ctx.emit().", given, "?;"]];
    if (!room) return [["let answer = ctx.emit().", given, ".await?;"]];
    return [
      ["let mut answers = ctx.to(&", room, ").", given, ".await?;"],
      "while let Some((socket, answer)) = answers.next().await {",
      `${TAB}let answer = answer?;`,
      "}",
    ];
  }

  /** What the method takes. */
  #payload(): Doc[] {
    refuseArguments(this.#message);
    const { event, args } = this.#message;
    switch (event.payload) {
      case "none":
        return [];
      case "data":
        if (!event.data) return [];
        return [["&", this.#values.value(event.data, args[0], "$")]];
      case "args": {
        const fields = event.args ?? [];
        const def = this.#types.def(event.argsType ?? "");
        // A text of the schema's may be any key.
        const value = Object.fromEntries(
          args.map((arg, at) => {
            const { wire = "", nullable, hasDefault } = fields[at] ?? {};
            // In its place null is what an argument is that may be left out.
            const isLeftOut = arg === null && hasDefault && !nullable;
            return [wire, isLeftOut ? undefined : arg];
          }),
        );
        const path = this.#values.path(def);
        return [["&", this.#values.struct(path, fields, value, "$")]];
      }
      case "raw":
        return [["&", this.#raw(args)]];
    }
  }

  #raw(args: readonly unknown[]): Doc {
    const items = args.map((arg, at) => this.#values.raw(arg, `$[${at}]`));
    const list = listing("vec![", items, "]");
    return ["sockgen::Raw { arguments: ", list, " }"];
  }

  /** The rooms that the event may go to, those first of which the message says which. */
  #rooms(): Doc[] {
    const { event, namespace } = this.#message;
    const kinds = event.to?.flatMap((key) => {
      const room = namespace.rooms?.find((room) => room.key === key);
      return room ? [room] : [];
    });
    const made = (kinds ?? []).map((room) => this.#room(room));
    made.sort((a, b) => a.holes.length - b.holes.length);
    const [first] = made;
    if (first) this.#holes.push(...first.holes);
    return first ? [first.doc] : [];
  }

  #room(room: RoomDef): { doc: Doc; holes: Hole[] } {
    const holes: Hole[] = [];
    const given = room.template.flatMap((part): Doc[] => {
      const { name, names, type } = part;
      if (name === undefined || !names || !type) return [];
      const said = this.#said(part);
      if (said) return [said];
      const hole = { name: ident(names.snake), type: this.#type(type) };
      holes.push(hole);
      return [`&${hole.name}`];
    });
    const path = `${this.#module}::rooms::${ident(room.names.snake)}`;
    return { doc: call(`${path}(`, given, ")"), holes };
  }

  /** A parameter of a room, from the message's field of that name. */
  #said({ name = "", type }: Part): Doc | undefined {
    const { event, args } = this.#message;
    const place = event.args?.findIndex(({ wire }) => wire === name) ?? -1;
    const fields = asObject(args[0]);
    const value = event.args
      ? args[place]
      : fields && Object.hasOwn(fields, name)
        ? fields[name]
        : undefined;
    if (value === undefined || !type) return undefined;
    try {
      // Where the parameter is a text, the function takes a `&str`.
      if (isText(this.#types, type))
        return typeof value === "string" ? text(value, name) : undefined;
      return ["&", this.#values.value(type, value, name)];
    } catch (error) {
      if (error instanceof Misfit) return undefined;
      throw error;
    }
  }

  /** The type of a parameter, which is a text, a number or something with a name. */
  #type(ref: Ref): string {
    if (ref.kind === "named")
      return this.#values.path(this.#types.def(ref.name));
    if (ref.kind !== "builtin") return "String";
    const others: Readonly<Record<string, string>> = {
      string: "String",
      int: "i64",
      uuid: "sockgen::uuid::Uuid",
      datetime: "sockgen::chrono::DateTime<sockgen::chrono::Utc>",
      date: "sockgen::chrono::NaiveDate",
      bytes: "sockgen::bytes::Bytes",
      json: "sockgen::serde_json::Value",
    };
    return others[ref.builtin] ?? ref.builtin;
  }
}
