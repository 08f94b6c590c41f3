// How long the explorer's page takes to draw: `node --import tsx bench/explorer.ts`, after the tests have written
// `.generated/pages` (CONTRIBUTING.md). Frames are the time from one picture to the next, as the page itself sees them.
import type { CDPSession, Page } from "playwright-core";
import type { Socket } from "socket.io";
import { contract } from "../explorer/logic/lib.ts";
import { FakeServer, withContracts } from "../explorer/page/fake.ts";
import { Explorer } from "../explorer/page/lib.ts";
import { Browser } from "../lib/browser.ts";

const call = contract("call");
const browser = await Browser.launch();
const server = await FakeServer.start("call", [call]);

interface Figures {
  readonly frames: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Records the times between pictures for so long, while something is done in the page. */
async function frames(
  page: Page,
  milliseconds: number,
  whileThat: "rest" | "scroll",
): Promise<Figures> {
  return page.evaluate(
    ({ milliseconds, whileThat }) =>
      new Promise<Figures>((resolve) => {
        const deltas: number[] = [];
        const begun = performance.now();
        const box = document.querySelector(".rows");
        let last = begun;
        let down = false;
        const step = (now: number) => {
          deltas.push(now - last);
          last = now;
          if (whileThat === "scroll" && box) {
            if (box.scrollTop <= 0) down = true;
            if (box.scrollTop >= box.scrollHeight - box.clientHeight - 200)
              down = false;
            box.scrollTop += down ? 400 : -400;
          }
          if (now - begun < milliseconds) requestAnimationFrame(step);
          else {
            const sorted = deltas.slice(1).sort((a, b) => a - b);
            const at = (part: number) =>
              sorted[
                Math.min(sorted.length - 1, Math.floor(sorted.length * part))
              ] ?? 0;
            resolve({
              frames: sorted.length,
              p50: at(0.5),
              p95: at(0.95),
              max: at(1),
            });
          }
        };
        requestAnimationFrame(step);
      }),
    { milliseconds, whileThat },
  );
}

/** Milliseconds of scripts, styles and layout that the page's thread was busy with, for each second. */
async function busy(
  session: CDPSession,
  during: () => Promise<Figures>,
): Promise<string> {
  const read = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (name: string) =>
      metrics.find((metric) => metric.name === name)?.value ?? 0;
  };
  const before = await read();
  const begun = performance.now();
  const { frames, p50, p95, max } = await during();
  const seconds = (performance.now() - begun) / 1000;
  const after = await read();
  const spent = (name: string) =>
    Math.round(((after(name) - before(name)) * 1000) / seconds);
  const work =
    ((after("TaskDuration") - before("TaskDuration")) * 1000) / frames;
  return `frame p50 ${p50.toFixed(1)} p95 ${p95.toFixed(1)} max ${max.toFixed(1)} ms (${String(frames)}); work ${work.toFixed(1)} ms a frame; of a second: script ${String(spent("ScriptDuration"))}, style ${String(spent("RecalcStyleDuration"))}, layout ${String(spent("LayoutDuration"))} ms`;
}

const welcome = (at: number) => ({
  socketId: `s-${String(at)}`,
  at: "2026-01-01T00:00:00Z",
});

async function fill(
  explorer: Explorer,
  socket: Socket,
  count: number,
): Promise<void> {
  for (let at = 0; at < count; at++) {
    if (at % 3 === 0) socket.emit("welcome", { ...welcome(at), socketId: at });
    else socket.emit("welcome", welcome(at));
  }
  await explorer.page.evaluate(
    (count) =>
      until(
        () =>
          Number(document.querySelector(".tools > .soft")?.textContent) >=
          count,
        "all rows are there",
      ),
    count,
  );
}

for (const rows of [2_000, 10_000]) {
  const explorer = await Explorer.open(browser, server.page);
  const socket = await server.connect(explorer);
  const session = await explorer.page.context().newCDPSession(explorer.page);
  await session.send("Performance.enable");
  await fill(explorer, socket, rows);
  const measure = async (what: string, how: "rest" | "scroll") => {
    const text = await busy(session, () => frames(explorer.page, 4_000, how));
    console.log(`${String(rows)} rows, ${what}: ${text}`);
  };
  await measure("nothing happens", "rest");
  let at = rows;
  const more = setInterval(() => {
    for (let count = 0; count < 4; count++)
      socket.emit("welcome", welcome(at++));
  }, 20);
  await measure("200 more a second", "rest");
  await measure("200 more a second, while scrolling", "scroll");
  await explorer.page.getByLabel("Search the timeline").fill("socketId");
  await measure("200 more a second, filtered by a word", "rest");
  await explorer.page.getByLabel("Search the timeline").fill("");
  await explorer.button("Problems only", explorer.timeline).click();
  await measure("200 more a second, problems only", "rest");
  clearInterval(more);
  await explorer.close();
}

// A contract of 1,000 events.
const [root] = call.namespaces;
const [event] = root?.clientToServer ?? [];
const large = {
  ...call,
  namespaces: [
    {
      ...root,
      clientToServer: Array.from({ length: 1_000 }, (_, at) => ({
        ...event,
        wire: `event:${String(at)}`,
        names: { camel: `event${String(at)}`, snake: `event_${String(at)}` },
      })),
    },
  ],
};
const many = await FakeServer.start(
  (page) => withContracts(page, [large]),
  [call],
);
const begun = performance.now();
const explorer = await Explorer.open(browser, many.page);
const opened = performance.now() - begun;
const chosen = await explorer.page.evaluate(async () => {
  const times: number[] = [];
  for (const at of [500, 999, 1, 700]) {
    const begun = performance.now();
    document.querySelectorAll<HTMLElement>(".event")[at]?.click();
    await until(
      () =>
        document.querySelector("#message-title code")?.textContent ===
        `event:${String(at)}`,
      "it is chosen",
    );
    await new Promise(requestAnimationFrame);
    times.push(performance.now() - begun);
  }
  return times;
});
const drawn = await explorer.page.evaluate(() => {
  const [navigation] = performance.getEntriesByType(
    "navigation",
  ) as PerformanceNavigationTiming[];
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return {
    loaded: navigation?.loadEventEnd ?? 0,
    paint: paint?.startTime ?? 0,
  };
});
console.log(
  `1,000 events: opened in ${opened.toFixed(0)} ms (load ${drawn.loaded.toFixed(0)}, first paint ${drawn.paint.toFixed(0)}); one chosen in ${chosen.map((time) => time.toFixed(0)).join(", ")} ms`,
);
await explorer.close();
await many.close();
await server.close();
await browser.close();
