// A message as code, on the clipboard.
import type { Copied } from "../copy/code.ts";
import { asRust } from "../copy/rust.ts";
import { asPlainTypeScript, asTypeScript } from "../copy/typescript.ts";
import type { Client } from "../net/client.ts";
import type { Selection, Store } from "../store.ts";
import { issuesOf } from "../values/schemas.ts";
import { print } from "../values/text.ts";
import { Menu } from "./Menu.tsx";

interface CopyProps {
  store: Store;
  client: Client;
  selection: Selection;
  args: readonly unknown[];
}

export function CopyMenu({ store, client, selection, args }: CopyProps) {
  const { known, namespace, direction, event } = selection;
  const message = () => ({
    contract: known.contract,
    types: known.types,
    namespace,
    params: client.params.value,
    direction,
    event,
    args,
    invalid:
      issuesOf(known.schemas.event(event, direction).args, args).length > 0,
  });
  const json = () => ({
    code: print(event.payload === "data" ? args[0] : args),
  });
  const forms: readonly (readonly [string, () => Copied])[] = [
    ["TypeScript", () => ({ code: asTypeScript(message()) })],
    [
      "TypeScript, plain socket.io-client",
      () => ({ code: asPlainTypeScript(message()) }),
    ],
    ["Rust", () => asRust(message())],
    ["JSON", json],
  ];
  return (
    <Menu label="Copy as…">
      {(close) =>
        forms.map(([name, make]) => (
          <button
            type="button"
            key={name}
            class="button quiet"
            onClick={() => {
              close();
              const copied = make();
              if ("problem" in copied)
                store.say("bad", `Not as ${name}: ${copied.problem}`);
              else void toClipboard(store, copied.code, `Copied as ${name}`);
            }}
          >
            {name}
          </button>
        ))
      }
    </Menu>
  );
}

/** Where the clipboard is closed to a page (it is to files, in some browsers) an old way may still be open. */
export async function toClipboard(store: Store, text: string, done: string) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const before = document.activeElement;
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "said";
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand("copy");
    area.remove();
    if (before instanceof HTMLElement) before.focus();
    if (!isCopied) {
      store.say("bad", "This browser does not let the page copy");
      return;
    }
  }
  store.say("good", done);
}
