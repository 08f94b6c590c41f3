// A server that answers for any contract: it takes what the page sends, answers in each event's ack style, and sends
// whatever a test wants. It serves the page as well, so that the page's policy lets it in.
import { EventEmitter, once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Server as Http } from "node:http";
import type { AddressInfo } from "node:net";
import { Server, type Socket } from "socket.io";
import { Decoder, Encoder } from "socket.io-parser";
import * as msgpack from "socket.io-msgpack-parser";
import {
  Types,
  type Contract,
  type EventDef,
  type Namespace,
  type Part,
} from "../../../../codegen/explorer/page/src/contract.ts";
import {
  random,
  randomArguments,
  seeded,
  type Rng,
} from "../../../../codegen/explorer/page/src/values/make.ts";
import { styleOf } from "../../../../codegen/explorer/page/src/values/results.ts";
import {
  issuesOf,
  Schemas,
} from "../../../../codegen/explorer/page/src/values/schemas.ts";
import { PATIENCE_MS, type Explorer } from "./lib.ts";

const PAGES = new URL("../../.generated/pages/", import.meta.url);

/** A namespace of a contract, with what is made of the contract once. */
export interface Place {
  readonly contract: Contract;
  readonly namespace: Namespace;
  readonly types: Types;
  readonly schemas: Schemas;
}

/** What a client sent. */
export interface Taken {
  readonly event: string;
  readonly args: readonly unknown[];
}

/** Says what an ack is called with; nothing leaves the question open. */
export type Answers = (
  place: Place,
  event: EventDef,
  args: readonly unknown[],
) => unknown[] | undefined;

export class FakeServer {
  readonly url: string;
  readonly io: Server;
  /** What came, in the order in which it came. */
  readonly taken: Taken[] = [];
  /** What is said when a client connects; an error refuses it. */
  admit: (socket: Socket) => Error | undefined = () => undefined;
  answers: Answers;
  static readonly #open = new Set<FakeServer>();
  readonly #told = new EventEmitter();
  readonly #http: Http;
  readonly #places: readonly Place[];

  private constructor(
    http: Http,
    contracts: readonly Contract[],
    isMsgpack: boolean,
  ) {
    FakeServer.#open.add(this);
    this.#http = http;
    this.url = `http://localhost:${String((http.address() as AddressInfo).port)}`;
    this.#places = contracts.flatMap(placesOf);
    this.answers = answering(seeded(7));
    this.io = new Server(http, {
      cors: { origin: "*" },
      serveClient: false,
      maxHttpBufferSize: 10_000_000,
      parser: isMsgpack ? msgpack : { Encoder, Decoder: PatientDecoder },
    });
    const serve = (socket: Socket) => this.#serve(socket);
    const admit = (socket: Socket, next: (error?: Error) => void) =>
      next(this.admit(socket));
    this.io.use(admit).on("connection", serve);
    this.io.of(/./).use(admit).on("connection", serve);
  }

  /** Serves one of the pages that were written for it, on a port that the system chooses. */
  static async start(
    page: string | ((skeleton: string) => string),
    contracts: readonly Contract[],
    { isMsgpack = false, port = 0 } = {},
  ): Promise<FakeServer> {
    const name = typeof page === "string" ? page : "call";
    const read = (file: string) => readFile(new URL(file, PAGES), "utf8");
    const text = await read(`${name}.html`);
    const policy = await read("policy.txt");
    const body = typeof page === "string" ? text : page(text);
    const http = createServer((request, response) => {
      const isPage = request.url === "/ws/test";
      response.writeHead(isPage ? 200 : 404, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy,
      });
      response.end(isPage ? body : "");
    });
    await new Promise<void>((resolve) =>
      http.listen(port, "localhost", resolve),
    );
    return new FakeServer(http, contracts, isMsgpack);
  }

  /** Waits until so much was taken. */
  async hasTaken(count: number): Promise<void> {
    while (this.taken.length < count) {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      await once(this.#told, "taken", { signal });
    }
  }

  /** Has a page connect, and returns its client: the end of one that left before may not be known here yet. */
  async connect(explorer: Explorer): Promise<Socket> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const arrival = once(this.#told, "connected", { signal });
    const [[socket]] = await Promise.all([arrival, explorer.connect()]);
    return socket as Socket;
  }

  get page(): string {
    return `${this.url}/ws/test`;
  }

  /** The namespace that a socket is connected to. */
  placeOf(socket: Socket): Place | undefined {
    const { $sockgen: hash } = socket.handshake.auth as { $sockgen?: string };
    return this.#places.find(
      ({ contract, namespace }) =>
        contract.hash === hash && isPath(namespace.template, socket.nsp.name),
    );
  }

  /** Ends what tests that failed have left. */
  static async closeAll(): Promise<void> {
    for (const server of FakeServer.#open) await server.close();
  }

  async close(): Promise<void> {
    FakeServer.#open.delete(this);
    const closed = this.io.close();
    // A browser opens connections that it may use later, for which the server would wait.
    this.#http.closeAllConnections();
    await closed;
  }

  #serve(socket: Socket): void {
    this.#told.emit("connected", socket);
    const place = this.placeOf(socket);
    socket.onAny((event: string, ...all: unknown[]) => {
      const last = all.at(-1);
      const ack = typeof last === "function" ? (last as Ack) : undefined;
      const args = ack ? all.slice(0, -1) : all;
      this.taken.push({ event, args });
      this.#told.emit("taken");
      const def = place?.namespace.clientToServer?.find(
        ({ wire }) => wire === event,
      );
      const response = place && def && this.answers(place, def, args);
      if (ack && response) ack(...buffers(response));
    });
  }
}

/** Takes any number of attachments, as the Rust server does; Node's takes ten. */
class PatientDecoder extends Decoder {
  constructor() {
    super({ maxAttachments: 1000 });
  }
}

/** A value with its bytes as Node's parsers want them. */
export function buffers<T>(value: T): T {
  const of = (value: unknown): unknown => {
    if (value instanceof Uint8Array) return Buffer.from(value);
    if (Array.isArray(value)) return value.map(of);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, of(inner)]),
    );
  };
  return of(value) as T;
}

type Ack = (...response: unknown[]) => void;

/** Answers with data of the event's type, in its style. */
export function answering(rng: Rng): Answers {
  return (place, event) => {
    const { contract, types } = place;
    if (event.ack === "raw") return ["any", { answer: 1 }];
    const data = event.answer ? random(types, event.answer, rng) : null;
    return styleOf(contract, event).write({ ok: true, data });
  };
}

/** The namespaces that a page offers, in its order. */
export function placesOf(contract: Contract): Place[] {
  const types = new Types(contract);
  const schemas = new Schemas(contract);
  const has = ({ clientToServer, serverToClient }: Namespace) =>
    clientToServer !== undefined || serverToClient !== undefined;
  const found = contract.namespaces.filter(has);
  const shown = found.length > 0 ? found : contract.namespaces.slice(0, 1);
  return shown.map((namespace) => ({ contract, namespace, types, schemas }));
}

/** Arguments of an event that do not fit it, and the paths of what is wrong; nothing where anything fits. */
export function drifting(
  place: Place,
  event: EventDef,
  rng: Rng,
): unknown[] | undefined {
  const { args: schema } = place.schemas.event(event, "serverToClient");
  const fits = (args: unknown[]) => issuesOf(schema, args).length === 0;
  const good = randomArguments(place.types, event, rng);
  const others = [42.5, "drift", true, null, [], {}, ["drift"]];
  // Deep in it first, so that the path says something.
  const candidates = good.flatMap((value, at) => {
    const instead = (other: unknown) =>
      good.map((one, index) => (index === at ? other : one));
    const isPlain =
      typeof value === "object" &&
      value !== null &&
      !Array.isArray(value) &&
      !ArrayBuffer.isView(value);
    const deep = isPlain
      ? Object.keys(value).flatMap((key) =>
          others.map((other) => instead({ ...value, [key]: other })),
        )
      : [];
    return [...deep, ...others.map(instead)];
  });
  return [...candidates, []].find((args) => !fits(args));
}

function isPath(template: readonly Part[], path: string): boolean {
  const source = template.map(({ literal }) =>
    literal === undefined
      ? "[^/]+"
      : literal.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  return new RegExp(`^${source.join("")}$`, "u").test(path);
}

/** Puts other contracts into a page, as the crate does. */
export function withContracts(page: string, contracts: unknown[]): string {
  const [before, rest = ""] = page.split('id="data">');
  const [data = "{}", ...after] = rest.split("</script>");
  const { settings } = JSON.parse(data) as { settings: unknown };
  const text = JSON.stringify({ settings, contracts }).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) =>
      `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${String(before)}id="data">${[text, ...after].join("</script>")}`;
}
