// What the controls of a form are given.
import type { Ref, Types } from "../contract.ts";
import type { Issue } from "../values/schemas.ts";

/** A part of a form, for a value of any type. */
export interface ValueProps {
  readonly types: Types;
  /** What it is a value of; `ref` is a word of Preact's. */
  readonly type: Ref;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** With paths that begin at this value. */
  readonly issues: readonly Issue[];
  /** Of the control; others in it begin with it. No two in a page are alike. */
  readonly id: string;
  /** What the value is called. */
  readonly label: string;
  /** Whether a `<label>` says so, which names `id`. */
  readonly isLabelled?: boolean;
  /** The id of what is said about it. */
  readonly describedBy?: string | undefined;
  /** How many objects and lists it stands in. */
  readonly depth?: number;
}

/** The attributes that say what a control is for. */
export function saying(
  props: ValueProps,
): ReturnType<typeof naming> & { "aria-invalid"?: "true" } {
  const isWrong = props.issues.length > 0;
  return { ...naming(props), ...(isWrong ? { "aria-invalid": "true" } : {}) };
}

/** Those of buttons, which cannot be said to be wrong. */
export function naming(props: ValueProps): {
  id: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
} {
  const { id, label, isLabelled, describedBy } = props;
  return {
    id,
    ...(isLabelled ? {} : { "aria-label": label }),
    ...(describedBy === undefined ? {} : { "aria-describedby": describedBy }),
  };
}
