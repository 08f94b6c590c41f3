// What an event carries: nothing, one payload, arguments by name, or anything.
import type { EventDef, Field, Part, Types } from "../contract.ts";
import type { Issue } from "../values/schemas.ts";
import { initial } from "../values/make.ts";
import { issuesWithin, withItem, without } from "./edit.ts";
import { useFocusLater } from "./focus.ts";
import { Icon, IconButton } from "./icon.tsx";
import { JsonText } from "./json.tsx";
import { useSteady } from "./memo.tsx";
import { FieldsForm } from "./object.tsx";
import type { ValueProps } from "./props.ts";
import { ExtraRow, FieldRow, Row } from "./row.tsx";
import { isPlain, mayBeNull, mayLack, objectOf } from "./shape.ts";
import { ValueForm } from "./value.tsx";
import { constraint, Doc, docOf, typeName } from "./words.tsx";

export type RootFormProps = Omit<
  ValueProps,
  "isLabelled" | "describedBy" | "depth"
>;

/** A value that stands in nothing else. Of an object there are only the fields. */
export function RootForm(props: RootFormProps) {
  const { types, type, value, onChange, issues, id, label } = props;
  const def = objectOf(types, type);
  const doc = docOf(types, type);
  if (def && isPlain(value)) {
    const fields = def.fields ?? [];
    const isEmpty = fields.length === 0 && Object.keys(value).length === 0;
    return (
      <div class="form" role="group" aria-label={label}>
        {doc !== undefined && <Doc text={doc} />}
        <RootIssues issues={issues} />
        {isEmpty && <p class="quiet">An object without fields.</p>}
        <FieldsForm {...props} fields={fields} value={value} id={id} />
      </div>
    );
  }
  const hint = [typeName(type), constraint(types, type)].filter(Boolean);
  return (
    <div class="form">
      <Row
        id={id}
        name={
          <label for={id} class="label">
            {label}
          </label>
        }
        hint={hint.join(" · ")}
        docs={doc === undefined ? [] : [doc]}
        issues={issues}
      >
        {(describedBy) => (
          <ValueForm
            types={types}
            type={type}
            value={value}
            onChange={onChange}
            issues={issues}
            id={id}
            label={label}
            isLabelled
            describedBy={describedBy}
          />
        )}
      </Row>
    </div>
  );
}

function RootIssues({ issues }: { issues: readonly Issue[] }) {
  const here = issues.filter(({ path }) => path.length === 0);
  if (here.length === 0) return null;
  return (
    <p class="issue">
      <Icon name="warn" />
      {here.map(({ message }) => message).join("; ")}
    </p>
  );
}

export interface ArgumentsFormProps {
  readonly types: Types;
  readonly event: EventDef;
  /** All the arguments. */
  readonly value: readonly unknown[];
  readonly onChange: (value: unknown[]) => void;
  /** As `Schemas.event` finds them: of a payload the paths begin in it, of arguments with their names. */
  readonly issues: readonly Issue[];
  readonly id: string;
}

export function ArgumentsForm(props: ArgumentsFormProps) {
  const { types, event, value, onChange, issues, id } = props;
  switch (event.payload) {
    case "data":
      return event.data ? (
        <>
          <RootForm
            types={types}
            type={event.data}
            value={value[0] ?? null}
            onChange={(payload) => onChange([payload, ...value.slice(1)])}
            issues={issues}
            id={id}
            label="payload"
          />
          <Extras {...props} from={1} />
        </>
      ) : null;
    case "args":
      return <NamedArguments {...props} fields={event.args ?? []} />;
    case "raw":
      return <AnyArguments {...props} />;
    case "none":
      return (
        <div class="form">
          <p class="quiet">This event carries nothing.</p>
          <Extras {...props} from={0} />
        </div>
      );
  }
}

/** Arguments that the schema does not have. */
function Extras(props: ArgumentsFormProps & { readonly from: number }) {
  const { value, onChange, issues, id, from } = props;
  return (
    <>
      {value.slice(from).map((item, index) => {
        const at = from + index;
        return (
          <ExtraRow
            key={at}
            name={`argument ${at.toString()}`}
            value={item}
            onChange={(next) => onChange(withItem(value, at, next))}
            onRemove={() => onChange(without(value, at))}
            issues={issuesWithin(issues, at)}
            id={`${id}.a${at.toString()}`}
          />
        );
      })}
    </>
  );
}

function NamedArguments(
  props: ArgumentsFormProps & { readonly fields: readonly Field[] },
) {
  const { types, fields, value, onChange, issues, id } = props;
  const isThere = (at: number) => {
    const field = fields[at];
    if (at >= value.length || !field) return false;
    // In its place null says that it is absent, unless null is a value of it.
    const isNull = value[at] === null || value[at] === undefined;
    return !isNull || mayBeNull(types, field) || !mayLack(field);
  };
  const set = useSteady((at: number, item: unknown) => {
    const next = [...value];
    if (item === undefined) {
      next[at] = null;
      // What is absent at the end is not sent.
      let length = at + 1;
      const isLast = next.length <= length;
      if (isLast) {
        length = at;
        while (length > 0 && !isThere(length - 1)) length--;
        next.length = length;
      }
    } else {
      for (let before = next.length; before < at; before++) {
        const field = fields[before];
        const isGap = !field || mayLack(field) || field.nullable;
        next[before] = isGap ? null : initial(types, field.type);
      }
      next[at] = item;
    }
    onChange(next);
  });
  return (
    <div class="form" role="group" aria-label="arguments">
      <RootIssues issues={issues} />
      {fields.map((field, at) => {
        const isFollowed = at < value.length - 1;
        return (
          <FieldRow
            key={at}
            types={types}
            field={field}
            value={isThere(at) ? (value[at] ?? null) : undefined}
            at={at}
            set={set}
            issues={issuesWithin(issues, field.wire)}
            id={`${id}.${at.toString()}`}
            depth={0}
            mustStay={
              isFollowed && mayBeNull(types, field)
                ? "An argument can be left out only when those after it are, since null is a value of this one"
                : undefined
            }
          />
        );
      })}
      <Extras {...props} from={fields.length} />
    </div>
  );
}

function AnyArguments(props: ArgumentsFormProps) {
  const { value, onChange, issues, id } = props;
  const focusLater = useFocusLater();
  return (
    <div class="form" role="group" aria-label="arguments">
      {value.length === 0 && (
        <p class="quiet">Any arguments: there are none yet.</p>
      )}
      {value.map((item, at) => (
        <Row
          key={at}
          id={`${id}.${at.toString()}`}
          className="item"
          name={
            <label class="label index" for={`${id}.${at.toString()}`}>
              argument {at}
            </label>
          }
          hint="json"
          issues={issuesWithin(issues, at)}
          tools={
            <IconButton
              name="remove"
              label={`Remove argument ${at.toString()}`}
              onClick={() => {
                const isLast = at === value.length - 1;
                const next = isLast ? at - 1 : at;
                focusLater(next < 0 ? `${id}.add` : `${id}.${next.toString()}`);
                onChange(without(value, at));
              }}
            />
          }
        >
          {(describedBy) => (
            <div class="control">
              <JsonText
                value={item}
                onChange={(next) => onChange(withItem(value, at, next))}
                id={`${id}.${at.toString()}`}
                label={`argument ${at.toString()}`}
                isLabelled
                describedBy={describedBy}
              />
            </div>
          )}
        </Row>
      ))}
      <button
        type="button"
        class="button small quiet add"
        id={`${id}.add`}
        onClick={() => {
          focusLater(`${id}.${value.length.toString()}`);
          onChange([...value, null]);
        }}
      >
        <Icon name="add" /> Add an argument
      </button>
    </div>
  );
}

/** The parameters of a room's name, or of a namespace's path, as fields of an object: `FieldsForm` makes a form of them. */
export function fieldsOfParts(parts: readonly Part[]): Field[] {
  return parts.flatMap(({ name, names, type }) => {
    if (name === undefined || !type) return [];
    return [{ wire: name, names: { snake: names?.snake ?? name }, type }];
  });
}
