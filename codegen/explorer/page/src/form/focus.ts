// Where the focus goes when parts of a form come and go.
import { useLayoutEffect, useRef } from "preact/hooks";

const FIELD =
  "input:not([tabindex='-1']):not(:disabled), select:not(:disabled), textarea:not(:disabled)";
const BUTTON = "button:not(:disabled)";

/** Moves the focus to the first control in an element, once it is drawn. */
export function useFocusLater(): (id: string) => void {
  const wanted = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const element = document.getElementById(wanted.current);
    wanted.current = undefined;
    const first = element?.matches(`${FIELD}, ${BUTTON}`)
      ? element
      : (element?.querySelector(FIELD) ?? element?.querySelector(BUTTON));
    if (!(first instanceof HTMLElement)) return;
    first.focus();
    if (first instanceof HTMLInputElement && first.type === "text")
      first.select();
  });
  return (id) => {
    wanted.current = id;
  };
}

/** Keeps the focus where it is while its element is moved, which takes it away. */
export function useFocusKept(): () => void {
  const kept = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const element = kept.current;
    kept.current = null;
    if (element instanceof HTMLElement && element !== document.activeElement)
      element.focus();
  });
  return () => {
    kept.current = document.activeElement;
  };
}
