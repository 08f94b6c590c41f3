// With keys: each call has an access token of its own, since one is good for half an hour and a page stays open for longer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Person } from "./person.ts";
import { Application } from "./servers.ts";

let app: Application;
let ada: Person;

before(async () => {
  app = await Application.start({ keys: true });
  ada = await Person.comes("Ada");
});
after(async () => {
  await ada?.leaves();
  await app?.end();
});

test("a page that was open for long has calls, and resumes them", async () => {
  const { page } = ada;
  await page.goto(`${app.web.url}/?session=token`);
  assert.equal(await page.getByText("No key of Hume").count(), 0);
  app.voice.type("expire");
  await app.voice.says("expired: 0");
  await ada.calls(`${app.web.url}/?session=token`);
  await app.voice.says("call begun: 1 now");

  // Half an hour later the voice connection is lost, and another call begins.
  app.voice.type("expire");
  await app.voice.says("expired: 1");
  app.voice.type("drop");
  await app.voice.says("call resumed: 1 now");
  await ada.sees("Voice", "Connected");
  await ada.ends();
  app.voice.type("expire");
  await app.voice.says("expired: 2");
  await page.getByRole("button", { name: "Start another call" }).click();
  await ada.sees("Room", "Joined");
  await app.voice.says("call begun", 2);
  await ada.ends();
  const refused = app.voice.lines.filter((line) => line.includes("refused"));
  assert.deepEqual(refused, []);
  ada.isContent();
});

test("a call without a token says why, and can be started again", async () => {
  const { page } = ada;
  await page.goto(`${app.web.url}/?session=token`);
  await app.voice.kill();
  await page.getByRole("button", { name: "Start call" }).click();
  await page.getByText(`${app.voice.url} cannot be reached`).waitFor();
  assert.equal(ada.connections, 2);
  await app.voice.start();
  await page.getByRole("button", { name: "Start another call" }).click();
  await ada.sees("Room", "Joined");
  ada.isContent(/502/);
});

test("a call that was cancelled before its token came does not begin", async () => {
  const { page } = ada;
  await page.goto(`${app.web.url}/?session=token`);
  let answer = () => {};
  const isAsked = new Promise((asked) => {
    void page.route("**/api/token", async (route) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
        asked(undefined);
      });
      await route.continue();
    });
  });
  const begun = app.voice.lines.filter((line) => line.includes("begun")).length;
  await page.getByRole("button", { name: "Start call" }).click();
  await isAsked;
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("Nothing was begun.").waitFor();
  const answered = page.waitForResponse("**/api/token");
  answer();
  await answered;
  await page.unroute("**/api/token");
  // The next one is the first that the service hears of.
  await page.getByRole("button", { name: "Start another call" }).click();
  await ada.sees("Room", "Joined");
  await ada.ends();
  await app.voice.says("call ended", begun + 1);
  const now = app.voice.lines.filter((line) => line.includes("begun")).length;
  assert.equal(now, begun + 1);
});

test("the token is nobody else's, and nothing keeps it", async () => {
  const answer = await fetch(`${app.web.url}/api/token`);
  assert.equal(answer.headers.get("cache-control"), "no-store");
  assert.equal(answer.headers.get("access-control-allow-origin"), null);
  const { accessToken } = (await answer.json()) as { accessToken: string };
  const page = await (await fetch(`${app.web.url}/?session=token`)).text();
  assert.ok(accessToken.length > 20);
  assert.doesNotMatch(page, /"secret"|"key"/);
});
