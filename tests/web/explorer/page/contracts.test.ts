// Every event of every contract, sent and received in the page, with a server that knows nothing but the contracts.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Socket } from "socket.io";
import type { EventDef } from "../../../../codegen/explorer/page/src/contract.ts";
import {
  random,
  randomArguments,
  seeded,
} from "../../../../codegen/explorer/page/src/values/make.ts";
import { styleOf } from "../../../../codegen/explorer/page/src/values/results.ts";
import {
  issuesOf,
  pathOf,
} from "../../../../codegen/explorer/page/src/values/schemas.ts";
import { binaries } from "../../../../codegen/explorer/page/src/ui/text.ts";
import { parse } from "../../../../codegen/explorer/page/src/values/text.ts";
import { paramsOf } from "../../../../codegen/explorer/page/src/values/paths.ts";
import { Browser } from "../../lib/browser.ts";
import { contracts } from "../logic/lib.ts";
import {
  buffers,
  drifting,
  FakeServer,
  placesOf,
  withContracts,
  type Place,
} from "./fake.ts";
import { receiveAll, sendAll, type Seen } from "./drive.ts";
import { Explorer } from "./lib.ts";

let browser: Browser;
before(async () => {
  browser = await Browser.launch();
});
after(async () => {
  await FakeServer.closeAll();
  await browser?.close();
});

/** All namespaces, in the order in which the page offers them. */
const places: readonly Place[] = Array.from(
  contracts.values(),
  placesOf,
).flat();

/** High enough for all rows that are looked at, of which the browser has only those that are seen. */
const VIEWPORT = { width: 1500, height: 4000 };

/** Opens a page of all contracts, and tries the events of some of their namespaces. */
async function tryAll(
  server: FakeServer,
  explorer: Explorer,
  isTried: (place: Place) => boolean,
): Promise<number> {
  const { page } = explorer;
  const rng = seeded(20);
  let events = 0;
  await explorer.button(/^Remove client/).click();
  for (const [at, place] of places.entries()) {
    if (!isTried(place)) continue;
    const where = `${place.contract.name} ${place.namespace.path}`;
    await page
      .getByLabel("Add a client of a namespace")
      .selectOption({ index: at + 1 });
    for (const { name, type } of paramsOf(place.namespace.template)) {
      const invalid = page.locator(
        `.row-field input[aria-invalid=true][id$="-${name}"]`,
      );
      if ((await invalid.count()) > 0)
        await invalid.fill(String(random(place.types, type, rng)));
    }
    const socket = await server.connect(explorer);
    assert.equal(server.placeOf(socket)?.namespace, place.namespace, where);
    isAuthOf(place, socket, where);
    events += await tryToSend(server, explorer, place, where);
    events += await tryToReceive(socket, explorer, place, where);
    await explorer.button(/^Remove client/).click();
    assert.deepEqual(explorer.complaints, [], where);
  }
  await explorer.isClean();
  return events;
}

function isAuthOf(place: Place, socket: Socket, where: string): void {
  const { $sockgen: hash, ...auth } = socket.handshake.auth;
  assert.equal(hash, place.contract.hash);
  const schema = place.schemas.auth(place.namespace);
  if (schema) assert.deepEqual(issuesOf(schema, auth), [], where);
}

async function tryToSend(
  server: FakeServer,
  explorer: Explorer,
  place: Place,
  where: string,
): Promise<number> {
  const events = place.namespace.clientToServer ?? [];
  server.taken.length = 0;
  const sent = await explorer.page.evaluate(
    sendAll,
    events.map(({ wire }) => wire),
  );
  assert.equal(sent.length, events.length, where);
  await server.hasTaken(events.length);
  for (const [at, event] of events.entries()) {
    const said = sent[at];
    const what = `${where}: ${event.wire}: ${JSON.stringify(said)}`;
    const taken = server.taken.find((one) => one.event === event.wire);
    assert.ok(said && taken, what);
    const { args } = place.schemas.event(event, "clientToServer");
    assert.deepEqual(issuesOf(args, taken.args), [], what);
    // What arrived is what the editor shows.
    if (said.json !== undefined) {
      const { value } = parse(said.json) as { value: unknown };
      const shown = event.payload === "data" ? [value] : value;
      assert.deepEqual(plain(taken.args), plain(shown), what);
    } else assert.equal(event.payload, "none", what);
    const outcome =
      event.ack === "undeclared" ? "sent" : outcomeOf(place, event);
    assert.equal(said.button, "Send", what);
    assert.equal(said.outcome, outcome, what);
    assert.ok(said.line.includes(outcome), what);
    assert.deepEqual(said.issues, [], what);
  }
  return events.length;
}

/** What the page says of an answer with data; any arguments are answers as well. */
function outcomeOf(place: Place, event: EventDef): string {
  if (event.ack !== "raw") return "ok";
  const read = styleOf(place.contract, event).read(["any", { answer: 1 }]);
  return read?.ok ? "ok" : "an answer that is none of the contract's";
}

async function tryToReceive(
  socket: Socket,
  explorer: Explorer,
  place: Place,
  where: string,
): Promise<number> {
  const events = place.namespace.serverToClient ?? [];
  const rng = seeded(events.length);
  await explorer.clear();
  const expected: { event: EventDef; path: string | undefined }[] = [];
  const answers: { event: EventDef; answer: Promise<unknown[]> }[] = [];
  const send = (event: EventDef, values: readonly unknown[]) => {
    const args = buffers(values);
    if (event.ack === "undeclared")
      return void socket.emit(event.wire, ...args);
    const answer = new Promise<unknown[]>((resolve) => {
      socket.emit(event.wire, ...args, (...response: unknown[]) =>
        resolve(response),
      );
    });
    answers.push({ event, answer });
  };
  for (const event of events) {
    send(
      event,
      few(() => randomArguments(place.types, event, rng)),
    );
    expected.push({ event, path: undefined });
    const drift = drifting(place, event, rng);
    if (!drift) continue;
    const { args } = place.schemas.event(event, "serverToClient");
    const [issue] = issuesOf(args, drift);
    assert.ok(issue);
    send(event, drift);
    expected.push({ event, path: pathOf(issue) });
  }
  const rows: Seen[] = await explorer.page.evaluate(
    receiveAll,
    expected.length,
  );
  for (const [at, { event, path }] of expected.entries()) {
    const row = rows[at];
    const what = `${where}: ${event.wire}: ${JSON.stringify(rows)}`;
    assert.ok(row, what);
    assert.equal(row.event, shownName(event.wire), what);
    assert.equal(row.marks.includes("drift"), path !== undefined, what);
    assert.equal(
      row.marks.includes("answered"),
      event.ack !== "undeclared",
      what,
    );
    assert.equal(row.paths[0], path, what);
  }
  for (const { event, answer } of answers) {
    const outcome = styleOf(place.contract, event).read(await answer);
    assert.ok(outcome?.ok, `${where}: ${event.wire}`);
    if (event.answer) {
      const { data } = place.schemas.event(event, "serverToClient");
      assert.ok(data);
      assert.deepEqual(
        issuesOf(data, outcome.data),
        [],
        `${where}: ${event.wire}`,
      );
    }
  }
  return events.length;
}

/** Arguments with no more attachments than clients take. */
function few(make: () => unknown[]): unknown[] {
  for (;;) {
    const args = make();
    if (binaries(args).length <= 10) return args;
  }
}

/** As an element's text has it. */
function shownName(wire: string): string {
  return wire.replaceAll("\r\n", "\n").replaceAll("\0", "\ufffd");
}

/** A value with bytes of one kind, and without what JSON does not have. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer)
    return { $bytes: Buffer.from(value as Uint8Array).toString("hex") };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null)
    return Object.is(value, -0) ? 0 : value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, plain(inner)]),
  );
}

describe("every event of every contract", () => {
  test("is sent, answered, received and held against the contract", async () => {
    const server = await FakeServer.start("all", [...contracts.values()]);
    const explorer = await Explorer.open(browser, server.page, VIEWPORT);
    const events = await tryAll(server, explorer, () => true);
    assert.ok(events > 300, `${String(events)} events`);
    await explorer.close();
    await server.close();
  });

  test("with MessagePack", async () => {
    const server = await FakeServer.start(
      "all.msgpack",
      [...contracts.values()],
      {
        isMsgpack: true,
      },
    );
    const explorer = await Explorer.open(browser, server.page, VIEWPORT);
    const has =
      /^(bytes_and_defaults|several_arguments|events_without_payload|questions_to_clients)$/;
    const names = [...contracts.keys()].filter((name) => has.test(name));
    const tried = new Set(names.map((name) => contracts.get(name)));
    const events = await tryAll(server, explorer, ({ contract }) =>
      tried.has(contract),
    );
    assert.ok(events > 20, `${String(events)} events`);
    await explorer.close();
    await server.close();
  });

  test("from a file, whose origin is null", async () => {
    const server = await FakeServer.start("all", [...contracts.values()]);
    const file = new URL(
      "../../.generated/pages/all.file.html",
      import.meta.url,
    );
    const explorer = await Explorer.open(browser, file.href, VIEWPORT);
    await explorer.work.locator(".connection-more summary").click();
    await explorer.page.getByLabel("Server", { exact: true }).fill(server.url);
    const call = contracts.get("call");
    const events = await tryAll(
      server,
      explorer,
      ({ contract }) => contract === call,
    );
    assert.equal(events, 12);
    assert.deepEqual(
      [...explorer.requests].sort(),
      [server.url, "null"].sort(),
    );
    await explorer.close();
    await server.close();
  });

  test("with bytes from a file that is chosen in the form", async () => {
    const known = contracts.get("bytes_and_defaults");
    assert.ok(known);
    const server = await FakeServer.start(
      (page) => withContracts(page, [known]),
      [known],
    );
    const explorer = await Explorer.open(browser, server.page);
    await explorer.connect();
    await explorer.select("doc:save");
    await explorer.show("Form");
    await explorer.page.getByLabel("include body").check();
    const name = "<b>a</b>.bin";
    const bytes = Buffer.from(Array.from({ length: 300 }, (_, at) => at % 256));
    const mimeType = "application/octet-stream";
    await explorer.page
      .getByLabel("File for body")
      .setInputFiles({ name, mimeType, buffer: bytes });
    await explorer.work.locator(".bytes", { hasText: name }).waitFor();
    await explorer.send(/^ok/);
    const [sent] = server.taken[0]?.args as [{ body: Uint8Array }];
    assert.deepEqual(Buffer.from(sent.body), bytes);
    const detail = await explorer.look("A", "doc:save");
    assert.match(await detail.innerText(), /1 attachments?/);
    const dump = detail.locator(".hex pre");
    assert.match(await dump.innerText(), /^00000000 {2}00 01 02[^\n]*\n/);
    assert.equal((await dump.innerText()).split("\n").length, 16);
    // The rest is shown when somebody asks for it, and takes the focus of the button that goes.
    await explorer.button("More", detail).click();
    await explorer.drawn();
    assert.equal((await dump.innerText()).split("\n").length, 19);
    assert.match(await explorer.focused(), /^pre/);
    await explorer.isClean();
    await explorer.close();
    await server.close();
  });
});
