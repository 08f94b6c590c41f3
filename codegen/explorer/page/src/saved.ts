// Messages that somebody keeps in this browser, for one contract. The list works without storage too: a browser may have
// none, refuse it, or have no room left; then it lasts as long as the page, and `warning` says so.

import type { Contract, EventDef, Namespace } from "./contract.ts";
import { AROUND, Unreadable, read, write } from "./notation.ts";
import { asShared, type Problem, type Shared } from "./share.ts";

/** A message that is kept. */
export interface Saved {
  readonly id: string;
  readonly name: string;
  readonly message: Shared;
  /** Why it does not fit the contract as it is now; it is kept all the same. */
  readonly problem?: string;
}

/** The list, as its listeners get it. */
export interface SavedList {
  readonly messages: readonly Saved[];
  /** What is wrong with the storage. */
  readonly warning?: string;
}

/** What came of an import. */
export interface Imported {
  readonly added: number;
  /** How many were there already. */
  readonly known: number;
  /** Why others were not taken. */
  readonly problems: readonly string[];
}

/** What is wrong with arguments of an event; nothing, if they fit. */
export type Check = (
  namespace: Namespace,
  event: EventDef,
  args: readonly unknown[],
) => string | undefined;

/** What of a browser's storage is needed. */
export type KeyValues = Pick<Storage, "getItem" | "setItem">;

type Entry = Omit<Saved, "problem">;

const MOST_MESSAGES = 1000;
const MOST_CHARACTERS = 8 * 1024 * 1024;
const LONGEST_NAME = 200;

export class SavedMessages {
  readonly #contract: Contract;
  readonly #check: Check;
  readonly #key: string;
  readonly #listeners = new Set<(list: SavedList) => void>();
  #storage: KeyValues | undefined;
  #entries: readonly Entry[] = [];
  /** Whether the storage has what the list has. */
  #isStored = true;
  #warning: string | undefined;
  #value: SavedList = { messages: [] };

  /** `storage` is asked for anew, since merely looking at it may throw. */
  constructor(
    contract: Contract,
    check: Check = () => undefined,
    storage: () => KeyValues | undefined = () => globalThis.localStorage,
  ) {
    this.#contract = contract;
    this.#check = check;
    this.#key = `sockgen-explorer:saved:${contract.name}`;
    try {
      this.#storage = storage();
    } catch {
      // As if there were none.
    }
    this.reload();
  }

  /** The list as it is now; another one after each change. */
  get value(): SavedList {
    return this.#value;
  }

  /** Calls the listener now and after each change. Returns what ends that. */
  subscribe(listener: (list: SavedList) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#value);
    return () => this.#listeners.delete(listener);
  }

  /** Reads the storage: another page of the same server may have written to it. */
  reload(): void {
    this.#load();
    this.#tell();
  }

  /** Keeps a message. */
  add(name: string, message: Shared): Saved | Problem {
    const entry = this.#entry(newId(), name, message);
    if ("problem" in entry) return entry;
    if (this.#entries.length >= MOST_MESSAGES)
      return { problem: `no more than ${MOST_MESSAGES} messages are kept` };
    this.#change((entries) => [...entries, entry]);
    return this.#value.messages.find(({ id }) => id === entry.id) ?? entry;
  }

  rename(id: string, name: string): void {
    const to = named(name);
    this.#change((entries) =>
      entries.map((entry) =>
        // What has no name could not be opened by anybody.
        entry.id === id ? { ...entry, name: to || entry.message.event } : entry,
      ),
    );
  }

  remove(id: string): void {
    this.#change((entries) => entries.filter((entry) => entry.id !== id));
  }

  /** All messages as the text of a file. */
  export(): string {
    const messages = this.#entries.map(
      ({ name, message }) => `    ${write({ name, message }, AROUND)}`,
    );
    return `{\n  "v": 1,\n  "contract": ${JSON.stringify(this.#contract.name)},\n  "messages": [\n${messages.join(",\n")}\n  ]\n}\n`;
  }

  /** Adds the messages of such a text, which may come from anybody, to those that are there. */
  import(text: string): Imported {
    const problems: string[] = [];
    const found = listed(text);
    if ("problem" in found)
      return { added: 0, known: 0, problems: [found.problem] };
    const same = ({ name, message }: Omit<Entry, "id">) =>
      write([name, message], AROUND);
    const there = new Set(this.#entries.map(same));
    const added: Entry[] = [];
    let known = 0;
    found.list.forEach((item, at) => {
      const entry = this.#read(item);
      if ("problem" in entry)
        problems.push(`message ${at + 1}: ${entry.problem}`);
      else if (entry.message.contract !== this.#contract.name)
        problems.push(
          `message ${at + 1}: it is for the contract ${JSON.stringify(entry.message.contract)}`,
        );
      else if (there.has(same(entry))) known += 1;
      else if (this.#entries.length + added.length >= MOST_MESSAGES)
        problems.push(
          `message ${at + 1}: no more than ${MOST_MESSAGES} are kept`,
        );
      else {
        there.add(same(entry));
        added.push({ ...entry, id: newId() });
      }
    });
    if (added.length > 0) this.#change((entries) => [...entries, ...added]);
    return { added: added.length, known, problems };
  }

  #load(): void {
    // What could not be stored is in the list alone.
    if (!this.#isStored) return;
    let text: string | null = null;
    try {
      text = this.#storage?.getItem(this.#key) ?? null;
    } catch {
      this.#storage = undefined;
    }
    this.#warning = this.#storage ? undefined : NO_STORAGE;
    if (text === null) {
      this.#entries = this.#storage ? [] : this.#entries;
      return;
    }
    const found = listed(text);
    if ("problem" in found) {
      this.#warning = `what this browser has kept cannot be read: ${found.problem}`;
      this.#entries = [];
      this.#putAside(text);
      return;
    }
    const ids = new Set<string>();
    this.#entries = found.list.flatMap((item) => {
      const entry = this.#read(item);
      if ("problem" in entry || ids.has(entry.id)) return [];
      ids.add(entry.id);
      return [entry];
    });
    if (this.#entries.length < found.list.length) {
      this.#warning = "some of what this browser has kept cannot be read";
      this.#putAside(text);
    }
  }

  /** What cannot be read may be of a later version, and is not written over without a copy. */
  #putAside(text: string): void {
    try {
      this.#storage?.setItem(`${this.#key}:unreadable`, text);
    } catch {
      // There is no room for it.
    }
  }

  #change(change: (entries: readonly Entry[]) => readonly Entry[]): void {
    // Another page may have changed the list since.
    this.#load();
    this.#entries = change(this.#entries);
    this.#store();
    this.#tell();
  }

  #store(): void {
    const text = write({ v: 1, messages: this.#entries }, AROUND);
    try {
      if (!this.#storage) throw new Error("no storage");
      this.#storage.setItem(this.#key, text);
      if (!this.#isStored) this.#warning = undefined;
      this.#isStored = true;
    } catch {
      this.#isStored = false;
      this.#warning = this.#storage ? NO_ROOM : NO_STORAGE;
    }
  }

  #tell(): void {
    const messages = this.#entries.map((entry): Saved => {
      const problem = this.#problem(entry.message);
      return problem === undefined ? entry : { ...entry, problem };
    });
    this.#value = {
      messages,
      ...(this.#warning !== undefined && { warning: this.#warning }),
    };
    for (const listener of [...this.#listeners]) listener(this.#value);
  }

  /** Why a message cannot be sent as it is. */
  #problem({ namespace: path, event: wire, args }: Shared): string | undefined {
    const namespace = this.#contract.namespaces.find(
      (namespace) => namespace.path === path,
    );
    if (!namespace) return `the contract has no namespace ${path}`;
    const event = namespace.clientToServer?.find(
      (event) => event.wire === wire,
    );
    if (!event) return `the contract has no event ${wire}`;
    return this.#check(namespace, event, args);
  }

  #read(item: unknown): Entry | Problem {
    if (typeof item !== "object" || item === null)
      return { problem: "it is no object" };
    const { id, name, message } = item as Record<string, unknown>;
    return this.#entry(
      typeof id === "string" && /^[\w-]{1,64}$/.test(id) ? id : newId(),
      typeof name === "string" ? name : "",
      message,
    );
  }

  #entry(id: string, name: string, message: unknown): Entry | Problem {
    const shared = asShared(message);
    if ("problem" in shared) return shared;
    try {
      // What cannot be written would keep all the others from being kept.
      write(shared);
    } catch (error) {
      if (error instanceof Unreadable) return { problem: error.message };
      throw error;
    }
    return { id, name: named(name) || shared.event, message: shared };
  }
}

const NO_STORAGE =
  "this browser keeps nothing for this page: the list is gone when it is closed";
const NO_ROOM =
  "there is no room left in this browser: what was changed is gone when the page is closed; export it, or remove some";

/** The messages of a text. */
function listed(text: string): { list: readonly unknown[] } | Problem {
  if (text.length > MOST_CHARACTERS) return { problem: "it is too large" };
  try {
    const value = read(text, AROUND) as {
      v?: unknown;
      messages?: unknown;
    } | null;
    if (typeof value !== "object" || value === null || !("v" in value))
      return { problem: "it is no list of messages" };
    if (value.v !== 1)
      return { problem: "it was made by another version of this page" };
    if (!Array.isArray(value.messages))
      return { problem: "it is no list of messages" };
    return { list: value.messages };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message };
    throw error;
  }
}

function named(name: string): string {
  return name.trim().slice(0, LONGEST_NAME);
}

/** Not `randomUUID`, which pages have only over TLS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
