// Controls that are a line of text: strings, numbers, UUIDs.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Builtin, Ref } from "../../contract.ts";
import { JsonText } from "../json.tsx";
import { saying, type ValueProps } from "../props.ts";
import { numberOf } from "../shape.ts";
import { GrowingArea } from "./area.tsx";

type BuiltinRef = Extract<Ref, { kind: "builtin" }>;

// What a field of a page changes, or cannot show.
const UNSHOWABLE = /[\0-\x08\x0b-\x1f\x7f]|\p{Surrogate}/u;

/** A text: one line, or as many as it needs. */
export function TextControl(props: ValueProps & { readonly of: BuiltinRef }) {
  const { value, onChange, of, id } = props;
  const text = String(value);
  const max = of.max === undefined ? undefined : Number(of.max);
  const isLong = text.includes("\n") || text.length > 80 || (max ?? 0) > 200;
  // What was long stays so: a field that changes under one's hands loses the cursor.
  const [wasLong, setLong] = useState(isLong);
  const area = useRef<HTMLTextAreaElement>(null);
  const cursor = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (cursor.current === undefined || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(cursor.current, cursor.current);
    cursor.current = undefined;
  });

  if (UNSHOWABLE.test(text)) {
    return (
      <div class="control">
        <JsonText {...props} isInvalid={props.issues.length > 0} />
        <p class="quiet">
          As JSON, since it has characters that a field cannot show.
        </p>
      </div>
    );
  }
  const counter = max !== undefined && <Counter text={text} max={max} />;
  if (isLong || wasLong) {
    if (!wasLong) {
      const element = document.getElementById(id);
      if (
        element instanceof HTMLInputElement &&
        element === document.activeElement
      )
        cursor.current ??= element.selectionStart ?? text.length;
      setLong(true);
    }
    return (
      <div class="control counted">
        <GrowingArea
          {...saying(props)}
          area={area}
          class="input grows"
          value={text}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        {counter}
      </div>
    );
  }
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    const element = event.currentTarget as HTMLInputElement;
    // A field of one line would leave out where lines end.
    if (!pasted.includes("\n")) return;
    event.preventDefault();
    const lines = pasted.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
    const start = element.selectionStart ?? text.length;
    const end = element.selectionEnd ?? text.length;
    cursor.current = start + lines.length;
    onChange(text.slice(0, start) + lines + text.slice(end));
  };
  return (
    <div class="control counted">
      <input
        {...saying(props)}
        class="input"
        type="text"
        autocomplete="off"
        value={text}
        onPaste={paste}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {counter}
    </div>
  );
}

/** How many characters there are, of those that there may be. */
function Counter({ text, max }: { text: string; max: number }) {
  const count = Array.from(text).length;
  return (
    <span class={count > max ? "counter over" : "counter"} aria-hidden="true">
      {count}/{max}
    </span>
  );
}

const WHOLE: readonly Builtin[] = [
  "u8",
  "u16",
  "u32",
  "i8",
  "i16",
  "i32",
  "int",
];

/**
 * A number. What is typed stays as it is while it is no number yet; the value is then
 * that text, which is what would be sent.
 */
export function NumberControl(props: ValueProps & { readonly of: BuiltinRef }) {
  const { value, onChange, of } = props;
  const [typed, setTyped] = useState({ text: "", value: undefined as unknown });
  const isTyped = typed.value !== undefined && Object.is(typed.value, value);
  const isNumber = typeof value === "number";
  const written = Object.is(value, -0) ? "-0" : String(value);
  const isWhole = WHOLE.includes(of.builtin);
  return (
    <div class="control">
      <input
        {...saying(props)}
        class="input number"
        type="text"
        inputMode={
          isWhole && of.builtin.startsWith("u") ? "numeric" : "decimal"
        }
        autocomplete="off"
        value={isTyped ? typed.text : written}
        onInput={(event) => {
          const text = event.currentTarget.value;
          const next = numberOf(text) ?? text;
          setTyped({ text, value: next });
          onChange(next);
        }}
      />
      {isTyped && isRounded(typed.text, value) && (
        <span class="quiet">rounded to {written}</span>
      )}
      {!isNumber && (
        <span class="issue" role="status">
          {value === "" ? "empty" : "not a number"}
        </span>
      )}
    </div>
  );
}

/** Whether a number has fewer digits than were typed. */
function isRounded(text: string, value: unknown): boolean {
  const isWhole = /^[+-]?\d+$/.test(text.trim()) && Number.isInteger(value);
  const digits = text.trim().replace(/^\+/, "");
  return isWhole && BigInt(digits) !== BigInt(value as number);
}

/** A 64-bit integer, which is a text on the wire. */
export function DecimalControl(props: ValueProps) {
  const { value, onChange } = props;
  return (
    <div class="control">
      <input
        {...saying(props)}
        class="input number wide"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={String(value)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

export function UuidControl(props: ValueProps) {
  const { value, onChange, label } = props;
  return (
    <div class="control">
      <input
        {...saying(props)}
        class="input mono uuid"
        type="text"
        spellcheck={false}
        autocomplete="off"
        value={String(value)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <button
        type="button"
        class="button small"
        aria-label={`New UUID for ${label}`}
        onClick={() => onChange(newUuid())}
      >
        New
      </button>
    </div>
  );
}

/** Pages of plain HTTP have no `randomUUID`. */
function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"));
  return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
