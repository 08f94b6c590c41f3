// Controls that choose among a few: booleans and enums.
import type { EnumValue, TypeDef } from "../../contract.ts";
import { saying, type ValueProps } from "../props.ts";
import { numberOf } from "../shape.ts";
import { Doc } from "../words.tsx";

export function BoolControl(props: ValueProps) {
  const { value, onChange } = props;
  return (
    <div class="control">
      <label class="switch large">
        <input
          {...saying(props)}
          type="checkbox"
          role="switch"
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span aria-hidden="true">{String(value)}</span>
      </label>
    </div>
  );
}

// With more, or with longer names, a select is easier to read.
const MOST_SEGMENTS = 8;
const LONGEST_SEGMENTS = 56;

export function EnumControl(props: ValueProps & { readonly def: TypeDef }) {
  const { def, value } = props;
  const values = def.values ?? [];
  const chosen = values.find((each) => valueOf(def, each) === value);
  const letters = values.reduce((sum, { wire }) => sum + wire.length + 3, 0);
  const isShort = values.length <= MOST_SEGMENTS && letters < LONGEST_SEGMENTS;
  const Control = def.open ? Combobox : isShort && chosen ? Segments : Select;
  return (
    <div class="control">
      <Control {...props} />
      {chosen?.doc !== undefined && <Doc text={chosen.doc} />}
    </div>
  );
}

type EnumProps = ValueProps & { readonly def: TypeDef };

function valueOf(def: TypeDef, { wire }: EnumValue): unknown {
  return def.numeric ? Number(wire) : wire;
}

function Segments(props: EnumProps) {
  const { def, value, onChange, id, label, describedBy, issues } = props;
  return (
    <div
      class="segments"
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={issues.length > 0 ? "true" : undefined}
    >
      {(def.values ?? []).map((each, at) => (
        <label key={at} class="segment" title={each.doc}>
          <input
            type="radio"
            name={id}
            // The row's label leads to the one that is chosen.
            id={valueOf(def, each) === value ? id : `${id}.${at.toString()}`}
            checked={valueOf(def, each) === value}
            onChange={() => onChange(valueOf(def, each))}
          />
          <span>{each.wire}</span>
        </label>
      ))}
    </div>
  );
}

function Select(props: EnumProps) {
  const { def, value, onChange } = props;
  const values = def.values ?? [];
  const at = values.findIndex((each) => valueOf(def, each) === value);
  return (
    <select
      {...saying(props)}
      class="input"
      value={at.toString()}
      onChange={(event) => {
        const each = values[Number(event.currentTarget.value)];
        if (each) onChange(valueOf(def, each));
      }}
    >
      {at < 0 && (
        <option value="-1">
          {value === "" ? "choose…" : `${String(value)} (not in the schema)`}
        </option>
      )}
      {values.map((each, index) => (
        <option key={index} value={index.toString()}>
          {each.wire}
        </option>
      ))}
    </select>
  );
}

/** The values of an open enum are proposals. */
function Combobox(props: EnumProps) {
  const { def, value, onChange, id } = props;
  return (
    <>
      <input
        {...saying(props)}
        class="input"
        type="text"
        list={`${id}.values`}
        autocomplete="off"
        {...(def.numeric ? { inputMode: "decimal" as const } : {})}
        value={String(value)}
        onInput={(event) => {
          const text = event.currentTarget.value;
          onChange(def.numeric ? (numberOf(text) ?? text) : text);
        }}
      />
      <datalist id={`${id}.values`}>
        {(def.values ?? []).map((each, at) => (
          <option key={at} value={each.wire} />
        ))}
      </datalist>
    </>
  );
}
