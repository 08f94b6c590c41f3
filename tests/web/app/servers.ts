// The three servers of the application: the Socket.IO server, the stand-in for the voice service, and the web app as it
// is deployed. Each listens on a port of the system's choice, and ends with the test.
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** `examples/call`, or the copy of it that is tested. */
export const APP = process.env["CALL_APP"]
  ? `${process.env["CALL_APP"]}/`
  : fileURLToPath(new URL("../../../examples/call/", import.meta.url));
const WEB = `${APP}web`;

/** How long anything may take before it is said what was printed instead. */
const PATIENCE_MS = 20_000;

/** A program that says where it is, and may be ended and started again there. */
export class Program {
  url = "";
  /** All that it printed. */
  readonly lines: string[] = [];
  readonly #command: string[];
  readonly #options: { env: NodeJS.ProcessEnv; cwd: string };
  /** The variable or the argument that names its port. */
  readonly #portName: string;
  #process: ChildProcess | undefined;

  constructor(
    command: string[],
    portName: string,
    env: NodeJS.ProcessEnv = {},
    cwd = APP,
  ) {
    this.#command = command;
    this.#portName = portName;
    this.#options = { env: { ...process.env, ...env }, cwd };
  }

  async start(port = this.url ? new URL(this.url).port : "0"): Promise<void> {
    const [program = "", ...args] = this.#command;
    const { env, cwd } = this.#options;
    const started = spawn(program, args, {
      cwd,
      env: { ...env, [this.#portName]: port },
      stdio: ["pipe", "pipe", "pipe"],
    });
    this.#process = started;
    const said = createInterface(started.stdout);
    said.on("line", (line) => this.lines.push(line));
    const complained = createInterface(started.stderr);
    complained.on("line", (line) => {
      this.lines.push(line);
      console.error(line);
    });
    await new Promise<void>((resolve, reject) => {
      said.on("line", (line) => {
        this.url ||= /http:\/\/\S+/.exec(line)?.[0] ?? "";
        // Next says where it will be before it is there.
        if (this.url && !line.includes("Next.js") && !line.includes("Local:"))
          resolve();
      });
      started.once("error", reject);
      // Not "exit": all that it said has been read by now.
      started.once("close", (code) =>
        reject(
          new Error(
            `${this.#command.join(" ")} ended (${String(code)}):\n${this.lines.join("\n")}`,
          ),
        ),
      );
    });
  }

  /** Waits until it has printed so many lines in which this stands. */
  async says(text: string, times = 1): Promise<void> {
    const count = () => this.lines.filter((line) => line.includes(text)).length;
    const deadline = Date.now() + PATIENCE_MS;
    while (count() < times) {
      assert.ok(Date.now() < deadline, this.lines.join("\n"));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Types a line into it. */
  type(line: string): void {
    this.#process?.stdin?.write(`${line}\n`);
  }

  /** Hears nothing more, without telling anybody. It can be killed then. */
  freeze(): void {
    this.#process?.kill("SIGSTOP");
  }

  /** Goes on with what it did not hear. */
  thaw(): void {
    this.#process?.kill("SIGCONT");
  }

  /** Tells it to end, and waits until it has. */
  stop(): Promise<void> {
    return this.#end("SIGTERM");
  }

  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const ended = this.#process;
    if (!ended) return;
    this.#process = undefined;
    ended.kill(signal);
    if (ended.exitCode === null && ended.signalCode === null)
      await once(ended, "exit");
  }
}

/** The application at work. */
export class Application {
  readonly server: Program;
  readonly voice: Program;
  readonly web: Program;

  private constructor(server: Program, voice: Program, web: Program) {
    this.server = server;
    this.voice = voice;
    this.web = web;
  }

  /**
   * `mode` is `start` for what was built, `dev` for what developers see. With `keys` the voice service wants tokens, which the
   * stand-in gives for any.
   */
  static async start({
    mode = "start",
    keys = false,
  }: { mode?: "start" | "dev"; keys?: boolean } = {}): Promise<Application> {
    const program = process.env["CALL_SERVER"];
    assert.ok(program, "CALL_SERVER is the example's server");
    const quiet = { VOICE_QUIET: "1" };
    const voice = new Program(["node", "voice/main.js"], "VOICE_PORT", quiet);
    await voice.start();
    // The server has to know the web app's origin before there is a web app, and the web app the server's.
    const begun = onFreePort(async (port) => {
      const allowed = { ALLOWED_ORIGINS: `http://localhost:${port}` };
      const server = new Program([program], "PORT", allowed);
      await server.start();
      const next = ["node", "node_modules/next/dist/bin/next", mode];
      const env = {
        SOCKET_URL: server.url,
        HUME_HOSTNAME: voice.url,
        HUME_API_KEY: keys ? "key" : "",
        HUME_SECRET_KEY: keys ? "secret" : "",
        NEXT_TELEMETRY_DISABLED: "1",
      };
      const command = [...next, "--hostname", "localhost"];
      const web = new Program(command, "PORT", env, WEB);
      try {
        await web.start(port);
      } catch (error) {
        await server.kill();
        throw error;
      }
      return new Application(server, voice, web);
    });
    begun.catch(() => voice.kill());
    return begun;
  }

  async end(): Promise<void> {
    // Next has processes of its own, which it ends when it is told to end.
    await Promise.all([this.web.stop(), this.voice.kill(), this.server.kill()]);
  }
}

/** How often another port is taken when somebody was faster. */
const PORTS = 3;

/** Begins something on a port that is free, or on another if somebody takes it first. */
export async function onFreePort<T>(
  begin: (port: string) => Promise<T>,
  find = freePort,
): Promise<T> {
  for (let left = PORTS; ; left--) {
    try {
      return await begin(await find());
    } catch (error) {
      const isTaken = String(error).includes("EADDRINUSE");
      if (!isTaken || left === 1) throw error;
    }
  }
}

/** A port that nobody listens on now. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return String(port);
}
