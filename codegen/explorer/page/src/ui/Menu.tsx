// A button that opens a list of others. Escape, and leaving it, closes it.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface MenuProps {
  label: string;
  children: (close: () => void) => ComponentChildren;
}

export function Menu({ label, children }: MenuProps) {
  const isOpen = useSignal(false);
  const isBelow = useSignal(false);
  const isRight = useSignal(false);
  const items = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    isOpen.value = false;
    button.current?.focus();
  };
  // Above the button and to its left, unless it would be cut off there.
  useLayoutEffect(() => {
    const around = items.current?.closest(".work, .detail");
    if (!isOpen.value || !items.current || !around) {
      [isBelow.value, isRight.value] = [false, false];
      return;
    }
    const box = around.getBoundingClientRect();
    const own = items.current.getBoundingClientRect();
    isBelow.value = own.top < box.top - around.scrollTop;
    isRight.value = own.left < box.left;
  }, [isOpen.value]);
  return (
    <div
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen.value) return;
        event.stopPropagation();
        close();
      }}
      onFocusOut={(event) => {
        const to = event.relatedTarget as Node | null;
        // Without a target the page lost the focus, or a press went beside everything.
        if (!to || !event.currentTarget.contains(to)) isOpen.value = false;
      }}
    >
      <button
        ref={button}
        type="button"
        class="button small"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        {label}
      </button>
      {isOpen.value && (
        <div
          ref={items}
          class={`menu-items ${isBelow.value ? "below" : ""} ${isRight.value ? "right" : ""}`}
          onMouseDown={keepFocus}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}

/** Some browsers focus no button that is pressed, which would look as if the menu were left. */
function keepFocus(event: MouseEvent): void {
  const target = event.target as HTMLElement;
  if (!target.closest("input, textarea, select")) event.preventDefault();
}
