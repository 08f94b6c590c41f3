// The YAML language server as an editor talks to it: JSON-RPC over standard input and output.

import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

export interface Diagnostic {
  message: string;
  range: { start: { line: number; character: number } };
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

interface Completions {
  items: { label: string; documentation?: string | { value: string } }[];
}

export class Editor {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #folder: string;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #findings = new Map<string, (found: Diagnostic[]) => void>();
  #buffer = Buffer.alloc(0);
  #requests = 0;
  #documents = 0;

  private constructor(folder: string) {
    this.#folder = resolve(folder);
    this.#process = spawn(
      process.execPath,
      ["node_modules/yaml-language-server/bin/yaml-language-server", "--stdio"],
      { stdio: "pipe" },
    );
    this.#process.stdout.on("data", (data: Buffer) => this.#read(data));
    this.#process.stderr.pipe(process.stderr);
  }

  /** Starts a server for files in a folder. */
  static async start(folder: string): Promise<Editor> {
    const editor = new Editor(folder);
    const rootUri = pathToFileURL(editor.#folder).href;
    await editor.#request("initialize", {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: "test" }],
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          completion: { completionItem: { documentationFormat: ["markdown"] } },
          hover: { contentFormat: ["markdown"] },
        },
      },
    });
    editor.#send({ method: "initialized", params: {} });
    return editor;
  }

  /** Opens a text as a schema file whose first line names the JSON Schema, and returns what is said of it. */
  async open(text: string): Promise<{ uri: string; found: Diagnostic[] }> {
    this.#documents += 1;
    const uri = pathToFileURL(
      `${this.#folder}/${this.#documents}.sockgen.yaml`,
    ).href;
    const found = new Promise<Diagnostic[]>((done) =>
      this.#findings.set(uri, done),
    );
    this.#send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri, languageId: "yaml", version: 1, text } },
    });
    return { uri, found: await found };
  }

  /** What is proposed at the `‸` of a text, each with its documentation. */
  async completions(text: string): Promise<Map<string, string>> {
    const { uri, position } = await this.#at(text);
    const result = (await this.#request("textDocument/completion", {
      textDocument: { uri },
      position,
    })) as Completions;
    return new Map(
      result.items.map(({ label, documentation }) => [
        label,
        typeof documentation === "string"
          ? documentation
          : (documentation?.value ?? ""),
      ]),
    );
  }

  /** What is explained at the `‸` of a text. */
  async hover(text: string): Promise<string> {
    const { uri, position } = await this.#at(text);
    const result = await this.#request("textDocument/hover", {
      textDocument: { uri },
      position,
    });
    return (
      (result as { contents: { value: string } } | null)?.contents.value ?? ""
    );
  }

  async stop(): Promise<void> {
    await this.#request("shutdown", null);
    this.#send({ method: "exit" });
    this.#process.kill();
  }

  async #at(text: string) {
    const before = text.slice(0, text.indexOf("‸")).split("\n");
    const { uri } = await this.open(text.replace("‸", ""));
    const character = before.at(-1)?.length ?? 0;
    return { uri, position: { line: before.length - 1, character } };
  }

  async #request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#requests;
    const answer = new Promise<Message>((done) => this.#answers.set(id, done));
    this.#send({ id, method, params });
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  #send(message: Message): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#process.stdin.write(
      `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    );
  }

  #read(data: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (;;) {
      const header = this.#buffer.indexOf("\r\n\r\n");
      if (header < 0) return;
      const length = /Content-Length: (\d+)/i.exec(
        this.#buffer.toString("latin1", 0, header),
      )?.[1];
      const end = header + 4 + Number(length);
      if (this.#buffer.length < end) return;
      const text = this.#buffer.toString("utf8", header + 4, end);
      this.#buffer = this.#buffer.subarray(end);
      this.#take(JSON.parse(text) as Message);
    }
  }

  #take(message: Message): void {
    if (message.method === undefined) {
      this.#answers.get(message.id ?? 0)?.(message);
    } else if (message.method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = message.params as {
        uri: string;
        diagnostics: Diagnostic[];
      };
      this.#findings.get(uri)?.(diagnostics);
    } else if (message.id !== undefined) {
      this.#send({ id: message.id, result: this.#answer(message) } as Message);
    }
  }

  /** What the server asks of its editor. */
  #answer({ method, params }: Message): unknown {
    if (method === "vscode/content" || method === "custom/schema/content") {
      return readFileSync(new URL(String(params)), "utf8");
    }
    if (method !== "workspace/configuration") return null;
    const { items } = params as { items: { section: string }[] };
    const yaml = {
      validate: true,
      hover: true,
      completion: true,
      schemaStore: { enable: false },
    };
    return items.map(({ section }) => (section === "yaml" ? yaml : {}));
  }
}
