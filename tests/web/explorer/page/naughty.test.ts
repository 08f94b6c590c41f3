// Hostile texts wherever a text can come from: the contract, what is typed, links, saved names, the server. They are shown
// as text, and nothing runs.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Contract } from "../../../../codegen/explorer/page/src/contract.ts";
import { toFragment } from "../../../../codegen/explorer/page/src/share.ts";
import { Browser } from "../../lib/browser.ts";
import { contract, eventsOf } from "../logic/lib.ts";
import { FakeServer } from "./fake.ts";
import { Explorer } from "./lib.ts";

let browser: Browser;
before(async () => {
  browser = await Browser.launch();
});
after(async () => {
  await FakeServer.closeAll();
  await browser?.close();
});

const NAUGHTY = [
  "<img src=x onerror=window.__xss=1>",
  "</script><script>window.__xss=1</script>",
  "</textarea><svg onload=window.__xss=1>",
  "</style><script>window.__xss=1</script>",
  '"><iframe srcdoc="<script>parent.__xss=1</script>">',
  "javascript:window.__xss=1",
  "<!-- --><script>window.__xss=1//",
  "<a href=javascript:window.__xss=1 autofocus onfocus=window.__xss=1>x</a>",
  "${window.__xss=1}{{constructor.constructor('window.__xss=1')()}}",
  "\u202eright to left\u2066\u2028\u2029\ufeff",
  "`code` **bold** [link](javascript:window.__xss=1)",
  "__proto__",
  "constructor",
  "toString",
  "\u0000\u0001\u001b[31m\u007f",
  "\ud800 half",
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
  "ﷺ".repeat(200),
  "' OR 1=1 --",
  "\r\nSet-Cookie: a=b",
];

/** What a page has of scripts and styles, and what has no business there. */
async function isIntact(explorer: Explorer, server: FakeServer): Promise<void> {
  const found = await explorer.page.evaluate(() => ({
    scripts: document.scripts.length,
    styles: document.querySelectorAll("style, link[rel=stylesheet]").length,
    others: document.querySelectorAll(
      "iframe, object, embed, img, video, base, .app script, .app style, [onerror], [onload], [onfocus], a[href^='javascript' i], .app svg:not(.icon)",
    ).length,
  }));
  assert.deepEqual(found, { scripts: 2, styles: 1, others: 0 });
  const foreign = [...explorer.requests].filter(
    (origin) => origin !== server.url,
  );
  assert.deepEqual(
    foreign.filter((origin) => origin !== "null"),
    [],
  );
  await explorer.isClean();
}

describe("hostile texts", () => {
  for (const name of ["naughty_names_and_docs", "naughty_texts_everywhere"]) {
    test(`in the contract ${name} are shown as they are`, async () => {
      const known = contract(name);
      const server = await FakeServer.start(name, [known]);
      const explorer = await Explorer.open(browser, server.page);
      await explorer.connect();
      const shown = new Set<string>();
      for (const direction of ["clientToServer", "serverToClient"] as const) {
        const count = await explorer.page
          .locator(`ul[aria-labelledby="list-${direction}"] .event-name.mono`)
          .count();
        for (let at = 0; at < count; at++) {
          await explorer.page
            .locator(`ul[aria-labelledby="list-${direction}"] .event`)
            .nth(at)
            .click();
          shown.add(
            (await explorer.work
              .locator("#message-title code")
              .textContent()) ?? "",
          );
        }
      }
      const root = known.namespaces[0]?.path;
      const names = eventsOf(known)
        .filter(({ namespace }) => namespace.path === root)
        .map(({ event }) => event.wire);
      assert.deepEqual([...shown].sort(), [...new Set(names)].sort());
      const title = await explorer.page.title();
      assert.ok(title.includes(known.name.trim()), title);
      await isIntact(explorer, server);
      await explorer.close();
      await server.close();
    });
  }

  test("are sent as payloads, and come back as they were", async () => {
    const server = await FakeServer.start("call", [contract("call")]);
    const explorer = await Explorer.open(browser, server.page, {
      width: 1440,
      height: 2400,
    });
    const socket = await server.connect(explorer);
    await explorer.select("message:send");
    for (const text of NAUGHTY) {
      server.taken.length = 0;
      server.answers = () => [{ ok: true, data: { id: text, at: text } }];
      await explorer.write({
        text,
        room: text.slice(0, 60),
        [`extra ${text}`]: text,
      });
      const before = await explorer.lastSent();
      await explorer.page.keyboard.press("Control+Enter");
      await explorer.became(/^ok/, before);
      const sent = server.taken[0]?.args[0] as { text: string };
      assert.equal(sent.text, text);
    }
    await isIntact(explorer, server);

    await explorer.clear();
    for (const text of NAUGHTY) {
      socket.emit("message:new", {
        id: text,
        text,
        from: { id: text, [text]: text },
        at: text,
      });
      socket.emit("welcome", text, { [text]: text });
      // Names that the contract does not have.
      socket.emit(`${text} `, text);
    }
    await explorer.page.evaluate(
      (count) =>
        until(
          () => document.querySelectorAll(".line.received").length === count,
          "all have come",
        ),
      NAUGHTY.length * 3,
    );
    const lines = await explorer.lines();
    for (const text of NAUGHTY.slice(0, 8)) {
      const line = lines.find(({ event }) => event === `${text} `);
      assert.ok(line?.marks.includes("not in the contract"), text);
    }
    const rows = explorer.page.locator(".line.received");
    for (let at = 0; at < (await rows.count()); at++) {
      await rows.nth(at).click();
      await explorer.detail.locator("pre.value").waitFor();
    }
    await isIntact(explorer, server);
    await explorer.close();
    await server.close();
  });

  test("in refusals, in the search, and as reasons of a server", async () => {
    const server = await FakeServer.start("call", [contract("call")]);
    const explorer = await Explorer.open(browser, server.page);
    for (const text of NAUGHTY.slice(0, 8)) {
      for (const message of [
        text,
        JSON.stringify({ fault: { code: text, message: text } }),
      ]) {
        server.admit = () => new Error(message);
        await explorer.button("Connect").click();
        await explorer.is("refused");
        const problem = explorer.work.locator(".connection-problem");
        const said = message === text ? text : JSON.stringify(text);
        await explorer.page.evaluate(
          (said) =>
            until(
              () =>
                document
                  .querySelector(".connection-problem")
                  ?.textContent?.includes(said),
              `${said} is shown`,
            ),
          said,
        );
        assert.equal(await problem.locator("a, img, svg").count(), 0);
      }
      await explorer.page.getByLabel("Search events").fill(text);
      await explorer.page.getByLabel("Search the timeline").fill(text);
    }
    await isIntact(explorer, server);
    await explorer.close();
    await server.close();
  });

  test("in links and as names of what is saved", async () => {
    const known = contract("call");
    const server = await FakeServer.start("call", [known]);
    const explorer = await Explorer.open(browser, server.page);
    for (const text of NAUGHTY) {
      const link = await linkOf(known, text);
      await explorer.page.evaluate((link) => {
        location.hash = link;
      }, link);
      await explorer.page.evaluate(() =>
        until(() => document.querySelector(".notice"), "the link is taken"),
      );
      await explorer.button(/^Saved/).click();
      await explorer.page.getByLabel("Name of the message").fill(text);
      await explorer.button("Save this one").click();
      await explorer.page.keyboard.press("Escape");
    }
    await explorer.button(/^Saved/).click();
    const named = await explorer.work
      .locator(".saved li > button:first-child")
      .count();
    assert.equal(named, NAUGHTY.length);
    await explorer.page.reload();
    await explorer.button(/^Saved/).click();
    assert.equal(
      await explorer.work.locator(".saved li").count(),
      NAUGHTY.length,
    );
    assert.equal(server.taken.length, 0);
    await isIntact(explorer, server);
    await explorer.page.evaluate(() => localStorage.clear());
    await explorer.close();
    await server.close();
  });
});

async function linkOf(known: Contract, text: string): Promise<string> {
  const made = await toFragment({
    v: 1,
    contract: known.name,
    hash: known.hash,
    namespace: "/",
    direction: "clientToServer",
    event: "message:send",
    args: [{ text, [text]: text }],
    note: text,
  });
  assert.ok("fragment" in made);
  return made.fragment;
}
