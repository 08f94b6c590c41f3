// Binary data: from a file, from a text, or from base64.
import { useRef, useState } from "preact/hooks";
import { bytesOf, fromBase64, toBase64 } from "../../values/text.ts";
import { useBroken } from "../broken.ts";
import { isAlike } from "../edit.ts";
import { naming, type ValueProps } from "../props.ts";
import { size } from "../words.tsx";
import { GrowingArea } from "./area.tsx";

// How many bytes are shown.
const SHOWN = 12;
// More than this is not written into a field.
const MOST_TYPED = 16_384;

export function BytesControl(props: ValueProps) {
  const { value, onChange, id, label } = props;
  const bytes = bytesOf(value) ?? new Uint8Array();
  const picker = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<{ of: unknown; text: string }>();
  const [isOver, setOver] = useState(false);
  const [way, setWay] = useState<"text" | "base64">();
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = new Uint8Array(await file.arrayBuffer());
    setName({ of: read, text: file.name });
    onChange(read);
  };
  const toggle = (to: "text" | "base64") => setWay(way === to ? undefined : to);
  const isSmall = bytes.length <= MOST_TYPED;
  return (
    <div
      class="control bytes"
      data-over={isOver ? "true" : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <input
        ref={picker}
        class="said"
        type="file"
        tabIndex={-1}
        aria-label={`File for ${label}`}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          // The same file can be taken again.
          event.currentTarget.value = "";
        }}
      />
      <button
        {...naming(props)}
        aria-label={`Choose file… for ${label}`}
        type="button"
        class="button small"
        onClick={() => picker.current?.click()}
      >
        Choose file…
      </button>
      {(["text", "base64"] as const).map((each) => (
        <button
          key={each}
          type="button"
          class="button small quiet"
          aria-expanded={way === each}
          aria-label={`${each === "text" ? "Text" : "Base64"} of ${label}`}
          disabled={!isSmall}
          onClick={() => toggle(each)}
        >
          {each === "text" ? "Text" : "Base64"}
        </button>
      ))}
      <span class="quiet mono bytes-shown">
        <b>{size(bytes.length)}</b> {hex(bytes)}
      </span>
      {name?.of === value && <span class="quiet">{name?.text}</span>}
      {way && isSmall && (
        <BytesText
          key={way}
          bytes={bytes}
          way={way}
          id={`${id}.${way}`}
          label={label}
          onChange={onChange}
        />
      )}
    </div>
  );
}

interface BytesTextProps {
  readonly bytes: Uint8Array;
  readonly way: "text" | "base64";
  readonly id: string;
  readonly label: string;
  readonly onChange: (value: unknown) => void;
}

function BytesText({ bytes, way, id, label, onChange }: BytesTextProps) {
  const written = way === "text" ? textOf(bytes) : toBase64(bytes);
  const [typed, setTyped] = useState({ text: written ?? "", of: bytes });
  const isTyped = isAlike(typed.of, bytes);
  const text = isTyped ? typed.text : (written ?? "");
  const isBroken = way === "base64" && !fromBase64(text);
  useBroken(id, isBroken);
  const isNoText = way === "text" && written === undefined;
  return (
    <div class="bytes-text">
      <GrowingArea
        id={id}
        class="input mono grows"
        spellcheck={false}
        aria-label={`${label} as ${way}`}
        aria-invalid={isBroken ? "true" : undefined}
        value={text}
        onInput={(event) => {
          const text = event.currentTarget.value;
          const next =
            way === "text" ? new TextEncoder().encode(text) : fromBase64(text);
          setTyped({ text, of: next ?? bytes });
          if (next) onChange(next);
        }}
      />
      {isBroken && (
        <p class="issue">This is no base64: the bytes are as before.</p>
      )}
      {isNoText && (
        <p class="quiet">These bytes are no UTF-8: a text takes their place.</p>
      )}
    </div>
  );
}

function hex(bytes: Uint8Array): string {
  const shown = Array.from(bytes.subarray(0, SHOWN), (byte) =>
    byte.toString(16).padStart(2, "0"),
  );
  return shown.join(" ") + (bytes.length > SHOWN ? " …" : "");
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return text.decode(bytes);
  } catch {
    return undefined;
  }
}
