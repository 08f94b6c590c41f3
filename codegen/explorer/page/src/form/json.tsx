// JSON as text: what a person types stays as it is, and where it is no JSON, the place is marked.
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { parse, print } from "../values/text.ts";
import { useBroken } from "./broken.ts";
import { isAlike } from "./edit.ts";
import { memo } from "./memo.tsx";

export type Problem = NonNullable<ReturnType<typeof parse>["problem"]>;

export interface JsonTextProps {
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** Called when the text begins to be no JSON, and when it ends. */
  readonly onProblem?: ((problem: Problem | undefined) => void) | undefined;
  readonly id: string;
  readonly label: string;
  readonly isLabelled?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean | undefined;
  /** Says of JSON that can be read why it cannot be taken. */
  readonly refuse?: ((value: unknown) => string | undefined) | undefined;
}

/** An editor of JSON: a textarea over the same text in colors. */
export function JsonText(props: JsonTextProps) {
  const { value, onChange, onProblem, id, label, describedBy } = props;
  // The value that the text stands for; while the text is broken, the last one.
  const state = useRef<
    { text: string; value: unknown; problem?: Problem | undefined } | undefined
  >(undefined);
  const [, draw] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const selection = useRef<Selection | undefined>(undefined);

  state.current ??= { text: print(value), value };
  if (!isAlike(state.current.value, value)) {
    const text = print(value);
    const element = area.current;
    if (element) selection.current = shifted(element, state.current.text, text);
    state.current = { text, value };
  }
  const { text, problem } = state.current;

  useLayoutEffect(() => {
    const element = area.current;
    if (!element || !selection.current) return;
    const { start, end, direction } = selection.current;
    selection.current = undefined;
    element.setSelectionRange(start, end, direction);
  }, [text]);
  useBroken(id, problem !== undefined);
  const told = useRef(false);
  useLayoutEffect(() => {
    if (!problem && !told.current) return;
    told.current = problem !== undefined;
    onProblem?.(problem);
  }, [problem]);

  const edit = (typed: string) => {
    const result = parse(typed);
    const before = state.current?.value;
    const message = result.problem ? undefined : props.refuse?.(result.value);
    const problem =
      message === undefined
        ? result.problem
        : { message, line: 1, column: 1, offset: 0 };
    if (problem || result.problem) {
      state.current = { text: typed, value: before, problem };
    } else {
      state.current = { text: typed, value: result.value };
      if (!isAlike(result.value, before)) onChange(result.value);
    }
    draw((count) => count + 1);
  };

  const [isAnyLength, setAnyLength] = useState(false);
  if (text.length > MOST_SHOWN && !isAnyLength) {
    return (
      <div class="json too-long">
        <p class="quiet">
          {text.length.toLocaleString("en")} characters of JSON are too many to
          edit them with ease.
        </p>
        <button
          type="button"
          class="button small"
          id={id}
          onClick={() => setAnyLength(true)}
        >
          Show the JSON of {label}
        </button>
      </div>
    );
  }
  const problemId = `${id}.problem`;
  const described = [describedBy, problem && problemId].filter(Boolean);
  return (
    <div class="json">
      <div class="json-box" data-invalid={problem ? "true" : undefined}>
        <pre class="json-colors" aria-hidden="true">
          <Colors text={text} problem={problem} />
          {"\n"}
        </pre>
        <textarea
          ref={area}
          id={id}
          class="json-area"
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          rows={1}
          value={text}
          {...(props.isLabelled ? {} : { "aria-label": label })}
          {...(described.length > 0
            ? { "aria-describedby": described.join(" ") }
            : {})}
          {...(problem || props.isInvalid ? { "aria-invalid": "true" } : {})}
          onInput={(event) => edit(event.currentTarget.value)}
        />
      </div>
      <p class="issue json-problem" id={problemId} aria-live="polite">
        {problem &&
          `Line ${problem.line.toString()}, column ${problem.column.toString()}: ${problem.message}`}
      </p>
    </div>
  );
}

interface Selection {
  readonly start: number;
  readonly end: number;
  readonly direction: "forward" | "backward" | "none";
}

/** Where the selection is when the text before becomes another: what stands before a change keeps it where it is, what stands after it takes it along. */
function shifted(
  { selectionStart, selectionEnd, selectionDirection }: HTMLTextAreaElement,
  before: string,
  after: string,
): Selection {
  let same = 0;
  const least = Math.min(before.length, after.length);
  while (same < least && before[same] === after[same]) same++;
  const move = (at: number) =>
    at <= same ? at : Math.max(same, at + after.length - before.length);
  return {
    start: move(selectionStart),
    end: move(selectionEnd),
    direction: selectionDirection,
  };
}

// More than this is not looked at for colors, so that typing stays quick.
const MOST_COLORED = 20_000;
// More than this is not drawn unless somebody wants it: a file as base64, for one.
const MOST_SHOWN = 200_000;

const TOKEN =
  /("(?:[^"\\\n]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

/** A text of JSON in colors, and its problem marked. */
function Colors({
  text,
  problem,
}: {
  text: string;
  problem?: Problem | undefined;
}) {
  const end = problem ? endOfMark(text, problem.offset) : 0;
  if (problem) {
    const from = Math.min(problem.offset, text.length);
    return (
      <>
        {colored(text.slice(0, from))}
        <mark>{text.slice(from, end) || " "}</mark>
        {colored(text.slice(end))}
      </>
    );
  }
  if (text.length > MOST_COLORED) return <>{text}</>;
  // No token has an end of a line in it, so that a line that stays as it was is left alone.
  const lines = text.split("\n");
  return (
    <>
      {lines.map((line, at) => (
        <Line key={at} text={at + 1 < lines.length ? `${line}\n` : line} />
      ))}
    </>
  );
}

const Line = memo(({ text }: { readonly text: string }) => (
  <>{colored(text)}</>
));

/** The mark covers a word, or one character. */
function endOfMark(text: string, from: number): number {
  const word = /^[\w.+-]+/.exec(text.slice(from))?.[0];
  if (word) return from + word.length;
  return text[from] === "\n" ? from : from + 1;
}

function colored(text: string): (string | JSX.Element)[] {
  if (text.length > MOST_COLORED) return [text];
  const parts: (string | JSX.Element)[] = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [all, string, colon, number] = match;
    if (match.index > from) parts.push(text.slice(from, match.index));
    const kind = string
      ? colon === undefined
        ? "text"
        : "key"
      : number === undefined
        ? "word"
        : "number";
    const token = string ?? all;
    parts.push(
      <span key={parts.length} class={`json-${kind}`}>
        {token}
      </span>,
    );
    from = match.index + token.length;
  }
  parts.push(text.slice(from));
  return parts;
}
