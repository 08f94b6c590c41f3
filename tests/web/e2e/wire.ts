// The two transports without a library above them: frames as they are, so that
// a test can send what no client would.
import assert from "node:assert/strict";
import { WebSocket, type RawData } from "ws";
import { serverUrl } from "./client.ts";

/** What a session begins with. */
export interface Handshake {
  sid: string;
  upgrades: string[];
  pingInterval: number;
  pingTimeout: number;
  maxPayload: number;
}

/** What a server answers to a request. */
export interface Answer {
  status: number;
  text: string;
}

/** How long anything may take before a test says what it was waiting for. */
const PATIENCE_MS = 10_000;

/** Where the engine is asked, with these parameters. */
export function address(query: Record<string, string>): string {
  return `${serverUrl()}/socket.io/?${new URLSearchParams(query)}`;
}

/** The handshake in an engine's first packet. */
export function handshake(text: string): Handshake {
  assert.equal(text[0], "0", text);
  return JSON.parse(text.slice(1)) as Handshake;
}

/** A request of any kind. */
export async function request(
  query: Record<string, string>,
  method = "GET",
  body?: string | Uint8Array<ArrayBuffer>,
): Promise<Answer> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const init = body === undefined ? { method } : { method, body };
  const answer = await fetch(address(query), { ...init, signal });
  return { status: answer.status, text: await answer.text() };
}

/** A session over HTTP. */
export class Polling {
  readonly handshake: Handshake;

  private constructor(first: Handshake) {
    this.handshake = first;
  }

  /** Opens a session, and reads the heartbeat that every session begins with. */
  static async open(): Promise<Polling> {
    const answer = await request({ EIO: "4", transport: "polling" });
    assert.equal(answer.status, 200, answer.text);
    const session = new Polling(handshake(answer.text));
    assert.deepEqual(await session.poll(), { status: 200, text: "2" });
    return session;
  }

  get query(): Record<string, string> {
    return { EIO: "4", transport: "polling", sid: this.handshake.sid };
  }

  /** What the server has to say, when it has something. */
  poll(): Promise<Answer> {
    return request(this.query);
  }

  /** Sends packets. */
  post(body: string | Uint8Array<ArrayBuffer>): Promise<Answer> {
    return request(this.query, "POST", body);
  }

  /** A WebSocket that wants to become this session's transport. */
  upgrade(): Wire {
    return new Wire({ sid: this.handshake.sid });
  }
}

/** A WebSocket. What arrives is kept until it is asked for. */
export class Wire {
  readonly #socket: WebSocket;
  readonly #frames: (string | Uint8Array)[] = [];
  #ended: string | undefined;
  #wake: () => void = () => {};

  constructor(query: Record<string, string> = {}) {
    const all = { EIO: "4", transport: "websocket", ...query };
    this.#socket = Wire.#to(all);
    this.#socket.on("message", (data: RawData, binary: boolean) => {
      const bytes = data as Buffer;
      this.#frames.push(binary ? new Uint8Array(bytes) : bytes.toString());
      this.#wake();
    });
    this.#socket.on("close", (code) => this.#end(`closed with ${code}`));
    this.#socket.on("error", (error) => this.#end(error.message));
  }

  /** Opens a session. */
  static async open(): Promise<{ wire: Wire; handshake: Handshake }> {
    const wire = new Wire();
    const first = await wire.frame();
    assert.equal(typeof first, "string");
    return { wire, handshake: handshake(first as string) };
  }

  /** The status with which the server refuses to make a WebSocket of it. */
  static async refused(query: Record<string, string>): Promise<number> {
    const socket = Wire.#to(query);
    return new Promise((resolve, reject) => {
      socket.on("open", () => {
        socket.terminate();
        reject(new Error(`not refused: ${JSON.stringify(query)}`));
      });
      socket.on("unexpected-response", (request, response) => {
        request.destroy();
        resolve(response.statusCode ?? 0);
      });
      socket.on("error", reject);
    });
  }

  /** Waits until the server speaks WebSocket. */
  async opened(): Promise<this> {
    if (this.#socket.readyState === WebSocket.CONNECTING) {
      await new Promise((resolve, reject) => {
        this.#socket.once("open", resolve);
        this.#socket.once("error", reject);
      });
    }
    return this;
  }

  send(...frames: (string | Uint8Array)[]): void {
    for (const frame of frames) this.#socket.send(frame);
  }

  /** The next frame, heartbeats among them. */
  async frame(): Promise<string | Uint8Array> {
    const frame = await this.#next();
    assert.notEqual(frame, undefined, `no frame, but: ${this.#ended}`);
    return frame as string | Uint8Array;
  }

  /** The next frame that is no heartbeat. Those are answered. */
  async packet(): Promise<string | Uint8Array> {
    const packet = await this.packetOrEnd();
    assert.notEqual(packet, undefined, `no packet, but: ${this.#ended}`);
    return packet as string | Uint8Array;
  }

  /** The same; nothing if there will be no more. */
  async packetOrEnd(): Promise<string | Uint8Array | undefined> {
    for (;;) {
      const frame = await this.#next();
      if (frame !== "2") return frame;
      this.send("3");
    }
  }

  /** Several of them. */
  async packets(count: number): Promise<(string | Uint8Array)[]> {
    const packets = [];
    while (packets.length < count) packets.push(await this.packet());
    return packets;
  }

  /** Waits for the server to end it, and returns what it sent before. */
  async ended({ heartbeats }: { heartbeats: "answered" | "ignored" }) {
    const before = [];
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      assert.ok(Date.now() < deadline, `not ended, but: ${before.join()}`);
      const frame = await this.#next();
      if (frame === undefined) return before;
      if (frame !== "2") before.push(frame);
      else if (heartbeats === "answered") this.send("3");
    }
  }

  close(): void {
    this.#socket.terminate();
  }

  /** The next frame; nothing if there will be no more. */
  async #next(): Promise<string | Uint8Array | undefined> {
    const deadline = Date.now() + PATIENCE_MS;
    while (this.#frames.length === 0 && this.#ended === undefined) {
      assert.ok(Date.now() < deadline, "neither a frame nor the end");
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, deadline - Date.now());
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.#frames.shift();
  }

  #end(how: string): void {
    this.#ended ??= how;
    this.#wake();
  }

  static #to(query: Record<string, string>): WebSocket {
    return new WebSocket(address(query).replace(/^http/, "ws"));
  }
}
