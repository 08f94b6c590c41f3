// Objects: a row for each field, and one for whatever else is there.
import { useState } from "preact/hooks";
import type { Field, TypeDef, Types } from "../contract.ts";
import type { Issue } from "../values/schemas.ts";
import { print } from "../values/text.ts";
import { issuesByPart, orderOf, withKey, withoutKey } from "./edit.ts";
import { useFocusLater } from "./focus.ts";
import { Icon } from "./icon.tsx";
import { useSteady } from "./memo.tsx";
import { naming, type ValueProps } from "./props.ts";
import { ExtraRow, FieldRow } from "./row.tsx";
import { isPlain, own, type Plain } from "./shape.ts";
import { brief, counted } from "./words.tsx";

// What is deeper is drawn when somebody asks for it.
const DEEPEST_OPEN = 3;

/** Whether the inside of a value is shown. */
export function useOpen(depth: number): [boolean, (isOpen: boolean) => void] {
  return useState(depth <= DEEPEST_OPEN);
}

export interface FoldProps extends ValueProps {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  /** What stands in the button. */
  readonly children: string;
}

/** The button that shows and hides the inside of a value. */
export function Fold(props: FoldProps) {
  const { isOpen, setOpen, children, value, label } = props;
  return (
    <>
      <button
        {...naming({ ...props, label: `${label}: ${children}` })}
        type="button"
        class="fold"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? "open" : "closed"} />
        {children}
      </button>
      {!isOpen && <code class="brief">{brief(print(value))}</code>}
      {!isOpen && <HiddenIssues count={props.issues.length} />}
    </>
  );
}

/** That something is wrong where nobody sees it. */
export function HiddenIssues({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return <span class="badge bad">{counted(count, "problem")}</span>;
}

export function ObjectForm(props: ValueProps & { readonly def: TypeDef }) {
  const { def, types, value, onChange, issues, id, label, depth = 0 } = props;
  const [isOpen, setOpen] = useOpen(depth);
  return (
    <>
      <div class="control">
        <Fold {...props} isOpen={isOpen} setOpen={setOpen}>
          {counted((def.fields ?? []).length, "field")}
        </Fold>
      </div>
      {isOpen && isPlain(value) && (
        <div class="body" role="group" aria-label={label}>
          <FieldsForm
            types={types}
            fields={def.fields ?? []}
            value={value}
            onChange={onChange}
            issues={issues}
            id={id}
            depth={depth + 1}
          />
        </div>
      )}
    </>
  );
}

export interface FieldsFormProps {
  readonly types: Types;
  readonly fields: readonly Field[];
  readonly value: Plain;
  readonly onChange: (value: Plain) => void;
  readonly issues: readonly Issue[];
  readonly id: string;
  readonly depth?: number;
  /** A key that something else shows, such as the tag of a union. */
  readonly except?: string | undefined;
}

/** The rows of an object. */
export function FieldsForm(props: FieldsFormProps) {
  const { types, fields, value, onChange, issues, id, depth = 0 } = props;
  const focusLater = useFocusLater();
  const order = orderOf(fields);
  const known = new Set([...order, props.except]);
  const extras = Object.keys(value).filter((key) => !known.has(key));
  const within = issuesByPart(issues);
  const set = useSteady((key: string, item: unknown) => {
    if (item === undefined) onChange(withoutKey(value, key));
    else onChange(withKey(value, key, item, order));
  });
  return (
    <>
      {fields.map((field, at) => (
        <FieldRow
          key={field.wire}
          types={types}
          field={field}
          value={own(value, field.wire)}
          at={field.wire}
          set={set}
          issues={within(field.wire)}
          id={`${id}.${at.toString()}`}
          depth={depth}
        />
      ))}
      {extras.map((key, at) => (
        <ExtraRow
          key={`extra ${key}`}
          name={key}
          value={value[key]}
          onChange={(item) => set(key, item)}
          onRemove={() => {
            const isLast = at === extras.length - 1;
            const next = isLast ? at - 1 : at;
            focusLater(
              next >= 0
                ? `${id}.x${next.toString()}.row`
                : `${id}.${(fields.length - 1).toString()}.row`,
            );
            onChange(withoutKey(value, key));
          }}
          issues={within(key)}
          id={`${id}.x${at.toString()}`}
        />
      ))}
    </>
  );
}
