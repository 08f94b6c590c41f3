// A value of any type: the control that its type asks for, or JSON where it is of another.
import { useRef, useState } from "preact/hooks";
import { initial } from "../values/make.ts";
import { BytesControl } from "./controls/bytes.tsx";
import { BoolControl, EnumControl } from "./controls/choice.tsx";
import {
  DecimalControl,
  NumberControl,
  TextControl,
  UuidControl,
} from "./controls/text.tsx";
import { TimeControl } from "./controls/time.tsx";
import { JsonText } from "./json.tsx";
import { ListForm, TupleForm } from "./list.tsx";
import { MapForm } from "./map.tsx";
import { Mending } from "./mend.tsx";
import { ObjectForm } from "./object.tsx";
import type { ValueProps } from "./props.ts";
import { Switch } from "./row.tsx";
import { converted, fits, solid } from "./shape.ts";
import { UnionForm } from "./union.tsx";
import { typeName } from "./words.tsx";

export interface ValueFormProps extends ValueProps {
  /** Whether a switch beside it says whether it is null. */
  readonly isNullShown?: boolean;
}

export function ValueForm(props: ValueFormProps) {
  const { types, type, value, onChange, isNullShown = false, label } = props;
  const [isMending, setMending] = useState(false);
  const last = useRef<unknown>(undefined);
  if (isMending || !fits(types, type, value)) {
    return <Misfit {...props} onMending={setMending} />;
  }
  if (types.behind(type).kind !== "nullable") return <Solid {...props} />;
  const inner = solid(types, type);
  if (isNullShown) return <Solid {...props} type={inner} />;
  // The switch stands at the same place either way, so that the focus stays on it.
  return (
    <>
      {value === null ? (
        <div class="control" key="nothing">
          <output id={props.id} class="nothing">
            null
          </output>
        </div>
      ) : (
        <Solid key="value" {...props} type={inner} />
      )}
      <div class="row-null" key="switch">
        <Switch
          text="null"
          label={`${label} is null`}
          isOn={value === null}
          onChange={(isNull) => {
            if (value !== null) last.current = value;
            const before = last.current ?? initial(types, inner);
            onChange(isNull ? null : before);
          }}
        />
      </div>
    </>
  );
}

/** A value that its type's control can show. */
function Solid(props: ValueProps) {
  const { types, type } = props;
  const behind = types.behind(type);
  switch (behind.kind) {
    case "list":
      return <ListForm {...props} of={behind} />;
    case "map":
      return <MapForm {...props} of={behind} />;
    case "tuple":
      return <TupleForm {...props} items={behind.items ?? []} />;
    case "nullable":
      return null;
    case "named": {
      const def = types.def(behind.name);
      if (def.kind === "object") return <ObjectForm {...props} def={def} />;
      if (def.kind === "enum") return <EnumControl {...props} def={def} />;
      if (def.kind === "union") return <UnionForm {...props} def={def} />;
      return <JsonControl {...props} />;
    }
    case "builtin":
      switch (behind.builtin) {
        case "string":
          return <TextControl {...props} of={behind} />;
        case "bool":
          return <BoolControl {...props} />;
        case "u64":
        case "i64":
          return <DecimalControl {...props} />;
        case "datetime":
        case "date":
          return <TimeControl {...props} builtin={behind.builtin} />;
        case "uuid":
          return <UuidControl {...props} />;
        case "bytes":
          return <BytesControl {...props} />;
        case "json":
          return <JsonControl {...props} />;
        default:
          return <NumberControl {...props} of={behind} />;
      }
  }
}

export function JsonControl(props: ValueProps) {
  const isInvalid = props.issues.length > 0;
  return (
    <div class="control">
      <JsonText {...props} isInvalid={isInvalid} />
    </div>
  );
}

/** A value of another type than the schema says: shown as it is, so that nothing is lost. */
function Misfit(
  props: ValueProps & { readonly onMending: (isMending: boolean) => void },
) {
  const { types, type, value, onChange, onMending, label } = props;
  const other = converted(types, type, value);
  return (
    <Mending className="control misfit" onMending={onMending}>
      <JsonText {...props} isInvalid />
      <p class="misfit-note">
        <span>Not of the type {typeName(type)}, so shown as JSON.</span>
        <button
          type="button"
          class="button small"
          aria-label={`Replace with a valid value: ${label}`}
          onClick={() => {
            onMending(false);
            onChange(other === undefined ? initial(types, type) : other);
          }}
        >
          Replace with a valid value
        </button>
      </p>
    </Mending>
  );
}
