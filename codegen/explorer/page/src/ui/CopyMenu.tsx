// A message as code, on the clipboard.
import type { Copied } from "../copy/code.ts";
import { asRust } from "../copy/rust.ts";
import { asPlainTypeScript, asTypeScript } from "../copy/typescript.ts";
import type { Client } from "../net/client.ts";
import type { Problem } from "../share.ts";
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

/**
 * Copies a text, or one that is still being made. Where the clipboard is closed to a page (it is to files, in some
 * browsers) an old way may still be open.
 */
export async function toClipboard(
  store: Store,
  text: string | Promise<string | Problem>,
  done: string,
) {
  const writing = typeof text === "string" ? writeText(text) : writeLater(text);
  const isWritten = writing.then(
    () => true,
    () => false,
  );
  const made = await text;
  if (typeof made !== "string") store.say("bad", made.problem);
  else if ((await isWritten) || copySelected(made)) store.say("good", done);
  else store.say("bad", "This browser does not let the page copy");
}

async function writeText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/** Asks for the clipboard at once, and hands the text over when it is there. */
async function writeLater(text: Promise<string | Problem>): Promise<void> {
  const only = text.then((made) => {
    if (typeof made !== "string") throw new Error(made.problem);
    return made;
  });
  if (typeof ClipboardItem === "undefined") return writeText(await only);
  const type = "text/plain";
  const blob = only.then((made) => new Blob([made], { type }));
  await navigator.clipboard.write([new ClipboardItem({ [type]: blob })]);
}

function copySelected(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "said";
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
