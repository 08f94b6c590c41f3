// Lists and tuples: a row for each item.
import { useRef, useState } from "preact/hooks";
import type { Ref } from "../contract.ts";
import { initial } from "../values/make.ts";
import {
  copied,
  inserted,
  issuesByPart,
  issuesWithin,
  swapped,
  withItem,
  without,
} from "./edit.ts";
import { useFocusKept, useFocusLater } from "./focus.ts";
import { IconButton, Icon } from "./icon.tsx";
import { memo, useSteady } from "./memo.tsx";
import { Fold, useOpen } from "./object.tsx";
import { naming, type ValueProps } from "./props.ts";
import { ExtraRow, Row } from "./row.tsx";
import { ValueForm } from "./value.tsx";
import { constraint, counted, docOf, typeName } from "./words.tsx";

// More are drawn when somebody asks for them.
const SHOWN_AT_ONCE = 50;

type ListRef = Extract<Ref, { kind: "list" | "map" }>;

export function ListForm(props: ValueProps & { readonly of: ListRef }) {
  const { of, types, onChange, issues, id, label, depth = 0 } = props;
  const items = Array.isArray(props.value) ? (props.value as unknown[]) : [];
  const [isOpen, setOpen] = useOpen(depth);
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const keys = useKeys(items.length);
  const focusLater = useFocusLater();
  const keepFocus = useFocusKept();
  const rowId = (key: number | undefined) => `${id}.${String(key)}`;
  const isEmpty = items.length === 0;
  // Without anything to show, the label leads to the button that adds.
  const addId = isEmpty ? id : `${id}.add`;

  const insert = useSteady((at: number, item: unknown) => {
    keys.insert(at);
    setOpen(true);
    if (at >= most) setMost(at + SHOWN_AT_ONCE);
    focusLater(`${rowId(keys.all()[at])}.row`);
    onChange(inserted(items, at, item));
  });
  const remove = useSteady((at: number) => {
    keys.remove(at);
    const neighbour = keys.all()[Math.min(at, items.length - 2)];
    focusLater(neighbour === undefined ? id : `${rowId(neighbour)}.row`);
    onChange(without(items, at));
  });
  const swap = useSteady((at: number) => {
    if (at < 0 || at + 1 >= items.length) return;
    keys.swap(at);
    keepFocus();
    onChange(swapped(items, at));
  });
  const set = useSteady((at: number, item: unknown) => {
    onChange(withItem(items, at, item));
  });
  const within = issuesByPart(issues);
  return (
    <>
      <div class="control">
        {isEmpty ? (
          <span class="quiet">no items</span>
        ) : (
          <Fold {...props} isOpen={isOpen} setOpen={setOpen}>
            {counted(items.length, "item")}
          </Fold>
        )}
        <button
          type="button"
          class="button small quiet add"
          {...naming(props)}
          id={addId}
          aria-label={`Add to ${label}`}
          onClick={() => insert(items.length, initial(types, of.of))}
        >
          <Icon name="add" /> Add
        </button>
      </div>
      {isOpen && items.length > 0 && (
        <div class="body" role="group" aria-label={label}>
          {items.slice(0, most).map((item, at) => (
            <Item
              key={keys.all()[at]}
              id={rowId(keys.all()[at])}
              types={types}
              type={of.of}
              value={item}
              at={at}
              isLast={at === items.length - 1}
              issues={within(at)}
              label={`${label} ${at.toString()}`}
              depth={depth + 1}
              insert={insert}
              remove={remove}
              swap={swap}
              set={set}
            />
          ))}
          {items.length > most && (
            <button
              type="button"
              class="button small"
              onClick={() => setMost(most + SHOWN_AT_ONCE)}
            >
              Show more of {counted(items.length, "item")}
            </button>
          )}
        </div>
      )}
    </>
  );
}

type ItemProps = Omit<ValueProps, "onChange"> & {
  readonly at: number;
  readonly isLast: boolean;
  // Steady, all of them.
  readonly insert: (at: number, item: unknown) => void;
  readonly remove: (at: number) => void;
  readonly swap: (at: number) => void;
  readonly set: (at: number, item: unknown) => void;
};

/** An item with what can be done with it. */
const Item = memo((props: ItemProps) => {
  const { types, type, value, at, isLast, issues, id, label, depth } = props;
  const { insert, remove, swap, set } = props;
  const moveByKey = (event: KeyboardEvent) => {
    const isUp = event.key === "ArrowUp";
    const isMove = event.altKey && (isUp || event.key === "ArrowDown");
    // A select opens with these.
    if (!isMove || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    event.stopPropagation();
    swap(isUp ? at - 1 : at);
  };
  return (
    <Row
      id={id}
      className="item"
      name={<span class="label index">{at}</span>}
      issues={issues}
      onKeyDown={moveByKey}
      tools={
        <ItemTools
          label={label}
          isFirst={at === 0}
          isLast={isLast}
          onUp={() => swap(at - 1)}
          onDown={() => swap(at)}
          onCopy={() => insert(at + 1, copied(value))}
          onRemove={() => remove(at)}
        />
      }
    >
      {(describedBy) => (
        <ValueForm
          types={types}
          type={type}
          value={value}
          onChange={(next) => set(at, next)}
          issues={issues}
          id={id}
          label={label}
          describedBy={describedBy}
          {...(depth === undefined ? {} : { depth })}
        />
      )}
    </Row>
  );
});

interface ItemToolsProps {
  readonly label: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onUp: () => void;
  readonly onDown: () => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

function ItemTools(props: ItemToolsProps) {
  const { label, isFirst, isLast, onUp, onDown, onCopy, onRemove } = props;
  return (
    <span class="item-tools">
      <IconButton
        name="up"
        label={`Move ${label} up`}
        disabled={isFirst}
        onClick={onUp}
      />
      <IconButton
        name="down"
        label={`Move ${label} down`}
        disabled={isLast}
        onClick={onDown}
      />
      <IconButton name="copy" label={`Duplicate ${label}`} onClick={onCopy} />
      <IconButton name="remove" label={`Remove ${label}`} onClick={onRemove} />
    </span>
  );
}

/** Names of the items that stay theirs when they move, so that their controls do too. */
function useKeys(length: number) {
  const keys = useRef<number[]>([]);
  const next = useRef(0);
  while (keys.current.length < length) keys.current.push(next.current++);
  keys.current.length = length;
  return {
    all: () => keys.current,
    insert: (at: number) => keys.current.splice(at, 0, next.current++),
    remove: (at: number) => keys.current.splice(at, 1),
    swap: (at: number) => {
      keys.current = swapped(keys.current, at);
    },
  };
}

/** A list of so many items, each of its own type. */
export function TupleForm(
  props: ValueProps & { readonly items: readonly Ref[] },
) {
  const { items, types, onChange, issues, id, label, depth = 0 } = props;
  const value = Array.isArray(props.value) ? (props.value as unknown[]) : [];
  const [isOpen, setOpen] = useOpen(depth);
  const isShort = value.length < items.length;
  return (
    <>
      <div class="control">
        <Fold {...props} isOpen={isOpen} setOpen={setOpen}>
          {isShort
            ? `${value.length.toString()} of ${counted(items.length, "item")}`
            : counted(items.length, "item")}
        </Fold>
        {isShort && (
          <button
            type="button"
            class="button small"
            onClick={() => {
              const rest = items.slice(value.length);
              onChange([...value, ...rest.map((each) => initial(types, each))]);
            }}
          >
            Add what is missing
          </button>
        )}
      </div>
      {isOpen && value.length > 0 && (
        <div class="body" role="group" aria-label={label}>
          {items.slice(0, value.length).map((type, at) => {
            const doc = docOf(types, type);
            const hint = [typeName(type), constraint(types, type)];
            return (
              <Row
                key={at}
                id={`${id}.${at.toString()}`}
                className="item entry"
                name={<span class="label index">{at}</span>}
                hint={hint.filter(Boolean).join(" · ")}
                docs={doc === undefined ? [] : [doc]}
                issues={issuesWithin(issues, at)}
              >
                {(describedBy) => (
                  <ValueForm
                    types={types}
                    type={type}
                    value={value[at]}
                    onChange={(next) => onChange(withItem(value, at, next))}
                    issues={issuesWithin(issues, at)}
                    id={`${id}.${at.toString()}`}
                    label={`${label} ${at.toString()}`}
                    describedBy={describedBy}
                    depth={depth + 1}
                  />
                )}
              </Row>
            );
          })}
          {value.slice(items.length).map((item, index) => {
            const at = items.length + index;
            return (
              <ExtraRow
                key={at}
                name={at.toString()}
                value={item}
                onChange={(next) => onChange(withItem(value, at, next))}
                onRemove={() => onChange(without(value, at))}
                issues={issuesWithin(issues, at)}
                id={`${id}.${at.toString()}`}
              />
            );
          })}
        </div>
      )}
    </>
  );
}
