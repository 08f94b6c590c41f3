// A value as a form and as JSON, side by side; each follows the other.
import type { ComponentChildren } from "preact";
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "preact/hooks";
import type { EventDef, Field, Ref, Types } from "../contract.ts";
import type { Issue } from "../values/schemas.ts";
import { ArgumentsForm, RootForm } from "./arguments.tsx";
import { Broken } from "./broken.ts";
import { useFocusLater } from "./focus.ts";
import { JsonText, type Problem } from "./json.tsx";
import { FieldsForm } from "./object.tsx";
import { isPlain } from "./shape.ts";
import "../style/editor.css";
import "../style/form.css";
import "../style/controls.css";
import "../style/items.css";
import "../style/json.css";

interface EditorProps {
  readonly types: Types;
  /** With paths that begin in the value. */
  readonly issues: readonly Issue[];
  /** Begins the ids in it: no two editors of a page have the same. */
  readonly id: string;
  /** Buttons such as Reset and Random, above both. */
  readonly actions?: ComponentChildren;
  /** Whether some text stands for no value at the moment, so that the value is not what is shown. */
  readonly onBroken?: (isBroken: boolean) => void;
}

export interface ValueEditorProps extends EditorProps {
  readonly type: Ref;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** What the value is called: `auth`, `answer`, `error`. */
  readonly label: string;
}

/** An editor of a value of any type: of `auth`, of an answer. */
export function ValueEditor(props: ValueEditorProps) {
  const { value, onChange, label } = props;
  return (
    <Panes {...props} json={value} onJson={onChange} label={label}>
      <RootForm {...props} id={`${props.id}.form`} />
    </Panes>
  );
}

export interface FieldsEditorProps extends EditorProps {
  readonly fields: readonly Field[];
  readonly value: Readonly<Record<string, unknown>>;
  readonly onChange: (value: Readonly<Record<string, unknown>>) => void;
  readonly label: string;
}

/** An editor of fields that are no type of the schema's: the parameters of a room. */
export function FieldsEditor(props: FieldsEditorProps) {
  const { value, onChange, label, id } = props;
  const change = (next: unknown) => {
    if (isPlain(next)) onChange(next);
  };
  const refuse = (next: unknown) =>
    isPlain(next) ? undefined : "an object is wanted here";
  return (
    <Panes
      {...props}
      json={value}
      onJson={change}
      refuse={refuse}
      label={label}
    >
      <div class="form" role="group" aria-label={label}>
        <FieldsForm {...props} id={`${id}.form`} />
      </div>
    </Panes>
  );
}

export interface PayloadEditorProps extends EditorProps {
  readonly event: EventDef;
  readonly direction: "clientToServer" | "serverToClient";
  /** All the arguments, also of events with one payload. */
  readonly value: readonly unknown[];
  readonly onChange: (value: unknown[]) => void;
}

/** An editor of what an event carries: as JSON the payload, or the list of arguments where there may be several. */
export function PayloadEditor(props: PayloadEditorProps) {
  const { event, value, onChange, direction, id } = props;
  const isPayload = event.payload === "data" && value.length <= 1;
  const fromJson = (json: unknown) => {
    if (isPayload) onChange([json]);
    else if (Array.isArray(json)) onChange(json as unknown[]);
  };
  const refuse = (json: unknown) =>
    isPayload || Array.isArray(json)
      ? undefined
      : "a list of the arguments is wanted here";
  const what = isPayload ? "payload" : "arguments";
  const of = direction === "clientToServer" ? "to send" : "from the server";
  if (event.payload === "none" && value.length === 0) {
    return (
      <div class="editor">
        {props.actions !== undefined && (
          <div class="editor-actions">{props.actions}</div>
        )}
        <ArgumentsForm {...props} id={`${id}.form`} />
      </div>
    );
  }
  return (
    <Panes
      {...props}
      json={isPayload ? (value[0] ?? null) : value}
      onJson={fromJson}
      refuse={refuse}
      label={`${event.wire} ${what} ${of}`}
    >
      <ArgumentsForm {...props} id={`${id}.form`} />
    </Panes>
  );
}

interface PanesProps extends EditorProps {
  readonly json: unknown;
  readonly onJson: (value: unknown) => void;
  readonly refuse?: ((value: unknown) => string | undefined) | undefined;
  readonly label: string;
  readonly children: ComponentChildren;
}

function Panes(props: PanesProps) {
  const { id, json, onJson, label, actions, issues, children } = props;
  const [tab, setTab] = useState<"form" | "json">("form");
  const [problem, setProblem] = useState<Problem>();
  const [generation, setGeneration] = useState(0);
  const focusLater = useFocusLater();
  const tell = useToldBroken(props.onBroken);
  const jsonId = `${id}.json`;
  return (
    <Broken.Provider value={tell}>
      <div class="editor" data-tab={tab}>
        <div class="editor-bar">
          <div class="segments tabs" role="radiogroup" aria-label="Show">
            {(["form", "json"] as const).map((each) => (
              <label key={each} class="segment">
                <input
                  type="radio"
                  name={`${id}.tab`}
                  checked={tab === each}
                  onChange={() => setTab(each)}
                />
                <span>{each === "form" ? "Form" : "JSON"}</span>
              </label>
            ))}
          </div>
          {actions !== undefined && <div class="editor-actions">{actions}</div>}
        </div>
        <div class="panes">
          <div
            class="pane pane-form"
            role="group"
            aria-label={`${label}, form`}
          >
            {problem && (
              <div class="behind" role="status">
                <span>
                  Not following: the JSON has a problem in line {problem.line}.
                  This is the last value that could be read.
                </span>
                <button
                  type="button"
                  class="button small"
                  onClick={() => {
                    setProblem(undefined);
                    setGeneration(generation + 1);
                    setTab("json");
                    focusLater(jsonId);
                  }}
                >
                  Discard the JSON
                </button>
              </div>
            )}
            <fieldset class="bare-fieldset" disabled={problem !== undefined}>
              {children}
            </fieldset>
          </div>
          <div
            class="pane pane-json"
            role="group"
            aria-label={`${label}, JSON`}
          >
            <JsonText
              key={generation}
              value={json}
              onChange={onJson}
              onProblem={setProblem}
              refuse={props.refuse}
              id={jsonId}
              label={`${label} as JSON`}
              isInvalid={issues.length > 0}
            />
          </div>
        </div>
      </div>
    </Broken.Provider>
  );
}

/** Gathers what is broken into whether anything is. */
function useToldBroken(
  onBroken: ((isBroken: boolean) => void) | undefined,
): (id: string, isBroken: boolean) => void {
  const broken = useMemo(() => new Set<string>(), []);
  const [isBroken, setBroken] = useState(false);
  const told = useRef(false);
  useEffect(() => {
    if (told.current === isBroken) return;
    told.current = isBroken;
    onBroken?.(isBroken);
  }, [isBroken]);
  return useCallback(
    (id: string, isOne: boolean) => {
      if (isOne) broken.add(id);
      else broken.delete(id);
      setBroken(broken.size > 0);
    },
    [broken],
  );
}
