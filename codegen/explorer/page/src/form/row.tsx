// A row of a form: what a value is called, its control, what is said about it, and what stands in it.
import type { ComponentChildren, JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Field, Types } from "../contract.ts";
import { firstOf, initial } from "../values/make.ts";
import type { Issue } from "../values/schemas.ts";
import { print } from "../values/text.ts";
import { copied, issuesHere } from "./edit.ts";
import { Icon, IconButton } from "./icon.tsx";
import { JsonText } from "./json.tsx";
import { memo } from "./memo.tsx";
import { mayBeNull, mayLack, solid } from "./shape.ts";
import { ValueForm } from "./value.tsx";
import {
  brief,
  constraint,
  deprecation,
  Doc,
  docOf,
  typeName,
} from "./words.tsx";

export interface RowProps {
  readonly id: string;
  /** What the value is called, or what says so instead of a label. */
  readonly name: ComponentChildren;
  readonly hint?: string | undefined;
  readonly docs?: readonly string[];
  readonly issues: readonly Issue[];
  /** Buttons and switches beside the control. */
  readonly tools?: ComponentChildren;
  readonly className?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** The control gets what describes it, and the parts of it stand below. */
  readonly children: (describedBy: string | undefined) => ComponentChildren;
}

export function Row(props: RowProps) {
  const { id, name, hint, docs = [], issues, tools, className = "" } = props;
  const here = issuesHere(issues);
  const described = [
    ...(hint ? [`${id}.hint`] : []),
    ...docs.map((_, at) => `${id}.doc${at.toString()}`),
    ...(here.length > 0 ? [`${id}.issues`] : []),
  ];
  const describedBy = described.length > 0 ? described.join(" ") : undefined;
  return (
    <div
      class={`row ${className}`}
      id={`${id}.row`}
      {...(props.onKeyDown ? { onKeyDown: props.onKeyDown } : {})}
    >
      <div class="row-name">
        {name}
        {hint && (
          <span class="hint" id={`${id}.hint`}>
            {hint}
          </span>
        )}
      </div>
      {props.children(describedBy)}
      {tools !== undefined && <div class="row-tools">{tools}</div>}
      {(docs.length > 0 || here.length > 0) && (
        <div class="row-notes">
          {here.length > 0 && (
            <p class="issue" id={`${id}.issues`}>
              <Icon name="warn" />
              {here.map(({ message }) => message).join("; ")}
            </p>
          )}
          {docs.map((text, at) => (
            <Doc key={at} text={text} id={`${id}.doc${at.toString()}`} />
          ))}
        </div>
      )}
    </div>
  );
}

export interface SwitchProps {
  readonly text: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly disabled?: boolean;
  readonly title?: string | undefined;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether there is something at all. */
export function Switch(props: SwitchProps) {
  const { text, label, isOn, disabled = false, title, onChange } = props;
  return (
    <label class="switch" title={title}>
      <span aria-hidden="true">{text}</span>
      <input
        type="checkbox"
        role="switch"
        aria-label={label}
        checked={isOn}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

export interface FieldRowProps<At extends PropertyKey> {
  readonly types: Types;
  readonly field: Field;
  /** Undefined where the field is absent. */
  readonly value: unknown;
  /** Where it stands in what it is a field of: its key, or its place. */
  readonly at: At;
  /** Changes it; undefined leaves the field out. Steady. */
  readonly set: (at: At, value: unknown) => void;
  readonly issues: readonly Issue[];
  readonly id: string;
  readonly depth: number;
  /** Why the field cannot be left out here, though it may be elsewhere. */
  readonly mustStay?: string | undefined;
}

/** A field of an object, or an argument: absent, null, or a value. */
export const FieldRow = memo(DrawnFieldRow) as <At extends PropertyKey>(
  props: FieldRowProps<At> & { readonly key?: PropertyKey },
) => JSX.Element;

function DrawnFieldRow<At extends PropertyKey>(props: FieldRowProps<At>) {
  const { types, field, value, at, set, issues, id, depth, mustStay } = props;
  const { wire, doc, deprecated } = field;
  const onChange = (next: unknown) => set(at, next);
  const type = field.nullable ? solid(types, field.type) : field.type;
  const isThere = value !== undefined;
  // What is switched off comes back as it was.
  const last = useRef<{ there?: unknown; solid?: unknown }>({});
  if (isThere) last.current.there = value;
  if (isThere && value !== null) last.current.solid = value;
  const canLack = mayLack(field);
  const canBeNull = mayBeNull(types, field);
  const typeDoc = docOf(types, field.type);
  const docs = [
    ...(deprecated ? [deprecation(deprecated)] : []),
    ...(doc ? [doc] : []),
    ...(typeDoc !== undefined && typeDoc !== doc ? [typeDoc] : []),
  ];
  const hint = [typeName(type), constraint(types, type)].filter(Boolean);
  const tools = (canBeNull || canLack || !isThere) && (
    <>
      {canBeNull && isThere && (
        <Switch
          text="null"
          label={`${wire} is null`}
          isOn={value === null}
          onChange={(isNull) => {
            onChange(isNull ? null : (last.current.solid ?? solidValue()));
          }}
        />
      )}
      {(canLack || !isThere) && (
        <Switch
          text="include"
          label={`include ${wire}`}
          isOn={isThere}
          disabled={isThere && mustStay !== undefined}
          title={isThere ? mustStay : undefined}
          onChange={(isOn) => {
            const before = last.current.there;
            const next = before === undefined ? firstOf(types, field) : before;
            onChange(isOn ? copied(next) : undefined);
          }}
        />
      )}
    </>
  );
  const solidValue = () => initial(types, solid(types, type));
  return (
    <Row
      id={id}
      name={
        <label for={id} class="label">
          {deprecated ? <s>{shown(wire)}</s> : shown(wire)}
        </label>
      }
      hint={hint.join(" · ")}
      docs={docs}
      issues={issues}
      tools={tools || undefined}
      className={
        !isThere
          ? "absent nothing-there"
          : value === null && canBeNull
            ? "nothing-there"
            : ""
      }
    >
      {(describedBy) =>
        isThere && !(value === null && canBeNull) ? (
          <ValueForm
            types={types}
            type={type}
            value={value}
            onChange={onChange}
            issues={issues}
            id={id}
            label={wire}
            isLabelled
            isNullShown
            describedBy={describedBy}
            depth={depth}
          />
        ) : (
          <Nothing id={id} field={field} value={value} />
        )
      }
    </Row>
  );
}

/** What stands in place of a control. */
function Nothing(props: { id: string; field: Field; value: unknown }) {
  const { id, field, value } = props;
  const byDefault =
    field.hasDefault && value === undefined
      ? `, so ${brief(print(field.default))}`
      : "";
  return (
    <div class="control">
      <output id={id} class="nothing">
        {value === null ? "null" : `absent${byDefault}`}
      </output>
    </div>
  );
}

/** A name as it is, even where it is nothing, or nothing but spaces. */
export function shown(name: string): string {
  return name.trim() === "" ? JSON.stringify(name) : name;
}

export interface ExtraRowProps {
  readonly name: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onRemove: () => void;
  readonly issues: readonly Issue[];
  readonly id: string;
}

/** What a value has though the schema knows nothing of it: it came from JSON. */
export function ExtraRow(props: ExtraRowProps) {
  const { name, value, onChange, onRemove, issues, id } = props;
  return (
    <Row
      id={id}
      className="extra"
      name={
        <label for={id} class="label">
          {shown(name)}
        </label>
      }
      hint="not in the schema"
      issues={issues}
      tools={
        <IconButton name="remove" label={`Remove ${name}`} onClick={onRemove} />
      }
    >
      {(describedBy) => (
        <div class="control">
          <JsonText
            value={value}
            onChange={onChange}
            id={id}
            label={name}
            isLabelled
            describedBy={describedBy}
            isInvalid={issues.length > 0}
          />
        </div>
      )}
    </Row>
  );
}
