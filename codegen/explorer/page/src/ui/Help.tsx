// What the page can do that is not to be seen: keys, and what becomes of secrets.
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

export const isHelpShown = signal(false);

const KEYS: readonly (readonly [string, string])[] = [
  ["Ctrl + Enter", "send the message at work"],
  ["/", "search events"],
  ["Alt + 1 … 6", "go to another client"],
  ["↑ ↓, Home, End", "go through the timeline, when it has the focus"],
  ["P", "keep a row of the timeline"],
  ["Alt + ↑ ↓", "move an item of a list"],
  ["?", "this help"],
];

export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isHelpShown.value && !dialog.current?.open) dialog.current?.showModal();
  });
  if (!isHelpShown.value) return null;
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="help-title"
      onClose={() => (isHelpShown.value = false)}
    >
      <h2 id="help-title">Keys</h2>
      <dl class="keys">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>
        What you give to connect with stays in this page's memory: it is in no
        link, no saved message, and gone when the page is closed. Messages that
        you save are in this browser alone.
      </p>
      <form method="dialog">
        <button class="button primary" type="submit">
          Close
        </button>
      </form>
    </dialog>
  );
}
