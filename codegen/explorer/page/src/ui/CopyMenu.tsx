// A message as code, on the clipboard.
import { useRef } from "preact/hooks";
import { asRust } from "../copy/rust.ts";
import { asPlainTypeScript, asTypeScript } from "../copy/typescript.ts";
import type { Client } from "../net/client.ts";
import type { Selection, Store } from "../store.ts";
import { print } from "../values/text.ts";

interface CopyProps {
  store: Store;
  client: Client;
  selection: Selection;
  args: readonly unknown[];
}

export function CopyMenu({ store, client, selection, args }: CopyProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const { known, namespace, direction, event } = selection;
  const { contract } = known;
  const what = { contract, namespace, params: client.params.value, direction, event, args };
  const json = () => print(event.payload === "data" ? args[0] : args);
  const forms: readonly (readonly [string, () => string])[] = [
    ["TypeScript", () => asTypeScript(what)],
    ["TypeScript, plain socket.io-client", () => asPlainTypeScript(what)],
    ["Rust", () => asRust(what)],
    ["JSON", json],
  ];
  const copy = (name: string, make: () => string) => {
    if (menu.current) menu.current.open = false;
    void toClipboard(store, make(), name);
  };
  return (
    <details class="menu" ref={menu} onKeyDown={(key) => key.key === "Escape" && closed(menu.current)}>
      <summary class="button small">Copy as…</summary>
      <div class="menu-items">
        {forms.map(([name, make]) => (
          <button type="button" key={name} class="button quiet" onClick={() => copy(name, make)}>
            {name}
          </button>
        ))}
      </div>
    </details>
  );
}

function closed(menu: HTMLDetailsElement | null): void {
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
}

/** Where the clipboard is closed to a page (it is to files, in some browsers) an old way may still be open. */
export async function toClipboard(store: Store, text: string, what: string) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "said";
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand("copy");
    area.remove();
    if (!isCopied) {
      store.say("bad", "This browser does not let the page copy");
      return;
    }
  }
  store.say("good", `Copied as ${what}`);
}
