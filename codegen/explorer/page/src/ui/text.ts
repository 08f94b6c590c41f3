// Values and measures as people read them in one line.
import { size } from "../form/words.tsx";
import { bytesOf } from "../values/text.ts";

export { size };

/** `12:04:09.213`, in the time zone of the browser. */
export function clock(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, "0");
  const milliseconds = String(date.getMilliseconds()).padStart(3, "0");
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${milliseconds}`;
}

/** `0.8 ms`, `12 ms`, `1.4 s`, `3 s`. */
export function span(milliseconds: number): string {
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(1).replace(/\.0$/, "")} s`;
}

/** The beginning of a value on one line. It looks at no more than it shows. */
export function preview(values: readonly unknown[], most = 160): string {
  const out: string[] = [];
  let left = most;
  const put = (text: string) => {
    out.push(text);
    left -= text.length;
  };
  const write = (value: unknown, depth: number): void => {
    if (left <= 0) return;
    if (typeof value === "string") put(JSON.stringify(value.slice(0, most)));
    else if (bytesOf(value)) put(`‹${size(bytesOf(value)?.length ?? 0)}›`);
    else if (typeof value !== "object" || value === null) put(String(value));
    else if (depth > 4) put("…");
    else if (Array.isArray(value)) {
      put("[");
      for (let at = 0; at < value.length && left > 0; at++) {
        if (at > 0) put(", ");
        write(value[at], depth + 1);
      }
      put("]");
    } else {
      put("{ ");
      let isFirst = true;
      for (const key in value) {
        if (left <= 0) break;
        if (!isFirst) put(", ");
        isFirst = false;
        put(
          `${/^\w+$/.test(key) ? key : JSON.stringify(key.slice(0, most))}: `,
        );
        write((value as Record<string, unknown>)[key], depth + 1);
      }
      put(" }");
    }
  };
  values.forEach((value, at) => {
    if (at > 0) put(", ");
    write(value, 0);
  });
  const text = out.join("");
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** All binary data in a value, with the path to it. */
export function binaries(
  value: unknown,
): { path: string; bytes: Uint8Array }[] {
  const found: { path: string; bytes: Uint8Array }[] = [];
  const look = (value: unknown, path: string, depth: number): void => {
    const bytes = bytesOf(value);
    if (bytes) found.push({ path, bytes });
    else if (typeof value === "object" && value !== null && depth < 200) {
      for (const [key, inner] of Object.entries(value)) {
        const step = Array.isArray(value)
          ? `[${key}]`
          : /^[A-Za-z_]\w*$/.test(key)
            ? `.${key}`
            : `[${JSON.stringify(key)}]`;
        look(inner, path + step, depth + 1);
      }
    }
  };
  look(value, "$", 0);
  return found;
}

/** `00000000  48 65 6c 6c 6f …  |Hello|`, sixteen bytes a line. */
export function hexdump(bytes: Uint8Array, most: number): string {
  const lines: string[] = [];
  for (let at = 0; at < Math.min(bytes.length, most); at += 16) {
    const part = Array.from(bytes.subarray(at, Math.min(at + 16, most)));
    const hex = part.map((byte) => byte.toString(16).padStart(2, "0"));
    const shown = part.map((byte) =>
      byte >= 32 && byte < 127 ? String.fromCharCode(byte) : ".",
    );
    const left = hex.slice(0, 8).join(" ").padEnd(23);
    const right = hex.slice(8).join(" ").padEnd(23);
    lines.push(
      `${at.toString(16).padStart(8, "0")}  ${left}  ${right}  |${shown.join("")}|`,
    );
  }
  return lines.join("\n");
}
