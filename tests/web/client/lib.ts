// What the scenarios share. They run in Node and in a browser, so nothing here is of either.

/** Scenarios by what they show. Each gets the server's address. */
export type Scenarios = { [name: string]: (url: string) => Promise<void> };

/** Fails with both values unless they are the same in every part. */
export function equal(found: unknown, expected: unknown): void {
  const [a, b] = [shown(found), shown(expected)];
  if (a !== b) throw new Error(`found ${a}\nexpected ${b}`);
}

export function ok(condition: unknown, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

/** A value as text in which types that look alike differ, whatever the order of its keys. */
export function shown(value: unknown): string {
  if (value === undefined) return "undefined";
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof Date) return `Date(${value.toISOString()})`;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    return `bytes(${bytes(value).join()})`;
  }
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(
      ([key, inner]) => `${key}: ${shown(inner)}`,
    );
    return `{ ${entries.sort().join(", ")} }`;
  }
  return JSON.stringify(value);
}

export function bytes(value: ArrayBuffer | ArrayBufferView): Uint8Array {
  return value instanceof ArrayBuffer
    ? new Uint8Array(value)
    : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}

/** A promise, and what settles it. */
export function later<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
} {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}
