// Socket.IO's own parsers, which say of each packet what it was on the wire. They see what is really sent and received:
// what waits for a connection, and what is dropped, does not pass here.
import * as json from "socket.io-parser";
import * as msgpack from "socket.io-msgpack-parser";

/** A packet as it went over the wire. */
export interface Frame {
  readonly type: json.PacketType;
  readonly nsp: string;
  readonly data: unknown;
  readonly id?: number | undefined;
  /** All of it, attachments included. */
  readonly bytes: number;
  readonly attachments: number;
}

export interface Watch {
  sent: (frame: Frame) => void;
  received: (frame: Frame) => void;
}

export type ParserName = "json" | "msgpack";

/** What `io({ parser })` takes. */
export function parser(name: ParserName, watch: Watch): object {
  const BaseEncoder = (
    name === "msgpack" ? msgpack.Encoder : json.Encoder
  ) as new () => { encode(packet: json.Packet): unknown[] };
  const BaseDecoder = (
    name === "msgpack" ? msgpack.Decoder : json.Decoder
  ) as new () => json.Decoder;

  class Encoder extends BaseEncoder {
    override encode(packet: json.Packet): unknown[] {
      const isPlain = name === "json" || packet.data === undefined;
      const parts = super.encode(
        isPlain ? packet : { ...packet, data: withBuffers(packet.data) },
      );
      watch.sent(frame(packet, parts));
      return parts;
    }
  }

  class Decoder extends BaseDecoder {
    #parts: unknown[] = [];

    constructor() {
      super();
      // This listener is the first, so it is told before the socket is.
      this.on("decoded", (packet) => {
        watch.received(frame(packet, this.#parts));
        this.#parts = [];
      });
    }

    override add(part: unknown): void {
      this.#parts.push(part);
      super.add(part);
    }

    override destroy(): void {
      this.#parts = [];
      super.destroy();
    }
  }
  return { protocol: 5, Encoder, Decoder };
}

/** In browsers MessagePack's encoder takes views of bytes for objects with numbers as keys. */
function withBuffers(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    return buffer.slice(byteOffset, byteOffset + byteLength);
  }
  if (Array.isArray(value)) return value.map(withBuffers);
  const isObject = typeof value === "object" && value !== null;
  if (!isObject || value instanceof ArrayBuffer) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, withBuffers(item)]),
  );
}

function frame(packet: json.Packet, parts: readonly unknown[]): Frame {
  const { type, nsp, data, id } = packet;
  const bytes = parts.reduce<number>((sum, part) => sum + sizeOf(part), 0);
  return { type, nsp, data, id, bytes, attachments: parts.length - 1 };
}

/** How many bytes a part of a packet has. */
export function sizeOf(part: unknown): number {
  if (typeof part === "string") return new TextEncoder().encode(part).length;
  if (part instanceof ArrayBuffer || ArrayBuffer.isView(part)) {
    return part.byteLength;
  }
  return part instanceof Blob ? part.size : 0;
}
