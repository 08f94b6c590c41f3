// Maps: rows whose names are typed.
import { useRef, useState } from "preact/hooks";
import type { Ref } from "../contract.ts";
import { initial } from "../values/make.ts";
import { issuesWithin, withKey, withKeyRenamed, withoutKey } from "./edit.ts";
import { useBroken } from "./broken.ts";
import { useFocusLater } from "./focus.ts";
import { Icon, IconButton } from "./icon.tsx";
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
  const remove = (row: MapRow) => {
    const at = rows.all.indexOf(row);
    const neighbour = rows.all[at + 1] ?? rows.all[at - 1];
    focusLater(neighbour ? `${rowId(neighbour)}.key` : id);
    onChange(withoutKey(value, row.key));
  };
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
            <Row
              key={row.id}
              id={rowId(row)}
              className="item entry"
              name={
                <KeyField
                  id={`${rowId(row)}.key`}
                  label={`Key ${shown(row.key)} of ${label}`}
                  value={row.key}
                  isTaken={(key) => Object.hasOwn(value, key)}
                  onChange={(key) => {
                    const before = row.key;
                    row.key = key;
                    onChange(withKeyRenamed(value, before, key));
                  }}
                />
              }
              issues={issuesWithin(issues, row.key)}
              tools={
                <IconButton
                  name="remove"
                  label={`Remove ${shown(row.key)} of ${label}`}
                  onClick={() => remove(row)}
                />
              }
            >
              {(describedBy) => (
                <ValueForm
                  types={types}
                  type={of.of}
                  value={value[row.key]}
                  onChange={(next) => onChange(withKey(value, row.key, next))}
                  issues={issuesWithin(issues, row.key)}
                  id={rowId(row)}
                  label={`${label} ${shown(row.key)}`}
                  describedBy={describedBy}
                  depth={depth + 1}
                />
              )}
            </Row>
          ))}
        </div>
      )}
    </>
  );
}

interface KeyFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly isTaken: (key: string) => boolean;
  readonly onChange: (key: string) => void;
}

/** A key. One that another entry has is kept as typed, and is none until it is another. */
function KeyField({ id, label, value, isTaken, onChange }: KeyFieldProps) {
  const [draft, setDraft] = useState<string>();
  const isDuplicate = draft !== undefined && draft !== value && isTaken(draft);
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
          if (key === value || !isTaken(key)) onChange(key);
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
