// A button that opens a list of others. Escape, and leaving it, closes it.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

interface MenuProps {
  label: string;
  isBelow?: boolean;
  children: (close: () => void) => ComponentChildren;
}

export function Menu({ label, isBelow = false, children }: MenuProps) {
  const isOpen = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    isOpen.value = false;
    button.current?.focus();
  };
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
          class={`menu-items ${isBelow ? "below" : ""}`}
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
