// Maps: rows whose names are typed.
import { useRef, useState } from "preact/hooks";
import type { Ref } from "../contract.ts";
import { initial } from "../values/make.ts";
import { issuesByPart, withKey, withKeyRenamed, withoutKey } from "./edit.ts";
import { useBroken } from "./broken.ts";
import { useFocusLater } from "./focus.ts";
import { Icon, IconButton } from "./icon.tsx";
import { memo, useSteady } from "./memo.tsx";
import { Fold, useOpen } from "./object.tsx";
import { naming, type ValueProps } from "./props.ts";
import { Row, shown } from "./row.tsx";
import { isPlain, type Plain } from "./shape.ts";
import { ValueForm } from "./value.tsx";
import { counted } from "./words.tsx";

type MapRef = Extract<Ref, { kind: "list" | "map" }>;

export function MapForm(props: ValueProps & { readonly of: MapRef }) {
  const { of, types, onChange, issues, id, label, depth = 0 } = props;
  const value = isPlain(props.value) ? props.value : {};
  const [isOpen, setOpen] = useOpen(depth);
  const rows = useRows(value);
  const focusLater = useFocusLater();
  const isEmpty = rows.all.length === 0;
  // Without anything to show, the label leads to the button that adds.
  const addId = isEmpty ? id : `${id}.add`;
  const rowId = (row: MapRow | undefined) => `${id}.${String(row?.id)}`;

  const add = () => {
    let key = "key";
    for (let at = 2; Object.hasOwn(value, key); at++)
      key = `key${at.toString()}`;
    setOpen(true);
    focusLater(`${rowId(rows.add(key))}.key`);
    onChange(withKey(value, key, initial(types, of.of)));
  };
  const remove = useSteady((row: MapRow) => {
    const at = rows.all.indexOf(row);
    const neighbour = rows.all[at + 1] ?? rows.all[at - 1];
    focusLater(neighbour ? `${rowId(neighbour)}.key` : id);
    onChange(withoutKey(value, row.key));
  });
  const rename = useSteady((row: MapRow, key: string) => {
    const before = row.key;
    row.key = key;
    onChange(withKeyRenamed(value, before, key));
  });
  const set = useSteady((key: string, item: unknown) => {
    onChange(withKey(value, key, item));
  });
  const taken = useTaken(value);
  const within = issuesByPart(issues);
  return (
    <>
      <div class="control">
        {isEmpty ? (
          <span class="quiet">no entries</span>
        ) : (
          <Fold {...props} isOpen={isOpen} setOpen={setOpen}>
            {counted(rows.all.length, "entry", "entries")}
          </Fold>
        )}
        <button
          type="button"
          class="button small quiet add"
          {...naming(props)}
          id={addId}
          aria-label={`Add to ${label}`}
          onClick={add}
        >
          <Icon name="add" /> Add
        </button>
      </div>
      {isOpen && rows.all.length > 0 && (
        <div class="body" role="group" aria-label={label}>
          {rows.all.map((row) => (
            <Entry
              key={row.id}
              id={rowId(row)}
              types={types}
              type={of.of}
              value={value[row.key]}
              row={row}
              name={row.key}
              issues={within(row.key)}
              label={label}
              depth={depth + 1}
              remove={remove}
              rename={rename}
              set={set}
              taken={taken}
            />
          ))}
        </div>
      )}
    </>
  );
}

type EntryProps = Omit<ValueProps, "onChange"> & {
  readonly row: MapRow;
  /** Its key, which the row has as well, but not for long. */
  readonly name: string;
  // Steady, all of them.
  readonly remove: (row: MapRow) => void;
  readonly rename: (row: MapRow, key: string) => void;
  readonly set: (key: string, item: unknown) => void;
  /** All keys; another set when they change. */
  readonly taken: ReadonlySet<string>;
};

/** An entry: its key, and what stands there. */
const Entry = memo((props: EntryProps) => {
  const { types, type, value, row, name, issues, id, label, depth } = props;
  const { remove, rename, set, taken } = props;
  return (
    <Row
      id={id}
      className="item entry"
      name={
        <KeyField
          id={`${id}.key`}
          label={`Key ${shown(name)} of ${label}`}
          value={name}
          taken={taken}
          onChange={(key) => rename(row, key)}
        />
      }
      issues={issues}
      tools={
        <IconButton
          name="remove"
          label={`Remove ${shown(name)} of ${label}`}
          onClick={() => remove(row)}
        />
      }
    >
      {(describedBy) => (
        <ValueForm
          types={types}
          type={type}
          value={value}
          onChange={(next) => set(name, next)}
          issues={issues}
          id={id}
          label={`${label} ${shown(name)}`}
          describedBy={describedBy}
          {...(depth === undefined ? {} : { depth })}
        />
      )}
    </Row>
  );
});

interface KeyFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly taken: ReadonlySet<string>;
  readonly onChange: (key: string) => void;
}

/** A key. One that another entry has is kept as typed, and is none until it is another. */
function KeyField({ id, label, value, taken, onChange }: KeyFieldProps) {
  const [draft, setDraft] = useState<string>();
  const isDuplicate =
    draft !== undefined && draft !== value && taken.has(draft);
  useBroken(id, isDuplicate);
  return (
    <>
      <input
        id={id}
        class="input key"
        type="text"
        spellcheck={false}
        autocomplete="off"
        aria-label={label}
        aria-invalid={isDuplicate ? "true" : undefined}
        aria-describedby={isDuplicate ? `${id}.taken` : undefined}
        value={isDuplicate ? draft : value}
        onInput={(event) => {
          const key = event.currentTarget.value;
          setDraft(key);
          if (key === value || !taken.has(key)) onChange(key);
        }}
      />
      {isDuplicate && (
        <span class="issue" id={`${id}.taken`} role="status">
          There is already a key {shown(draft)}: this one is still{" "}
          {shown(value)}
        </span>
      )}
    </>
  );
}

interface MapRow {
  readonly id: number;
  key: string;
}

/** The keys of a map: the same set as long as they are the same. */
function useTaken(value: Plain): ReadonlySet<string> {
  const taken = useRef<ReadonlySet<string>>(new Set());
  const keys = Object.keys(value);
  const isSame =
    keys.length === taken.current.size &&
    keys.every((key) => taken.current.has(key));
  if (!isSame) taken.current = new Set(keys);
  return taken.current;
}

/** The entries in the order in which they were there first: objects put keys that are numbers before others. */
function useRows(value: Plain) {
  const rows = useRef<MapRow[]>([]);
  const next = useRef(0);
  const keys = Object.keys(value);
  const kept = rows.current.filter(({ key }) => Object.hasOwn(value, key));
  const known = new Set(kept.map(({ key }) => key));
  const added = keys
    .filter((key) => !known.has(key))
    .map((key) => ({ id: next.current++, key }));
  rows.current = [...kept, ...added];
  return {
    all: rows.current,
    add: (key: string) => {
      const row = { id: next.current++, key };
      rows.current = [...rows.current, row];
      return row;
    },
  };
}
