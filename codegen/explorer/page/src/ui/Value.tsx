// Values as people read them: long ones are cut off until somebody wants all of it, binary data is in hexadecimal.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { print } from "../values/text.ts";
import { binaries, hexdump, size } from "./text.ts";

/** The most characters of a value that are shown before somebody asks for more. */
const MOST_SHOWN = 20_000;

interface ValueProps {
  value: unknown;
  /** What it is called for those who hear the page. */
  label?: string;
}

export function Value({ value, label = "Value" }: ValueProps) {
  const box = useRef<HTMLPreElement>(null);
  const isWhole = useSignal(false);
  const text = value === undefined ? "nothing" : print(value);
  const isLong = text.length > MOST_SHOWN;
  return (
    <>
      <pre
        ref={box}
        class="mono value"
        tabIndex={0}
        role="region"
        aria-label={label}
      >
        {isLong && !isWhole.value ? text.slice(0, MOST_SHOWN) : text}
      </pre>
      {isLong && !isWhole.value && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            isWhole.value = true;
            box.current?.focus();
          }}
        >
          Show all of {size(text.length)}
        </button>
      )}
    </>
  );
}

export function Binaries({ value }: { value: readonly unknown[] }) {
  const found = binaries(value.length === 1 ? value[0] : value);
  return (
    <>
      {found.map(({ path, bytes }) => (
        <Hex key={path} path={path} bytes={bytes} />
      ))}
    </>
  );
}

function Hex({ path, bytes }: { path: string; bytes: Uint8Array }) {
  const most = useSignal(256);
  return (
    <figure class="hex">
      <figcaption>
        <code>{path}</code> <span class="soft">{size(bytes.length)}</span>
      </figcaption>
      <pre
        class="mono"
        tabIndex={0}
        role="region"
        aria-label={`Bytes at ${path}`}
      >
        {hexdump(bytes, most.value)}
      </pre>
      {bytes.length > most.value && (
        <button
          type="button"
          class="button small"
          onClick={(event) => {
            most.value *= 16;
            // The button is gone once all is shown.
            event.currentTarget.parentElement?.querySelector("pre")?.focus();
          }}
        >
          More
        </button>
      )}
    </figure>
  );
}
