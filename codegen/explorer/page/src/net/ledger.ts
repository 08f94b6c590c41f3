// Which packet on the wire belongs to which row of the timeline: Socket.IO's own client tells of neither sizes nor ids.
import { PacketType } from "socket.io-parser";
import type { Frame } from "./parser.ts";
import type { Sent } from "./timeline.ts";

/** What is known of an answer beside what it says. */
export interface Timing {
  readonly milliseconds: number;
  readonly bytes: number | undefined;
}

export class Ledger {
  /** What was emitted and has not gone over the wire. */
  #waiting: Sent[] = [];
  /** What was asked, by the ids of its packets. */
  readonly #asked = new Map<
    number,
    { row: Sent; begun: number; bytes?: number }
  >();
  readonly #ids = new WeakMap<Sent, number>();
  /** The packets of events whose listeners have not been called. */
  #arrived: Frame[] = [];

  /** Before a row is emitted: packets leave in the order in which they are. */
  emits(row: Sent): void {
    this.#waiting.push(row);
  }

  /** A row that could not be emitted after all. */
  forget(row: Sent): void {
    this.#waiting = this.#waiting.filter((waiting) => waiting !== row);
    row.progress.value = { status: "lost" };
  }

  /** A packet that goes over the wire. */
  sent(frame: Frame): void {
    if (!isEvent(frame)) return;
    const row = this.#waiting.shift();
    if (!row) return;
    const { bytes, attachments, id } = frame;
    const status = id === undefined ? "sent" : "asked";
    row.progress.value = { status, bytes, attachments };
    if (id === undefined) return;
    this.#ids.set(row, id);
    this.#asked.set(id, { row, begun: performance.now() });
  }

  /** A packet that came. */
  received(frame: Frame): void {
    const { type, id, bytes } = frame;
    if (isEvent(frame)) this.#arrived.push(frame);
    else if (type === PacketType.ACK || type === PacketType.BINARY_ACK) {
      const asked = id === undefined ? undefined : this.#asked.get(id);
      if (asked) asked.bytes = bytes;
    }
  }

  /** The packet of the event whose listener is called now. */
  arrival(): Frame | undefined {
    return this.#arrived.shift();
  }

  /** The answer to a row is here. */
  answered(row: Sent): Timing {
    const id = this.#ids.get(row);
    const asked = id === undefined ? undefined : this.#asked.get(id);
    if (id !== undefined) this.#asked.delete(id);
    const milliseconds = asked ? performance.now() - asked.begun : 0;
    return { milliseconds, bytes: asked?.bytes };
  }

  /** What waits for an answer of a connection that is gone will get none. */
  lose(): void {
    for (const { row } of this.#asked.values()) markLost(row);
    this.#asked.clear();
    this.#arrived = [];
  }

  /** What has not been sent when a client is closed never will be. */
  close(): void {
    this.lose();
    for (const row of this.#waiting) markLost(row);
    this.#waiting = [];
  }
}

function isEvent({ type }: Frame): boolean {
  return type === PacketType.EVENT || type === PacketType.BINARY_EVENT;
}

function markLost(row: Sent): void {
  row.progress.value = { ...row.progress.value, status: "lost" };
}
