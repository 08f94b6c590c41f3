// Which contract this is, and how the page looks.
import { signal } from "@preact/signals";
import { Doc } from "../form/words.tsx";
import type { Store } from "../store.ts";
import { isHelpShown } from "./Help.tsx";

const THEMES = ["system", "light", "dark"] as const;
const theme = signal<(typeof THEMES)[number]>("system");

export function TopBar({ store }: { store: Store }) {
  const client = store.active.value;
  const known = client ? store.known(client) : store.contracts[0];
  return (
    <header class="top">
      <h1>
        {known?.contract.name ?? "Explorer"}
        {known?.contract.version && (
          <span class="version">{known.contract.version}</span>
        )}
      </h1>
      {known?.contract.doc && (
        <div class="about">
          <Doc text={known.contract.doc} />
        </div>
      )}
      <span class="spring" />
      {known && (
        <span class="hash mono" title="The hash of this contract">
          {known.contract.source} · {known.contract.hash}
        </span>
      )}
      <button
        type="button"
        class="button quiet small"
        onClick={() => {
          const next =
            THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length];
          theme.value = next ?? "system";
          if (theme.value === "system")
            delete document.documentElement.dataset.theme;
          else document.documentElement.dataset.theme = theme.value;
        }}
      >
        Theme: {theme}
      </button>
      <button
        type="button"
        class="button quiet small"
        aria-label="Help and keys"
        onClick={() => (isHelpShown.value = true)}
      >
        ?
      </button>
    </header>
  );
}
