// Unions: which member it is, and the member's own form.
import { useMemo, useRef, useState } from "preact/hooks";
import type { Member, Ref, TypeDef, Types } from "../contract.ts";
import { initial } from "../values/make.ts";
import {
  issuesHere,
  issuesWithin,
  orderOf,
  withKey,
  withoutKey,
} from "./edit.ts";
import { IconButton } from "./icon.tsx";
import { JsonText } from "./json.tsx";
import { Mending } from "./mend.tsx";
import { FieldsForm, HiddenIssues, useOpen } from "./object.tsx";
import { saying, type ValueProps } from "./props.ts";
import { Row, shown } from "./row.tsx";
import {
  isOfKind,
  isPlain,
  mayBeNull,
  memberOf,
  objectOf,
  own,
  type Plain,
} from "./shape.ts";
import { ValueForm } from "./value.tsx";
import { Doc } from "./words.tsx";

type UnionProps = ValueProps & { readonly def: TypeDef };

export function UnionForm(props: UnionProps) {
  return props.def.tagging === "untagged" ? (
    <UntaggedForm {...props} />
  ) : (
    <TaggedForm {...props} />
  );
}

/** The members that a person may choose, in a select. */
function Members(
  props: UnionProps & {
    readonly chosen: number;
    readonly unknown: string | undefined;
    readonly names: readonly string[];
    readonly onChoose: (at: number) => void;
  },
) {
  const { def, chosen, unknown, names, onChoose } = props;
  return (
    <select
      {...saying({ ...props, issues: issuesHere(props.issues) })}
      class="input member"
      value={chosen.toString()}
      onChange={(event) => onChoose(Number(event.currentTarget.value))}
    >
      {chosen < 0 && !def.open && (
        <option value="-1">{unknown ?? "choose…"}</option>
      )}
      {names.map((name, at) => (
        <option key={at} value={at.toString()}>
          {shown(name)}
        </option>
      ))}
      {def.open && <option value="-1">other…</option>}
    </select>
  );
}

/** A union whose members are told apart by a tag, in the member or beside it. */
function TaggedForm(props: UnionProps) {
  const { def, types, value, onChange, issues, id, label, depth = 0 } = props;
  const { tag = "", content = "" } = def;
  const members = def.members ?? [];
  const isAdjacent = def.tagging === "adjacent";
  const [isOpen, setOpen] = useOpen(depth);
  // What the members were, for when they are chosen again.
  const before = useRef(new Map<string, unknown>());
  const [isMending, setMending] = useState(false);
  const name = own(value, tag);
  const at = members.findIndex(({ wire }) => wire === name);
  const member = members[at];
  const fields = useMemo(
    () => member && memberFields(types, member, isAdjacent, content),
    [types, member, isAdjacent, content],
  );
  if (!isPlain(value)) return null;
  if (member) before.current.set(member.wire, value);

  const choose = (to: number) => {
    const next = members[to];
    if (!next) {
      onChange({ ...value, [tag]: unusedName(members) });
      return;
    }
    const old = before.current.get(next.wire);
    const known = isPlain(old) ? old : {};
    onChange(
      isAdjacent
        ? { [tag]: next.wire, ...contentOf(next, known) }
        : { [tag]: next.wire, ...fieldsOf(next, known) },
    );
  };
  // Fields of the same name are kept, where they may be what they are.
  const fieldsOf = (next: Member, old: object) => {
    if (!next.type) return {};
    const first = initial(types, next.type);
    const fields = { ...(isPlain(first) ? first : {}), ...old };
    return withoutKey(keeping(types, next.type, fields, value), tag);
  };
  const contentOf = (next: Member, old: object) => {
    if (!next.type) return {};
    const item = own(value, content);
    const isKept = isOfKind(types, next.type, item);
    const first = own(old, content) ?? initial(types, next.type);
    if (!isKept || (isPlain(item) && !hasSameKeys(item, first)))
      return { [content]: first };
    return { [content]: item };
  };

  const isMore = Object.keys(value).some((key) => key !== tag);
  const inside = member && (member.type || isMore) ? fields : undefined;
  const isOther = !member || isMending;
  const isInside = isOther || inside !== undefined;
  return (
    <>
      <div class="control union">
        <label class="tag" for={id}>
          {shown(tag)}
        </label>
        <Members
          {...props}
          chosen={at}
          unknown={
            typeof name === "string" ? `${name} (not in the schema)` : undefined
          }
          names={members.map(({ wire }) => wire)}
          onChoose={choose}
          issues={[...issuesHere(issues), ...issuesWithin(issues, tag)]}
        />
        {isInside && (
          <IconButton
            name={isOpen ? "open" : "closed"}
            label={`${isOpen ? "Hide" : "Show"} what is in ${label}`}
            onClick={() => setOpen(!isOpen)}
          />
        )}
        {isInside && !isOpen && <HiddenIssues count={issues.length} />}
        <TagIssues {...props} tag={tag} />
        {member?.doc !== undefined && <Doc text={member.doc} />}
      </div>
      {isOpen && !isOther && inside && (
        <div class="body" role="group" aria-label={`${label}: ${member.wire}`}>
          <FieldsForm
            key={member.wire}
            types={types}
            fields={inside}
            value={value}
            onChange={onChange}
            issues={issues}
            id={`${id}.${at.toString()}`}
            depth={depth + 1}
            except={tag}
          />
        </div>
      )}
      {isOpen && isOther && <Other {...props} onMending={setMending} />}
    </>
  );
}

/** An object of a type with what another object has in fields of the same name, where it may be there too. */
function keeping(types: Types, type: Ref, fields: Plain, from: Plain): Plain {
  const all = objectOf(types, type)?.fields ?? [];
  return all.reduce((kept, field) => {
    const item = own(from, field.wire);
    const isKept =
      isOfKind(types, field.type, item) ||
      (item === null && mayBeNull(types, field));
    return isKept ? withKey(kept, field.wire, item, orderOf(all)) : kept;
  }, fields);
}

/** What is wrong with the tag itself. */
function TagIssues({ issues, tag }: ValueProps & { readonly tag: string }) {
  const wrong = issuesHere(issuesWithin(issues, tag));
  if (wrong.length === 0) return null;
  return <p class="issue">{wrong.map(({ message }) => message).join("; ")}</p>;
}

function memberFields(
  types: Types,
  member: Member,
  isAdjacent: boolean,
  content: string,
) {
  if (!member.type) return [];
  if (!isAdjacent) return objectOf(types, member.type)?.fields ?? [];
  return [{ wire: content, names: { snake: content }, type: member.type }];
}

function hasSameKeys(one: object, other: unknown): boolean {
  return (
    isPlain(other) && Object.keys(other).every((key) => Object.hasOwn(one, key))
  );
}

function unusedName(members: readonly Member[]): string {
  let name = "other";
  while (members.some(({ wire }) => wire === name)) name += "_";
  return name;
}

/** A member that the schema does not know, in an open union or out of place. */
function Other(
  props: ValueProps & { readonly onMending: (isMending: boolean) => void },
) {
  const { value, onChange, id, label, issues, onMending } = props;
  return (
    <div class="body">
      <Mending className="control" onMending={onMending}>
        <JsonText
          value={value}
          onChange={onChange}
          id={`${id}.other`}
          label={`${label} as JSON`}
          isInvalid={issues.length > 0}
        />
      </Mending>
    </div>
  );
}

/** A union whose members are told apart by what they are. */
function UntaggedForm(props: UnionProps) {
  const { def, types, value, onChange, issues, id, label, depth = 0 } = props;
  const members = def.members ?? [];
  // What a member's own form makes is of that member, even while it is being typed.
  const made = useRef<{ value: unknown; member: Member } | undefined>(
    undefined,
  );
  const before = useRef(new Map<Member, unknown>());
  const member =
    made.current && Object.is(made.current.value, value)
      ? made.current.member
      : memberOf(types, members, value);
  if (member) before.current.set(member, value);
  const make = (from: Member, next: unknown) => {
    made.current = { value: next, member: from };
    onChange(next);
  };
  const choose = (to: number) => {
    const next = members[to];
    if (!next?.type) return;
    const item = before.current.get(next) ?? initial(types, next.type);
    const isKept = isPlain(item) && isPlain(value);
    make(next, isKept ? keeping(types, next.type, item, value) : item);
  };
  const object = member?.type && objectOf(types, member.type);
  return (
    <>
      <div class="control union">
        <Members
          {...props}
          chosen={member ? members.indexOf(member) : -1}
          unknown={undefined}
          names={members.map(({ names }) => names.pascal)}
          onChoose={choose}
        />
      </div>
      {member?.type && (
        <div class="body" role="group" aria-label={label}>
          {object && isPlain(value) ? (
            <FieldsForm
              key={members.indexOf(member)}
              types={types}
              fields={object.fields ?? []}
              value={value}
              onChange={(next) => make(member, next)}
              issues={issues}
              id={`${id}.${members.indexOf(member).toString()}`}
              depth={depth + 1}
            />
          ) : (
            <Inside
              {...props}
              key={members.indexOf(member)}
              type={member.type}
              onChange={(next) => make(member, next)}
              id={`${id}.${members.indexOf(member).toString()}`}
            />
          )}
        </div>
      )}
    </>
  );
}

/** A member that is no object: its control in a row without a name. */
function Inside(props: ValueProps) {
  const { id, depth = 0 } = props;
  return (
    <Row id={`${id}.in`} className="bare" name="" issues={[]}>
      {() => (
        <ValueForm {...props} isLabelled={false} id={id} depth={depth + 1} />
      )}
    </Row>
  );
}
