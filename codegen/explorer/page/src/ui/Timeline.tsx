// The timeline: a list of which the browser only has the rows that are seen, so that thousands stay usable.
import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { exported } from "../export.ts";
import { MOST, type Row, type Sent } from "../net/timeline.ts";
import type { Store } from "../store.ts";
import { verdict } from "./AnswerView.tsx";
import { colorOf } from "./Clients.tsx";
import { Detail } from "./Detail.tsx";
import { download } from "./download.ts";
import { filters, isProblem, shown } from "./rows.ts";
import { clock, preview, size, span } from "./text.ts";

/** The height of a row, which the style sheet gives as well. */
const HEIGHT = 30;
/** Rows above and below those that are seen. */
const MARGIN = 8;

const hasLanes = signal(false);
const scrolled = signal(0);
const height = signal(400);
/** Whether new rows are scrolled to. */
const follows = signal(true);

const KINDS: readonly (readonly [Row["kind"], string])[] = [
  ["sent", "Sent"],
  ["received", "Received"],
  ["state", "Connection"],
];

export function Timeline({ store }: { store: Store }) {
  const { timeline } = store;
  void timeline.version.value;
  const rows = shown(timeline.rows);
  return (
    <section class="timeline" aria-label="Timeline">
      <Tools store={store} rows={rows} />
      <List store={store} rows={rows} />
      <Detail store={store} />
    </section>
  );
}

function Tools({ store, rows }: { store: Store; rows: readonly Row[] }) {
  const { timeline } = store;
  void timeline.version.value;
  const { kinds, text, client, problems, pinned } = filters;
  const paused = timeline.paused.value;
  const all = timeline.rows.length;
  const count = rows.length;
  const toggle = (kind: Row["kind"]) => {
    const next = new Set(kinds.value);
    if (!next.delete(kind)) next.add(kind);
    kinds.value = next;
  };
  return (
    <div class="tools">
      <h2>Timeline</h2>
      <span class="soft" aria-live="off">
        {count === all ? all : `${count} of ${all}`}
      </span>
      <label class="said" for="timeline-search">
        Search the timeline
      </label>
      <input
        id="timeline-search"
        class="input"
        type="search"
        placeholder="Filter"
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      <div class="toggles" role="group" aria-label="What is shown">
        {KINDS.map(([kind, label]) => (
          <button
            type="button"
            key={kind}
            class="toggle"
            aria-pressed={kinds.value.has(kind)}
            onClick={() => toggle(kind)}
          >
            {label}
          </button>
        ))}
        <button
          type="button"
          class="toggle"
          aria-pressed={problems.value}
          onClick={() => (problems.value = !problems.value)}
        >
          Problems only
        </button>
        <button
          type="button"
          class="toggle"
          aria-pressed={pinned.value}
          onClick={() => (pinned.value = !pinned.value)}
        >
          Pinned only
        </button>
      </div>
      {(store.clients.value.length > 1 || client.value) && (
        <>
          <label class="said" for="timeline-client">
            Client
          </label>
          <select
            id="timeline-client"
            class="input"
            value={client.value?.id ?? ""}
            onChange={(event) => {
              const id = Number(event.currentTarget.value);
              client.value = store.clients.value.find((one) => one.id === id);
            }}
          >
            <option value="">all clients</option>
            {store.clients.value.map((one) => (
              <option key={one.id} value={one.id}>
                client {one.name}
              </option>
            ))}
          </select>
          <button
            type="button"
            class="toggle"
            aria-pressed={hasLanes.value}
            onClick={() => (hasLanes.value = !hasLanes.value)}
          >
            Side by side
          </button>
        </>
      )}
      <span class="spring" />
      <button
        type="button"
        class="button small"
        aria-pressed={paused}
        onClick={() => timeline.pause(!paused)}
      >
        {paused ? `Go on (${timeline.held.value} new)` : "Pause"}
      </button>
      <button
        type="button"
        class="button small"
        aria-label="Export the rows that are shown"
        title="What the filters show, as a file of JSON: messages, and nothing of the handshake"
        disabled={count === 0}
        onClick={() => {
          const names = new Set(
            rows.map(({ client }) => client.known.contract.name),
          );
          const name = `${[...names].join("-")}.timeline.json`;
          download(name, ...exported(rows, Date.now()));
        }}
      >
        Export
      </button>
      <button
        type="button"
        class="button small"
        onClick={() => {
          timeline.clear();
          if (!store.row.value?.pinned.value) store.row.value = undefined;
        }}
      >
        Clear
      </button>
      {timeline.dropped.value > 0 && (
        <span class="badge warn" role="status">
          {timeline.dropped.value} older rows dropped: {MOST} are kept, and
          those that are pinned
        </span>
      )}
    </div>
  );
}

function List({ store, rows }: { store: Store; rows: readonly Row[] }) {
  // The list is the same one after it has grown.
  void store.timeline.version.value;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(
      () => (height.value = element.clientHeight),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = box.current;
    if (element && follows.value) element.scrollTop = element.scrollHeight;
  }, [rows.length]);

  const selected = store.row.value;
  // It may have been chosen elsewhere in the page.
  useLayoutEffect(() => {
    if (!selected) return undefined;
    const show = () => reveal(box.current, rows.indexOf(selected));
    show();
    // The details that open below make the list smaller.
    const later = requestAnimationFrame(show);
    return () => cancelAnimationFrame(later);
  }, [selected]);

  const first = Math.max(0, Math.floor(scrolled.value / HEIGHT) - MARGIN);
  const end = Math.min(
    rows.length,
    Math.ceil((scrolled.value + height.value) / HEIGHT) + MARGIN,
  );
  const clients = store.clients.value;
  const lanes = hasLanes.value && clients.length > 1 ? clients : undefined;

  const choose = (at: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, at))];
    if (!row) return;
    store.row.value = row;
  };
  return (
    <div
      ref={box}
      class="rows"
      // A list of options without any is none to those that hear it.
      role={rows.length > 0 ? "listbox" : "group"}
      tabIndex={0}
      aria-label="Messages and events of connections"
      aria-activedescendant={
        selected && rows.includes(selected) ? `row-${selected.id}` : undefined
      }
      onScroll={(event) => {
        const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
        scrolled.value = scrollTop;
        follows.value = scrollTop + clientHeight >= scrollHeight - HEIGHT;
      }}
      onKeyDown={(event) => {
        const at = selected ? rows.indexOf(selected) : -1;
        if (event.key === "ArrowDown") choose(at + 1);
        else if (event.key === "ArrowUp")
          choose(at < 0 ? rows.length - 1 : at - 1);
        else if (event.key === "PageDown") choose(at + 10);
        else if (event.key === "PageUp") choose(at - 10);
        else if (event.key === "Home") choose(0);
        else if (event.key === "End") choose(rows.length - 1);
        else if (event.key === "Escape") store.row.value = undefined;
        else if (
          event.key.toLowerCase() === "p" &&
          selected &&
          !event.ctrlKey &&
          !event.metaKey
        ) {
          selected.pinned.value = !selected.pinned.value;
        } else return;
        event.preventDefault();
      }}
    >
      {rows.length === 0 && (
        <p class="none-yet">
          {store.timeline.rows.length === 0
            ? "Nothing yet. Connect, and everything that goes in and out is here."
            : "The filters let nothing through."}
        </p>
      )}
      <div class="rows-all" style={{ height: `${rows.length * HEIGHT}px` }}>
        {rows.slice(first, end).map((row, at) => (
          <Line
            key={row.id}
            store={store}
            row={row}
            at={first + at}
            count={rows.length}
            isSelected={row === selected}
            lane={lanes?.indexOf(row.client)}
            lanes={lanes?.length ?? 1}
          />
        ))}
      </div>
    </div>
  );
}

function reveal(box: HTMLElement | null, at: number): void {
  if (!box || at < 0) return;
  const top = at * HEIGHT;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + HEIGHT > box.scrollTop + box.clientHeight) {
    box.scrollTop = top + HEIGHT - box.clientHeight;
  }
}

interface LineProps {
  store: Store;
  row: Row;
  at: number;
  count: number;
  isSelected: boolean;
  lane: number | undefined;
  lanes: number;
}

function Line({ store, row, at, count, isSelected, lane, lanes }: LineProps) {
  const place =
    lane === undefined
      ? {}
      : {
          left: `${(Math.max(0, lane) / lanes) * 100}%`,
          width: `${100 / lanes}%`,
        };
  return (
    <div
      id={`row-${row.id}`}
      role="option"
      aria-selected={isSelected}
      aria-posinset={at + 1}
      aria-setsize={count}
      class={`line ${row.kind} c${colorOf(row.client)} ${isProblem(row) ? "problem" : ""}`}
      style={{ top: `${at * HEIGHT}px`, ...place }}
      onClick={() => (store.row.value = isSelected ? undefined : row)}
    >
      <span class="line-time mono">{clock(row.at)}</span>
      <span class="chip small">
        <span class="said">client </span>
        {row.client.name}
      </span>
      <span class="line-way">
        <span class="said">
          {row.kind === "state" ? "connection" : row.kind}
        </span>
        <span aria-hidden="true">
          {row.kind === "sent" ? "↑" : row.kind === "received" ? "↓" : "•"}
        </span>
      </span>
      <span class="line-name mono">{row.event}</span>
      <span class="line-text mono">
        {row.kind === "state" ? row.detail : preview(row.args)}
      </span>
      <Marks row={row} />
    </div>
  );
}

function Marks({ row }: { row: Row }) {
  return (
    <span class="marks">
      {row.pinned.value && <span class="badge">pinned</span>}
      {row.kind === "received" && <ReceivedMarks row={row} />}
      {row.kind === "sent" && <SentMarks row={row} />}
    </span>
  );
}

function ReceivedMarks({ row }: { row: Row & { kind: "received" } }) {
  const question = row.question?.value.status;
  return (
    <>
      {!row.def && <span class="badge warn">not in the contract</span>}
      {row.issues.length > 0 && <span class="badge warn">drift</span>}
      {question === "open" && <span class="badge bad">asks</span>}
      {question === "answered" && <span class="badge good">answered</span>}
      {question === "lost" && <span class="badge">unanswered</span>}
      <span class="soft">{size(row.bytes)}</span>
    </>
  );
}

function SentMarks({ row }: { row: Sent }) {
  const progress = row.progress.value;
  const { answer, bytes } = progress;
  const { text, tone } = verdict(row, progress);
  const isQuiet = progress.status === "sent";
  return (
    <>
      {!isQuiet && (
        <span class={`badge ${tone === "plain" ? "" : tone}`}>
          {text}
          {answer && ` ${span(answer.milliseconds)}`}
        </span>
      )}
      {bytes !== undefined && <span class="soft">{size(bytes)}</span>}
    </>
  );
}
