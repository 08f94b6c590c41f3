// What the page knows: contracts, clients, what is selected, and what was written so far.
import { computed, signal, type Signal } from "@preact/signals";
import type { Contract, EventDef, Namespace } from "./contract.ts";
import { Types } from "./contract.ts";
import { Client, UNKNOWN, type Endpoint, type Known } from "./net/client.ts";
import { Timeline, type Received, type Row } from "./net/timeline.ts";
import { initial, initialArguments } from "./values/make.ts";
import { initialParams } from "./values/paths.ts";
import { issuesOf, pathOf, Schemas } from "./values/schemas.ts";
import { SavedMessages } from "./saved.ts";

export type Direction = "clientToServer" | "serverToClient";

/** What the page was made with: `Page::settings` of the crate writes it. */
export interface Settings {
  readonly url: string | null;
  readonly path: string;
  readonly msgpack: boolean;
  /** Sources of the policy's `connect-src`. */
  readonly connect: readonly string[];
}

export interface KnownContract extends Known {
  readonly types: Types;
}

/** An event with where it belongs. */
export interface Selection {
  readonly known: KnownContract;
  readonly namespace: Namespace;
  readonly direction: Direction;
  readonly event: EventDef;
  /** Whether the event is none of the contract's; its name is what somebody writes. */
  readonly isOther?: true;
}

/** The most clients that one page opens: each is a connection, of which browsers allow few to one server. */
export const MOST_CLIENTS = 6;

export class Store {
  readonly contracts: readonly KnownContract[];
  readonly settings: Settings;
  readonly timeline = new Timeline();
  readonly url: Signal<string>;
  readonly clients = signal<readonly Client[]>([]);
  readonly active = signal<Client | undefined>(undefined);
  readonly selection = signal<Selection | undefined>(undefined);
  /** The row whose details are shown. */
  readonly row = signal<Row | undefined>(undefined);
  /** The question of the server that is being answered. */
  readonly question = signal<Received | undefined>(undefined);
  /** One line for people that see the page, and for those that hear it. */
  readonly notice = signal<{ text: string; tone: "good" | "bad" } | undefined>(
    undefined,
  );
  #drafts = new Map<EventDef, Signal<readonly unknown[]>>();
  #saved = new Map<KnownContract, SavedMessages>();
  #nextClient = 1;

  constructor(data: { settings: Settings; contracts: readonly Contract[] }) {
    this.settings = data.settings;
    this.url = signal(data.settings.url ?? location.origin);
    this.contracts = data.contracts.map((contract) => ({
      contract,
      types: new Types(contract),
      schemas: new Schemas(contract),
    }));
    const [first] = this.contracts;
    const [root] = first?.contract.namespaces ?? [];
    if (!first || !root) return;
    const home = namespacesWithEvents(first.contract)[0] ?? root;
    this.addClient(first, home);
    this.selectFirst(first, home);
  }

  readonly endpoint = (): Endpoint => ({
    url: this.url.value,
    path: this.settings.path,
    parser: this.settings.msgpack ? "msgpack" : "json",
  });

  /** A client more, which becomes the one at work. */
  addClient(known: KnownContract, namespace: Namespace): Client | undefined {
    if (this.clients.value.length >= MOST_CLIENTS) {
      this.say(
        "bad",
        `${MOST_CLIENTS} clients are the most that one page opens`,
      );
      return undefined;
    }
    const taken = new Set(this.clients.value.map(({ name }) => name.value));
    const names = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    const name = names.find((name) => !taken.has(name)) ?? "?";
    const id = this.#nextClient++;
    const { timeline, endpoint } = this;
    const client = new Client({
      id,
      name,
      known,
      namespace,
      timeline,
      endpoint,
    });
    client.params.value = initialParams(known.types, namespace.template);
    // With it the first attempt says what the server asks for, and an optional part is left out.
    const { auth } = namespace;
    if (auth) client.auth.value = initial(known.types, auth);
    this.clients.value = [...this.clients.value, client];
    this.active.value = client;
    return client;
  }

  removeClient(client: Client): void {
    client.disconnect();
    const rest = this.clients.value.filter((other) => other !== client);
    this.clients.value = rest;
    if (this.active.value === client) this.activate(rest.at(-1));
  }

  /** Makes a client the one at work, with an event of its namespace. */
  activate(client: Client | undefined): void {
    this.active.value = client;
    const selected = this.selection.value;
    if (!client || selected?.namespace === client.namespace) return;
    this.selectFirst(this.known(client), client.namespace);
  }

  known(client: Client): KnownContract {
    return client.known as KnownContract;
  }

  selectFirst(known: KnownContract, namespace: Namespace): void {
    const [sent] = namespace.clientToServer ?? [];
    const [received] = namespace.serverToClient ?? [];
    const event = sent ?? received;
    if (!event) this.selection.value = undefined;
    else {
      const direction = sent ? "clientToServer" : "serverToClient";
      this.selection.value = { known, namespace, direction, event };
    }
  }

  select(direction: Direction, event: EventDef): void {
    const client = this.active.value;
    if (!client) return;
    const { namespace } = client;
    this.question.value = undefined;
    const known = this.known(client);
    this.selection.value = { known, namespace, direction, event };
  }

  /** Begins a message that is none of the contract's: a server that is older or newer may know it. */
  selectOther(): void {
    const client = this.active.value;
    if (!client) return;
    const { namespace } = client;
    const known = this.known(client);
    this.question.value = undefined;
    const direction = "clientToServer";
    this.selection.value = {
      known,
      namespace,
      direction,
      event: UNKNOWN,
      isOther: true,
    };
  }

  /** What was written for an event so far; the same for all clients. */
  draft(known: KnownContract, event: EventDef): Signal<readonly unknown[]> {
    let draft = this.#drafts.get(event);
    if (!draft) {
      draft = signal(initialArguments(known.types, event));
      this.#drafts.set(event, draft);
    }
    return draft;
  }

  /** The messages of a contract that this browser keeps. */
  saved(known: KnownContract): SavedMessages {
    let saved = this.#saved.get(known);
    if (!saved) {
      saved = new SavedMessages(known.contract, (_, event, args) => {
        const schema = known.schemas.event(event, "clientToServer").args;
        const [issue] = issuesOf(schema, args);
        return issue && `${pathOf(issue)} ${issue.message}`;
      });
      this.#saved.set(known, saved);
      // Another page of this browser may change the list.
      const changed = saved;
      window.addEventListener("storage", () => changed.reload());
    }
    return saved;
  }

  say(tone: "good" | "bad", text: string): void {
    this.notice.value = { tone, text };
  }

  readonly isConnected = computed(
    () => this.active.value?.state.value.status === "connected",
  );
}

/** The root is there in every contract, whether it has events or not. */
export function namespacesWithEvents(contract: Contract): readonly Namespace[] {
  const has = ({ clientToServer, serverToClient }: Namespace) =>
    clientToServer !== undefined || serverToClient !== undefined;
  const found = contract.namespaces.filter(has);
  return found.length > 0 ? found : contract.namespaces.slice(0, 1);
}
