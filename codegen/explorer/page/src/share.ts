// Messages that are kept and shared. A link holds one behind its `#`, which no browser sends to a server. Whoever opens it
// gets an editor with the message in it; nothing is sent until they say so. Nothing of the handshake is ever part of it.

import { Unreadable, read, write } from "./notation.ts";
import { fromBase64, toBase64 } from "./values/text.ts";

/** A message that a client sends, with what is needed to find its event again. */
export interface Shared {
  readonly v: 1;
  /** The contract's name, and its hash when the message was written. */
  readonly contract: string;
  readonly hash: string;
  /** The path as the contract has it: `/game/{id: GameId}`. */
  readonly namespace: string;
  /** What stands in a dynamic path. */
  readonly params?: Readonly<Record<string, string | number | boolean>>;
  readonly direction: "clientToServer";
  /** The event's name on the wire. */
  readonly event: string;
  readonly args: readonly unknown[];
  /** A remark of whoever shares it. */
  readonly note?: string;
}

export interface Problem {
  /** A sentence for people. */
  readonly problem: string;
}

/** The most characters of a fragment. Chat programs cut links off long before browsers do. */
const MOST_CHARACTERS = 64 * 1024;
/** The most bytes of a message as text. */
const MOST_BYTES = 1024 * 1024;

// Behind it stands how the text is packed, `z` or `j`, and the text in the base64 of addresses.
const KEY = "m=";

/** Whether an address's `#…` holds a message. */
export function isShared(fragment: string): boolean {
  return fragment.replace(/^#/, "").startsWith(KEY);
}

/** A message as `#m=…`, or why it cannot be one. */
export async function toFragment(
  message: Shared,
): Promise<{ readonly fragment: string } | Problem> {
  let text: string;
  try {
    text = write(onlyShared(message));
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message };
    throw error;
  }
  const bytes = new TextEncoder().encode(text);
  const packed = await deflated(bytes);
  const isSmaller = packed !== undefined && packed.length < bytes.length;
  const [how, content] = isSmaller ? ["z", packed] : ["j", bytes];
  const base64 = toBase64(content)
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
  const fragment = `#${KEY}${how}${base64}`;
  if (fragment.length > MOST_CHARACTERS || bytes.length > MOST_BYTES)
    return {
      problem: `a link holds ${MOST_CHARACTERS / 1024} kB, and this message would be one of ${Math.ceil(fragment.length / 1024)} kB: export it as a file instead`,
    };
  return { fragment };
}

/** The message of an address's `#…`, which anybody may have written, or what is wrong with it. */
export async function fromFragment(
  fragment: string,
): Promise<Shared | Problem> {
  const text = fragment.replace(/^#/, "");
  if (!isShared(text)) return { problem: "this link holds no message" };
  if (text.length > MOST_CHARACTERS)
    return { problem: "this link is longer than any that is made here" };
  const how = text[KEY.length];
  const base64 = text.slice(KEY.length + 1);
  const isPlain = /^[\w-]*$/.test(base64);
  const content = isPlain
    ? fromBase64(padded(base64.replaceAll("-", "+").replaceAll("_", "/")))
    : undefined;
  if (!content)
    return { problem: "this link is damaged: it may have been cut off" };
  if (how !== "z" && how !== "j")
    return { problem: "this link was made by another version of this page" };
  try {
    const bytes = how === "z" ? await inflated(content) : content;
    const decoder = new TextDecoder("utf-8", { fatal: true });
    return asShared(read(decoder.decode(bytes)));
  } catch (error) {
    if (error instanceof Unreadable)
      return { problem: `this link is damaged: ${error.message}` };
    return { problem: "this link is damaged: it may have been cut off" };
  }
}

/** What a value from anywhere is as a message, without anything else that is in it; or what is wrong with it. */
export function asShared(value: unknown): Shared | Problem {
  const wrong = (what: string): Problem => ({
    problem: `this is no message: ${what}`,
  });
  if (!isObject(value)) return wrong("it is no object");
  if (value["v"] !== 1)
    return {
      problem: "this message was made by another version of this page",
    };
  const isText = (key: string) =>
    typeof value[key] === "string" && value[key].length <= 2000;
  for (const key of ["contract", "hash", "namespace", "event"])
    if (!isText(key)) return wrong(`\`${key}\` has to be a text`);
  if (value["direction"] !== "clientToServer")
    return wrong("it is none that clients send");
  if (!Array.isArray(value["args"]) || value["args"].length > 1000)
    return wrong("`args` has to be a list");
  if (value["note"] !== undefined && !isText("note"))
    return wrong("`note` has to be a text");
  const { params } = value;
  const isScalar = (value: unknown) =>
    ["string", "number", "boolean"].includes(typeof value);
  if (
    params !== undefined &&
    !(isObject(params) && Object.values(params).every(isScalar))
  )
    return wrong("`params` has to be an object of texts and numbers");
  return onlyShared(value as unknown as Shared);
}

/** A message with the keys that it has, and no others: `auth` of a careless caller is not shared. */
function onlyShared(message: Shared): Shared {
  const { contract, hash, namespace, params, event, args, note } = message;
  return {
    v: 1,
    contract,
    hash,
    namespace,
    ...(params && { params: { ...params } }),
    direction: "clientToServer",
    event,
    args: [...args],
    ...(note !== undefined && { note }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array)
  );
}

async function deflated(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array | undefined> {
  try {
    const stream = new Blob([bytes])
      .stream()
      .pipeThrough(new CompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    // An old browser: the link is longer then.
    return undefined;
  }
}

/** Stops as soon as there is too much: a small link may be made to unpack into gigabytes. */
async function inflated(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof DecompressionStream === "undefined")
    throw new Unreadable("this browser is too old to unpack it");
  const stream = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel().catch(() => undefined);
      throw new Unreadable("what is in it is larger than any message");
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Base64 with the `=` that addresses leave out. */
function padded(base64: string): string {
  return base64.padEnd(Math.ceil(base64.length / 4) * 4, "=");
}
