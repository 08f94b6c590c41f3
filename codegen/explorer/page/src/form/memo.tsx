// What keeps a large form quick: a part of it that is given the same as before is not drawn again.
import { Component, type ComponentType, type JSX } from "preact";
import { useCallback, useRef } from "preact/hooks";
import type { Issue } from "../values/schemas.ts";

/**
 * A part that is drawn again only for other properties. Values are the same where they are the very same, as what
 * changes a value leaves the rest of it alone; issues where they say the same, as they are found anew each time. So what
 * it calls has to be steady.
 */
export function memo<Props extends object>(
  draw: (props: Props) => JSX.Element | null,
): ComponentType<Props> {
  const Part = draw;
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return !isSame(this.props, next);
    }
    override render() {
      return <Part {...(this.props as Props)} />;
    }
  };
}

function isSame(one: object, other: object): boolean {
  const others = other as Readonly<Record<string, unknown>>;
  const entries = Object.entries(one);
  return (
    entries.length === Object.keys(other).length &&
    entries.every(([name, value]) => {
      if (Object.is(value, others[name])) return true;
      return name === "issues" && saySame(value, others[name]);
    })
  );
}

function saySame(one: unknown, other: unknown): boolean {
  const [issues, others] = [one, other] as [readonly Issue[], readonly Issue[]];
  return (
    issues.length === others.length &&
    issues.every(({ message, path }, at) => {
      const than = others[at];
      return (
        message === than?.message &&
        path.length === than.path.length &&
        path.every((key, step) => key === than.path[step])
      );
    })
  );
}

/** A function that stays the same one, and does what the last that was given would do. */
export function useSteady<Arguments extends unknown[], Result>(
  act: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  const last = useRef(act);
  last.current = act;
  return useCallback((...args: Arguments) => last.current(...args), []);
}
