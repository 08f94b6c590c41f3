// A client of a server under test, which keeps what it receives until a test
// asks for it: an event that comes before it is awaited is not lost.
import assert from "node:assert/strict";
import {
  io,
  type ManagerOptions,
  type Socket,
  type SocketOptions,
} from "socket.io-client";

export const TRANSPORTS = ["websocket", "polling"] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** How long anything may take before a test says what it has seen instead. */
const PATIENCE_MS = 10_000;

/** Events as the generated interfaces have them: one payload, perhaps an ack. */
type Events<E> = { [K in keyof E]: (...args: never[]) => void };
type Payload<F> = F extends (payload: infer P, ...rest: never[]) => void
  ? P
  : never;

export function serverUrl(): string {
  const url = process.env["SOCKET_URL"];
  assert.ok(url, "SOCKET_URL names the server under test");
  return url;
}

export class Client<In extends Events<In>, Out extends Events<Out>> {
  readonly socket: Socket<In, Out>;
  /** The names of the events that were received and sent, in their order. */
  readonly received: string[] = [];
  readonly sent: string[] = [];
  #unread: { event: string; payload: unknown }[] = [];
  #wake: () => void = () => {};

  constructor(
    transport: Transport,
    options: Partial<ManagerOptions & SocketOptions> = {},
    url = serverUrl(),
  ) {
    this.socket = io(url, {
      transports: [transport],
      forceNew: true,
      reconnection: false,
      ...options,
    });
    this.socket.onAny((event: string, payload: unknown) => {
      this.received.push(event);
      this.#unread.push({ event, payload });
      this.#wake();
    });
    this.socket.onAnyOutgoing((event: string) => this.sent.push(event));
  }

  /** Waits for the next event of this name. What came before it is left. */
  async next<K extends keyof In & string>(event: K): Promise<Payload<In[K]>> {
    const [found] = this.#unread.splice(await this.#position(event), 1);
    return found?.payload as Payload<In[K]>;
  }

  /** Waits for an event of this name, and returns what came before it. */
  async before<K extends keyof In & string>(event: K): Promise<string[]> {
    const read = this.#unread.splice(0, (await this.#position(event)) + 1);
    return read.slice(0, -1).map((unread) => unread.event);
  }

  /** The names of what has come and was not asked for. */
  unread(): string[] {
    return this.#unread.map((unread) => unread.event);
  }

  async connected(): Promise<this> {
    if (!this.socket.connected) {
      await new Promise<void>((resolve, reject) => {
        // Only the two events of Socket.IO itself, which no schema may declare.
        const own = this.socket as unknown as Socket;
        own.once("connect", resolve);
        own.once("connect_error", reject);
      });
    }
    return this;
  }

  async #position(event: string): Promise<number> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const at = this.#unread.findIndex((unread) => unread.event === event);
      if (at >= 0) return at;
      await this.#something(deadline, event);
    }
  }

  async #something(deadline: number, event: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`no ${event}, but: ${this.unread().join(", ")}`));
      }, deadline - Date.now());
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Sends what the types forbid, and waits for the answer. */
  async ask(event: string, ...args: unknown[]): Promise<unknown> {
    const untyped = this.socket as unknown as Socket;
    return untyped.timeout(PATIENCE_MS).emitWithAck(event, ...args);
  }

  /** Sends what the types forbid, and asks for no answer. */
  tell(event: string, ...args: unknown[]): void {
    (this.socket as unknown as Socket).emit(event, ...args);
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** Why a connection was refused. */
export async function refusal(client: {
  connected(): Promise<unknown>;
  close(): void;
}): Promise<Error> {
  try {
    await client.connected();
  } catch (error) {
    assert.ok(error instanceof Error);
    return error;
  } finally {
    client.close();
  }
  return assert.fail("the connection was not refused");
}

/** The code and the path of a fault. */
export function fault(answer: unknown): [unknown, unknown] {
  const { fault } = answer as { fault?: { code: unknown; path?: unknown } };
  assert.ok(fault, `no fault: ${JSON.stringify(answer)}`);
  return [fault.code, fault.path];
}
