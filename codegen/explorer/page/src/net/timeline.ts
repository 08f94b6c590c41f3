// Everything that went in and out, of all clients, in its order.
import { signal, type Signal } from "@preact/signals";
import type { EventDef } from "../contract.ts";
import type { Issue } from "../generated/schemas.ts";
import type { Outcome } from "../generated/acks.ts";
import type { Client } from "./client.ts";

/** The most rows that are kept; beyond, the oldest go that nobody has pinned. */
export const MOST = 10_000;

interface Common {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly client: Client;
  /** The event's name, or what happened to the connection. */
  readonly event: string;
  readonly pinned: Signal<boolean>;
}

/** A message of a client. */
export interface Sent extends Common {
  readonly kind: "sent";
  readonly args: readonly unknown[];
  readonly def: EventDef | undefined;
  /** Why the server will refuse it. */
  readonly issues: readonly Issue[];
  readonly progress: Signal<SentProgress>;
}

export interface SentProgress {
  /**
   * `waiting` for a connection; `sent`, and nothing more is expected; `asked`, and an answer is; `answered`; `timeout`, and
   * the answer may still come; `late`, when it did; `lost` with the connection.
   */
  readonly status:
    "waiting" | "sent" | "asked" | "answered" | "timeout" | "late" | "lost";
  readonly bytes?: number;
  readonly attachments?: number;
  readonly answer?: Answer;
}

/** What a request was answered with. */
export interface Answer {
  /** As it came. */
  readonly response: readonly unknown[];
  /** What it says in the event's ack style; absent if it is none. */
  readonly outcome: Outcome | undefined;
  /** How it differs from the contract. */
  readonly issues: readonly Issue[];
  readonly milliseconds: number;
  readonly bytes?: number | undefined;
}

/** A message of the server. */
export interface Received extends Common {
  readonly kind: "received";
  readonly args: readonly unknown[];
  /** Absent for an event that the contract does not have. */
  readonly def: EventDef | undefined;
  /** How it differs from the contract. */
  readonly issues: readonly Issue[];
  readonly bytes: number;
  readonly attachments: number;
  /** For a question of the server. */
  readonly question: Signal<Question> | undefined;
}

export interface Question {
  readonly status: "open" | "answered" | "lost";
  readonly response?: readonly unknown[];
  /** Who answered. */
  readonly by?: "person" | "rule";
  readonly milliseconds?: number;
}

/** Something that happened to a connection. */
export interface State extends Common {
  readonly kind: "state";
  readonly tone: "good" | "bad" | "plain";
  readonly detail: string;
  readonly value?: unknown;
}

export type Row = Sent | Received | State;

/** A kind of row without what every row has. */
export type New<R extends Row> = Omit<R, "id" | "at" | "pinned">;

export class Timeline {
  #rows: Row[] = [];
  #next = 1;
  #isAnnounced = false;
  #held: Row[] = [];
  /** How many rows were dropped because there were too many. */
  readonly dropped = signal(0);
  /** How many rows have come while it is paused. */
  readonly held = signal(0);
  readonly paused = signal(false);
  /** Changes when rows do, at most once for each picture that the browser draws. */
  readonly version = signal(0);

  get rows(): readonly Row[] {
    return this.#rows;
  }

  add<R extends Row>(row: New<R>): R {
    const whole = {
      ...row,
      id: this.#next++,
      at: performance.timeOrigin + performance.now(),
      pinned: signal(false),
    } as unknown as R;
    if (this.paused.value) {
      this.#held.push(whole);
      this.held.value++;
    } else this.#rows.push(whole);
    this.#trim();
    this.#announce();
    return whole;
  }

  /** Nothing is lost while it is paused: what comes is shown when it goes on. */
  pause(paused: boolean): void {
    this.paused.value = paused;
    if (paused) return;
    this.#rows.push(...this.#held);
    this.#held = [];
    this.held.value = 0;
    this.#trim();
    this.#announce();
  }

  /** Removes all rows that are not pinned. */
  clear(): void {
    this.#rows = this.#rows.filter((row) => row.pinned.value);
    this.#held = this.#held.filter((row) => row.pinned.value);
    this.held.value = this.#held.length;
    this.dropped.value = 0;
    this.#announce();
  }

  #trim(): void {
    // Now and then, since going through all of them for each row would take long in a flood.
    if (this.#rows.length + this.#held.length < MOST * 1.1) return;
    const all = [...this.#rows, ...this.#held];
    let excess = all.length - MOST;
    const isKept = (row: Row) => row.pinned.value || excess-- <= 0;
    const kept = new Set(all.filter(isKept));
    this.dropped.value += all.length - kept.size;
    this.#rows = this.#rows.filter((row) => kept.has(row));
    this.#held = this.#held.filter((row) => kept.has(row));
    this.held.value = this.#held.length;
  }

  #announce(): void {
    if (this.#isAnnounced) return;
    this.#isAnnounced = true;
    const tell = () => {
      this.#isAnnounced = false;
      this.version.value++;
    };
    // A page in the background draws nothing; its rows are told of all the same.
    if (document.hidden) setTimeout(tell, 100);
    else requestAnimationFrame(tell);
  }
}
