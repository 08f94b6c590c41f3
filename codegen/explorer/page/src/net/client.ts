// A client: one connection of its own to one namespace, as an application would have it.
import { signal, type Signal } from "@preact/signals";
import { io, type Socket } from "socket.io-client";
import type { Contract, EventDef, Namespace } from "../contract.ts";
import type { Outcome } from "../generated/acks.ts";
import type { Issue } from "../generated/schemas.ts";
import { styleOf } from "../values/results.ts";
import { issuesOf, type Schemas } from "../values/schemas.ts";
import { fill } from "../values/paths.ts";
import { refusalOf, unreachable, type Connection } from "./connection.ts";
import { Ledger } from "./ledger.ts";
import { parser, type ParserName } from "./parser.ts";
import type {
  Question,
  Received,
  Sent,
  SentProgress,
  State,
  Timeline,
} from "./timeline.ts";

export type Transport = "auto" | "websocket" | "polling";

/** How long an answer is waited for where the contract does not say. */
export const ACK_TIMEOUT_MS = 10_000;

/** What is done when the server asks. */
export type Reply =
  | { readonly kind: "ask" }
  | { readonly kind: "rule"; readonly outcome: Outcome };

/** What a page knows of where it connects to. */
export interface Endpoint {
  readonly url: string;
  readonly path: string;
  readonly parser: ParserName;
}

/** A contract with what is made of it once. */
export interface Known {
  readonly contract: Contract;
  readonly schemas: Schemas;
}

/** What is known of an event that the contract does not have. */
export const UNKNOWN: EventDef = {
  wire: "",
  names: { camel: "other", snake: "other" },
  payload: "raw",
  ack: "undeclared",
  ackStyle: 0,
};

export interface ClientOptions {
  readonly id: number;
  readonly name: string;
  readonly known: Known;
  readonly namespace: Namespace;
  readonly timeline: Timeline;
  readonly endpoint: () => Endpoint;
}

export class Client {
  readonly id: number;
  readonly name: Signal<string>;
  readonly known: Known;
  readonly namespace: Namespace;
  /** The parameters of a dynamic namespace's path. */
  readonly params = signal<Readonly<Record<string, string>>>({});
  /** What it says of itself; `undefined` for nothing. It is kept in memory alone. */
  readonly auth = signal<unknown>(undefined);
  readonly transport = signal<Transport>("auto");
  readonly state = signal<Connection>({ status: "disconnected" });
  /** What the connection runs over, once it does. */
  readonly carrier = signal<string | undefined>(undefined);
  readonly replies = signal<ReadonlyMap<string, Reply>>(new Map());

  readonly #timeline: Timeline;
  readonly #endpoint: () => Endpoint;
  #socket: Socket | undefined;
  readonly #ledger = new Ledger();
  /** Questions that are open, with what answers them. */
  #open = new Map<Received, (...response: unknown[]) => void>();

  constructor(options: ClientOptions) {
    this.id = options.id;
    this.name = signal(options.name);
    this.known = options.known;
    this.namespace = options.namespace;
    this.#timeline = options.timeline;
    this.#endpoint = options.endpoint;
  }

  get isOpen(): boolean {
    return this.#socket !== undefined;
  }

  /** The path that it connects to; the namespace's own, or that with its parameters. */
  get path(): string {
    const { template, path, dynamic } = this.namespace;
    return dynamic ? fill(template, this.params.value) : path;
  }

  /** Connects anew, with what is set now. */
  connect(): void {
    this.#close();
    const { url, path, parser: name } = this.#endpoint();
    const transports = {
      auto: ["polling", "websocket"],
      websocket: ["websocket"],
      polling: ["polling"],
    }[this.transport.value];
    const given = this.auth.value;
    const isObject = typeof given === "object" && given !== null;
    const { hash } = this.known.contract;
    this.state.value = { status: "connecting" };
    let socket: Socket;
    try {
      socket = io(address(url, this.path), {
        path,
        transports,
        // As generated clients do, so that the server can tell versions apart.
        auth: isObject ? { ...given, $sockgen: hash } : { $sockgen: hash },
        forceNew: true,
        autoConnect: false,
        parser: parser(name, {
          sent: (frame) => this.#ledger.sent(frame),
          received: (frame) => this.#ledger.received(frame),
        }),
      });
    } catch (error) {
      this.#become({ status: "disconnected" });
      const detail = error instanceof Error ? error.message : String(error);
      this.#say("bad", "not connected", detail);
      return;
    }
    this.#socket = socket;
    this.#listen(socket);
    socket.connect();
  }

  disconnect(): void {
    if (!this.#socket) return;
    const wasConnected = this.state.value.status === "connected";
    this.#close();
    this.#become({ status: "disconnected" });
    if (wasConnected) this.#say("plain", "disconnected", "by this client");
  }

  /**
   * Sends an event as it is: nothing is checked that the caller has not. Throws where that is impossible: a name that
   * Socket.IO keeps for itself, a value that is nothing on the wire.
   */
  send(
    event: string,
    args: readonly unknown[],
    def: EventDef | undefined,
    { ack, timeoutMs }: { ack: boolean; timeoutMs: number },
  ): Sent {
    const schema = def && this.known.schemas.event(def, "clientToServer").args;
    const progress = signal<SentProgress>({ status: "waiting" });
    const row = this.#timeline.add<Sent>({
      kind: "sent",
      client: this,
      event,
      args,
      def,
      issues: schema ? issuesOf(schema, args) : [],
      progress,
    });
    const socket = this.#socket;
    if (!socket) {
      progress.value = { status: "lost" };
      return row;
    }
    this.#ledger.emits(row);
    try {
      this.#emit(socket, row, ack ? timeoutMs : undefined);
    } catch (error) {
      // A name that is the client's own, or a value that is nothing on the wire.
      this.#ledger.forget(row);
      throw error;
    }
    return row;
  }

  #emit(socket: Socket, row: Sent, timeoutMs: number | undefined): void {
    const { event, args, progress } = row;
    if (timeoutMs !== undefined) {
      const timer = setTimeout(() => {
        if (progress.value.status === "asked") {
          progress.value = { ...progress.value, status: "timeout" };
        }
      }, timeoutMs);
      const answered = (...response: unknown[]) => {
        clearTimeout(timer);
        this.#answered(row, response);
      };
      socket.emit(event, ...args, answered);
    } else socket.emit(event, ...args);
  }

  /** Answers a question of the server; `false` if it was answered, or is lost. */
  answer(row: Received, response: readonly unknown[], by: "person" | "rule") {
    const send = this.#open.get(row);
    if (!send || row.question?.value.status !== "open") return false;
    this.#open.delete(row);
    send(...response);
    const now = performance.timeOrigin + performance.now();
    const milliseconds = now - row.at;
    row.question.value = { status: "answered", response, by, milliseconds };
    return true;
  }

  /** The response that says an outcome in an event's ack style. */
  responseFor(def: EventDef, outcome: Outcome): unknown[] | undefined {
    return styleOf(this.known.contract, def).write(outcome);
  }

  #listen(socket: Socket): void {
    const engine = () => socket.io.engine;
    socket.io.on("open", () => {
      this.carrier.value = engine().transport.name;
      engine().on("upgrade", (transport) => {
        this.carrier.value = (transport as { name: string }).name;
      });
    });
    socket.io.on("reconnect_attempt", (attempt) => {
      this.#become({ status: "connecting", reason: `attempt ${attempt}` });
    });
    socket.on("connect", () => {
      this.#become({ status: "connected", id: socket.id ?? "" });
      this.#say("good", "connected", `as ${socket.id ?? "?"}`);
    });
    socket.on("disconnect", (reason, details) => {
      this.carrier.value = undefined;
      this.#lose();
      const cause =
        details instanceof Error ? details.message : details?.description;
      const more = typeof cause === "string" && cause ? `: ${cause}` : "";
      if (reason === "io server disconnect") {
        this.#become({ status: "kicked" });
        this.#say(
          "bad",
          "disconnected",
          "by the server, which does not want it back",
        );
      } else {
        const status = socket.active ? "connecting" : "disconnected";
        this.#become({ status, reason });
        this.#say("bad", "connection lost", reason + more);
      }
    });
    socket.on("connect_error", (error) => {
      // After a refusal nothing is tried again; after a failure of the network it is.
      if (socket.active) {
        const was = this.state.value;
        const isFirst =
          was.status !== "connecting" || was.reason !== error.message;
        this.#become({ status: "connecting", reason: error.message });
        if (isFirst) this.#say("bad", "not connected", unreachable(error));
        return;
      }
      const { known, namespace } = this;
      const refusal = refusalOf(error.message, known.schemas, namespace);
      this.#become({ status: "refused", refusal });
      this.#say("bad", "refused", refusal.message, refusal.value);
    });
    socket.onAny((event: string, ...args: unknown[]) => {
      this.#heard(event, args);
    });
  }

  #heard(event: string, args: unknown[]): void {
    const frame = this.#ledger.arrival();
    const last = args.at(-1);
    const reply = typeof last === "function" ? (last as () => void) : undefined;
    const own = reply ? args.slice(0, -1) : args;
    const def = this.namespace.serverToClient?.find(
      (known) => known.wire === event,
    );
    const schema = def && this.known.schemas.event(def, "serverToClient").args;
    const question = reply && signal<Question>({ status: "open" });
    const row = this.#timeline.add<Received>({
      kind: "received",
      client: this,
      event,
      args: own,
      def,
      issues: schema ? issuesOf(schema, own) : [],
      bytes: frame?.bytes ?? 0,
      attachments: frame?.attachments ?? 0,
      question,
    });
    if (!reply) return;
    this.#open.set(row, reply);
    const rule = this.replies.value.get(event);
    if (!def || rule?.kind !== "rule") return;
    const response = this.responseFor(def, rule.outcome);
    if (response) this.answer(row, response, "rule");
  }

  #answered(row: Sent, response: unknown[]): void {
    const timing = this.#ledger.answered(row);
    const { def } = row;
    // Whoever asks for an ack that is not declared is answered without data, in the style of the event or of the file.
    const isDeclared = def && def.ack !== "undeclared";
    const read = isDeclared
      ? def
      : { ...(def ?? UNKNOWN), ack: "none" as const };
    const outcome = styleOf(this.known.contract, read).read(response);
    const issues = def && outcome ? this.#differences(def, outcome) : [];
    const isLate = row.progress.value.status === "timeout";
    row.progress.value = {
      ...row.progress.value,
      status: isLate ? "late" : "answered",
      answer: { response, outcome, issues, ...timing },
    };
  }

  #differences(def: EventDef, outcome: Outcome): readonly Issue[] {
    const { data, error } = this.known.schemas.event(def, "clientToServer");
    if (outcome.ok) return data ? issuesOf(data, outcome.data) : [];
    if (outcome.fault) return [];
    return error ? issuesOf(error, outcome.error) : [];
  }

  /** What waits for an answer of a connection that is gone will get none. */
  #lose(): void {
    this.#ledger.lose();
    for (const { question } of this.#open.keys()) {
      if (question) question.value = { status: "lost" };
    }
    this.#open.clear();
  }

  #close(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.off();
    socket.offAny();
    socket.io.off();
    socket.disconnect();
    socket.io.engine?.close();
    this.carrier.value = undefined;
    this.#lose();
    this.#ledger.close();
  }

  #become(state: Connection): void {
    this.state.value = state;
  }

  #say(tone: State["tone"], event: string, detail: string, value?: unknown) {
    this.#timeline.add<State>({
      kind: "state",
      client: this,
      event,
      tone,
      detail,
      value,
    });
  }
}

/** The server's address with a namespace behind it. */
function address(url: string, path: string): string {
  return url.replace(/\/+$/, "") + (path === "/" ? "/" : path);
}
