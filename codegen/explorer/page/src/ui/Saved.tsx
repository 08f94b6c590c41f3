// Messages that are kept in this browser, and those that go to others as a link or a file.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Client } from "../net/client.ts";
import type { Saved as Kept, SavedList, SavedMessages } from "../saved.ts";
import { toFragment, type Shared } from "../share.ts";
import type { Selection, Store } from "../store.ts";
import { toClipboard } from "./CopyMenu.tsx";
import { download } from "./download.ts";
import { focusOn, TITLE } from "./focus.ts";
import { Menu } from "./Menu.tsx";

interface SavedProps {
  store: Store;
  client: Client;
  selection: Selection;
  args: readonly unknown[];
}

export function Saved({ store, client, selection, args }: SavedProps) {
  const saved = store.saved(selection.known);
  const list = useList(saved);
  const name = useSignal("");
  const file = useRef<HTMLInputElement>(null);
  const message = () => sharedOf(client, selection, args);
  return (
    <>
      <button
        type="button"
        class="button small"
        onClick={() => void share(store, message())}
      >
        Copy link
      </button>
      <Menu label={`Saved (${list.messages.length})`}>
        {(close) => (
          <div class="saved">
            <form
              class="saved-add"
              onSubmit={(event) => {
                event.preventDefault();
                const kept = saved.add(
                  name.value.trim() || selection.event.wire,
                  message(),
                );
                if ("problem" in kept) store.say("bad", kept.problem);
                else name.value = "";
              }}
            >
              <label class="said" for="saved-name">
                Name of the message
              </label>
              <input
                id="saved-name"
                class="input"
                placeholder={selection.event.wire}
                value={name.value}
                onInput={(event) => (name.value = event.currentTarget.value)}
              />
              <button type="submit" class="button small">
                Save this one
              </button>
            </form>
            {list.warning && <p class="issue">{list.warning}</p>}
            <ul>
              {list.messages.map((kept) => (
                <Item
                  key={kept.id}
                  kept={kept}
                  saved={saved}
                  onOpen={() => {
                    close();
                    open(store, kept.message);
                    focusOn(TITLE);
                  }}
                />
              ))}
            </ul>
            <div class="saved-files">
              <button
                type="button"
                class="button quiet small"
                disabled={list.messages.length === 0}
                onClick={() =>
                  download(
                    `${selection.known.contract.name}.messages.json`,
                    saved.export(),
                  )
                }
              >
                Export
              </button>
              <button
                type="button"
                class="button quiet small"
                onClick={() => file.current?.click()}
              >
                Import…
              </button>
              <input
                ref={file}
                class="said"
                type="file"
                accept="application/json,.json"
                aria-label="Import messages"
                tabIndex={-1}
                onChange={(event) => {
                  const [chosen] = event.currentTarget.files ?? [];
                  event.currentTarget.value = "";
                  if (chosen) void load(store, saved, chosen);
                }}
              />
            </div>
          </div>
        )}
      </Menu>
    </>
  );
}

function Item({
  kept,
  saved,
  onOpen,
}: {
  kept: Kept;
  saved: SavedMessages;
  onOpen: () => void;
}) {
  const isRenamed = useSignal(false);
  const rename = useRef<HTMLButtonElement>(null);
  return (
    <li>
      {isRenamed.value ? (
        <input
          key="new-name"
          class="input"
          aria-label="New name"
          value={kept.name}
          ref={(input) => input?.focus()}
          onKeyDown={(event) => {
            if (event.key === "Escape") event.currentTarget.value = kept.name;
            else if (event.key !== "Enter") return;
            event.preventDefault();
            event.stopPropagation();
            // Leaving it is what renames; the menu is not left.
            rename.current?.focus();
          }}
          onBlur={(event) => {
            saved.rename(kept.id, event.currentTarget.value);
            isRenamed.value = false;
          }}
        />
      ) : (
        <button
          key="open"
          type="button"
          class="button quiet"
          onClick={onOpen}
          title={kept.problem}
        >
          {kept.name}
          {kept.name !== kept.message.event && (
            <code class="soft">{kept.message.event}</code>
          )}
          {kept.problem && (
            <span class="badge warn">does not fit any more</span>
          )}
        </button>
      )}
      <button
        key="rename"
        type="button"
        class="button quiet small"
        ref={rename}
        aria-label={`Rename ${kept.name}`}
        onClick={() => (isRenamed.value = true)}
      >
        ✎
      </button>
      <button
        key="delete"
        type="button"
        class="button quiet small"
        aria-label={`Delete ${kept.name}`}
        onClick={(event) => {
          const item = event.currentTarget.closest("li");
          const other =
            item?.nextElementSibling ?? item?.previousElementSibling;
          const next =
            other?.querySelector<HTMLElement>("button:last-of-type") ??
            document.getElementById("saved-name");
          next?.focus();
          saved.remove(kept.id);
        }}
      >
        ✕
      </button>
    </li>
  );
}

function useList(saved: SavedMessages): SavedList {
  const list = useSignal(saved.value);
  useEffect(() => saved.subscribe((next) => (list.value = next)), [saved]);
  return list.value;
}

function sharedOf(
  client: Client,
  selection: Selection,
  args: readonly unknown[],
): Shared {
  const { known, namespace, event } = selection;
  return {
    v: 1,
    contract: known.contract.name,
    hash: known.contract.hash,
    namespace: namespace.path,
    ...(namespace.dynamic && { params: client.params.value }),
    direction: "clientToServer",
    event: event.wire,
    args,
  };
}

async function share(store: Store, message: Shared): Promise<void> {
  const made = toFragment(message);
  // The clipboard is asked before the link is there: some browsers let a page copy only while it hears of a press.
  await toClipboard(
    store,
    made.then((made) =>
      "problem" in made
        ? made
        : location.href.replace(/#.*$/, "") + made.fragment,
    ),
    "Link copied: it holds the message, and nothing of the connection",
  );
}

/** Puts a message into the editor. Nothing is sent. */
export function open(store: Store, message: Shared): void {
  const known = store.contracts.find(
    ({ contract }) => contract.name === message.contract,
  );
  const namespace = known?.contract.namespaces.find(
    ({ path }) => path === message.namespace,
  );
  const event = namespace?.clientToServer?.find(
    ({ wire }) => wire === message.event,
  );
  if (!known || !namespace || !event) {
    const where = `${message.contract} ${message.namespace} ${message.event}`;
    store.say("bad", `This message is for an event that is not here: ${where}`);
    return;
  }
  const params = message.params && texts(message.params);
  // A client that is connected elsewhere stays there.
  const fits = (client: Client) =>
    client.namespace === namespace &&
    (!params || !client.isOpen || isSame(params, client.params.value));
  const client =
    store.clients.value.find(fits) ?? store.addClient(known, namespace);
  if (!client) return;
  store.activate(client);
  if (params && !client.isOpen) client.params.value = params;
  store.select("clientToServer", event);
  store.draft(known, event).value = structuredClone(message.args);
  const isOld = message.hash !== known.contract.hash;
  store.say(
    isOld ? "bad" : "good",
    isOld
      ? "The message is in the editor; it was written for another version of the contract. Nothing has been sent."
      : "The message is in the editor. Nothing has been sent.",
  );
}

type Params = Readonly<Record<string, string>>;

function texts(params: NonNullable<Shared["params"]>): Params {
  const entries = Object.entries(params);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, String(value)]),
  );
}

function isSame(one: Params, other: Params): boolean {
  return Object.keys(one).every((name) => one[name] === other[name]);
}

async function load(
  store: Store,
  saved: SavedMessages,
  file: File,
): Promise<void> {
  const { added, known, problems } = saved.import(await file.text());
  const [first] = problems;
  if (first) {
    const more =
      problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
    store.say("bad", `${added} imported; ${first}${more}`);
  } else
    store.say(
      "good",
      `${added} imported${known > 0 ? `, ${known} were here already` : ""}`,
    );
}
