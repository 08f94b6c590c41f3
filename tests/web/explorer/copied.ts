// Writes what "copy as" gives for the messages in `.generated/copied.json`: each as a function that takes from around it
// what the code does.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import {
  hasBytes,
  print,
  type Answer,
  type Message,
} from "../../../codegen/explorer/page/src/copy/code.ts";
import { ident } from "../../../codegen/explorer/page/src/copy/rust_text.ts";
import { RustValues } from "../../../codegen/explorer/page/src/copy/rust_value.ts";
import { rustCode } from "../../../codegen/explorer/page/src/copy/rust.ts";
import { plainCode } from "../../../codegen/explorer/page/src/copy/plain.ts";
import { typeScriptCode } from "../../../codegen/explorer/page/src/copy/typescript.ts";
import type { TypeScriptCode } from "../../../codegen/explorer/page/src/copy/typescript_code.ts";
import {
  Types,
  type Contract,
} from "../../../codegen/explorer/page/src/contract.ts";

interface Case {
  case: string;
  contract: Contract;
  messages: {
    namespace: number;
    direction: Message["direction"];
    event: string;
    params: Record<string, unknown>;
    args: unknown[];
    answer?: Answer;
  }[];
}

/** The TypeScript of a schema's messages. */
class Module {
  readonly #imports = new Map<string, Set<string>>();
  #body = "";

  add({ body, imports, holes }: TypeScriptCode, name: string, socket: string) {
    for (const [module, names] of imports) {
      const all = this.#imports.get(module) ?? new Set();
      names.forEach((name) => all.add(name));
      this.#imports.set(module, all);
    }
    const types: Record<string, string> = { socket, auth: "any" };
    const given = holes.map((hole) => `${hole}: ${types[hole] ?? "never"}`);
    this.#body += `\nexport async function ${name}(${given.join(", ")}) {\n${body}\n}\n`;
  }

  text() {
    const lines = [...this.#imports].map(
      ([module, names]) =>
        `import { ${[...names].sort().join(", ")} } from ${JSON.stringify(module)};\n`,
    );
    return `${lines.join("")}export {};\n${this.#body}`;
  }
}

const generated = new URL("../.generated/", import.meta.url);
const cases = JSON.parse(
  await readFile(new URL("copied.json", generated), "utf8"),
  // Bytes stand in it as the values of the tests have them.
  (_, value: unknown) => {
    const isObject = typeof value === "object" && value !== null;
    if (!isObject || !("$bytes" in value)) return value;
    return new Uint8Array(Buffer.from(String(value.$bytes), "hex"));
  },
) as Case[];

for (const folder of ["copied", "plain/copied"]) {
  await rm(new URL(`${folder}/`, generated), { recursive: true, force: true });
  await mkdir(new URL(`${folder}/`, generated), { recursive: true });
}
let same = "// Written by `tests/web/explorer/copied.ts`.\n";
for (const { case: name, contract, messages } of cases) {
  same += sameness(name, contract, messages);
  let rust =
    "// Written by `tests/web/explorer/copied.ts`.\n\nuse super::Adapter;\n";
  const typed = new Module();
  messages.forEach((message, at) => {
    const namespace = contract.namespaces[message.namespace];
    const events = namespace?.[message.direction];
    const event = events?.find(({ wire }) => wire === message.event);
    if (!namespace || !event) throw new Error(`no event ${message.event}`);
    const input: Message = { ...message, namespace, event };
    rust += asFunction(name, contract, input, `m${at}`);
    const create = `create${namespace.names?.pascal ?? ""}Socket`;
    const socket = `import("../${name}.client").${create}`;
    const code = typeScriptCode({ ...input, contract, stem: `../${name}` });
    // Whatever does not fit goes through it, and would compile.
    if (code.body.includes("socket.socket"))
      throw new Error(`${name}: ${event.wire} is not typed: ${code.body}`);
    typed.add(code, `typed${at}`, `ReturnType<typeof ${socket}>`);
    typed.add(
      plainCode({ ...input, contract }),
      `plain${at}`,
      'import("socket.io-client").Socket',
    );
  });
  await writeFile(new URL(`copied/${name}.rs`, generated), rust);
  await writeFile(new URL(`plain/copied/${name}.ts`, generated), typed.text());
}

same += "\npub fn all() -> Result<(), sockgen::BoxError> {\n";
for (const [, name] of same.matchAll(/^pub fn (\w+)/gm))
  if (name !== "all") same += `    ${name}()?;\n`;
await writeFile(new URL("copied/same.rs", generated), `${same}    Ok(())\n}\n`);

/** Checks that are run: each value as Rust is what its JSON is read as. */
function sameness(
  name: string,
  contract: Contract,
  messages: Case["messages"],
): string {
  const module = `crate::${ident(name)}`;
  const types = new Types(contract);
  let uses = new Set<string>();
  let body = "";
  for (const message of messages) {
    const namespace = contract.namespaces[message.namespace];
    const events = namespace?.[message.direction];
    const ref = events?.find(({ wire }) => wire === message.event)?.data;
    const [value] = message.args;
    // The type has to be known from the value alone, and its JSON to be read without attachments.
    const behind = ref && types.behind(ref);
    if (!ref || behind?.kind !== "named" || hasBytes(value)) continue;
    if (types.def(behind.name).kind === "external") continue;
    const values = new RustValues(types, module);
    const text = JSON.stringify(value).replace(/\p{C}|[\u2028\u2029]/gu, (c) =>
      [...Array(c.length).keys()]
        .map((at) => `\\u${c.charCodeAt(at).toString(16).padStart(4, "0")}`)
        .join(""),
    );
    body += `    let value = ${print(values.value(ref, value, "$"), { tab: "    ", width: 100 })};\n`;
    body += `    assert_eq!(value, sockgen::serde_json::from_str(r##"${text}"##)?);\n`;
    uses = new Set([...uses, ...values.uses]);
  }
  if (body === "") return "";
  const imports = [...uses].sort().map((path) => `    use ${path};\n`);
  return `\npub fn ${name}() -> Result<(), sockgen::BoxError> {\n${imports.join("")}${body}    Ok(())\n}\n`;
}

/** The Rust of a message. What is generic over the adapter is checked, and no machine code is made of it. */
function asFunction(
  name: string,
  contract: Contract,
  message: Message,
  own: string,
): string {
  const module = `crate::${ident(name)}`;
  const code = rustCode({ ...message, contract, module });
  if ("problem" in code) throw new Error(`${name}, ${own}: ${code.problem}`);
  if (code.body.includes("client.raw()"))
    throw new Error(`${name}, ${own} is not typed: ${code.body}`);
  const { names } = message.namespace;
  const within = names ? `${module}::${ident(names.snake)}` : module;
  const holes = code.holes.map(({ name, type }) => `${name}: ${type}`);
  const [generics, given] =
    code.within === "handler"
      ? ["S: Send + Sync + 'static, A: Adapter", `ctx: ${within}::Ctx<S, A>`]
      : ["A: Adapter", "server: super::Server<A>"];
  const uses = code.uses.map((path) => `    use ${path};\n`).join("");
  const error =
    code.within === "handler" ? "sockgen::Fail" : "sockgen::BoxError";
  const body = code.body.replace(/^(?=.)/gm, "    ");
  return `
pub async fn ${own}<${generics}>(${[given, ...holes].join(", ")}) -> Result<(), ${error}> {
${uses}${body}
    Ok(())
}
`;
}
