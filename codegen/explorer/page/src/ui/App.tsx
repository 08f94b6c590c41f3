// The page as a whole: who is connected at the top, events beside the message at work, and the timeline.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { fromFragment, isShared } from "../share.ts";
import type { Store } from "../store.ts";
import { open } from "./Saved.tsx";
import { Clients, PANEL, tabId } from "./Clients.tsx";
import { Connection } from "./Connection.tsx";
import { CLIENT, focusOn } from "./focus.ts";
import { Events } from "./Events.tsx";
import { Help, isHelpShown } from "./Help.tsx";
import { Message } from "./Message.tsx";
import { Timeline } from "./Timeline.tsx";
import { TopBar } from "./TopBar.tsx";

/** On a narrow screen one part is shown at a time. */
export type Part = "events" | "message" | "timeline";
export const part = signal<Part>("message");

const PARTS: readonly (readonly [Part, string])[] = [
  ["events", "Events"],
  ["message", "Message"],
  ["timeline", "Timeline"],
];

export function App({ store }: { store: Store }) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => shortcut(store, event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [store]);

  useEffect(() => {
    const look = () => void openLink(store);
    look();
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, [store]);

  return (
    <div class={`app showing-${part.value}`}>
      <TopBar store={store} />
      <Clients store={store} />
      <nav class="parts" aria-label="Parts of the page">
        {PARTS.map(([name, label]) => (
          <button
            type="button"
            key={name}
            aria-pressed={part.value === name}
            onClick={() => (part.value = name)}
          >
            {label}
          </button>
        ))}
      </nav>
      <Events store={store} />
      <main class="work" aria-label="Message">
        <ClientPanel store={store} />
      </main>
      <Timeline store={store} />
      <Help />
      <Notice store={store} />
    </div>
  );
}

/** What the tab of the client at work leads to: its connection, and the message that it sends. */
function ClientPanel({ store }: { store: Store }) {
  const client = store.active.value;
  const shown = (
    <>
      <Connection store={store} />
      <Message store={store} />
    </>
  );
  if (!client) return shown;
  return (
    <div id={PANEL} role="tabpanel" aria-labelledby={tabId(client)}>
      {shown}
    </div>
  );
}

/** Puts the message of a link into the editor, and takes it out of the address. Nothing is sent. */
async function openLink(store: Store): Promise<void> {
  const { hash } = location;
  if (!isShared(hash)) return;
  history.replaceState(null, "", location.pathname + location.search);
  const message = await fromFragment(hash);
  if ("problem" in message)
    store.say("bad", `The link cannot be opened: ${message.problem}`);
  else open(store, message);
}

function Notice({ store }: { store: Store }) {
  const notice = store.notice.value;
  useEffect(() => {
    if (!notice) return undefined;
    const timer = setTimeout(() => (store.notice.value = undefined), 6000);
    return () => clearTimeout(timer);
  }, [notice, store]);
  return (
    <div class="notice-place" role="status">
      {notice && <p class={`notice ${notice.tone}`}>{notice.text}</p>}
    </div>
  );
}

/** What keys do anywhere in the page; `Help` lists them. */
function shortcut(store: Store, event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  const isTyping = target.matches("input, textarea, select, [contenteditable]");
  // With Alt, the keyboards of some systems write other characters than the key has.
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1] ?? event.key;
  if (event.altKey && /^[1-9]$/.test(digit)) {
    const client = store.clients.value[Number(digit) - 1];
    if (!client) return;
    event.preventDefault();
    store.activate(client);
    focusOn(...CLIENT);
  } else if (event.key === "/" && !isTyping) {
    event.preventDefault();
    part.value = "events";
    focusOn("#search");
  } else if (event.key === "?" && !isTyping) {
    event.preventDefault();
    isHelpShown.value = true;
  }
}
