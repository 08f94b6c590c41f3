// Much of everything: long names and sessions, many people, texts in all directions, and many messages at once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type {
  ClientToServerEvents,
  ServerToClientEvents,
} from "../.generated/call.ts";
import { Client } from "../e2e/client.ts";
import { isAccessible } from "./accessible.ts";
import { Person } from "./person.ts";
import { Application } from "./servers.ts";

const ROOM = "r".repeat(64);
const NAMES = [
  "W".repeat(80),
  "مريم العربية",
  "👩‍👩‍👧‍👦 Family",
  "<b>bold</b>",
  "a\u202eb",
  "\u202e  ",
  ...Array.from({ length: 13 }, (_, number) => `Person ${String(number)}`),
];

type Other = Client<ServerToClientEvents, ClientToServerEvents>;

let app: Application;
let ada: Person;
const others: Other[] = [];

before(async () => {
  app = await Application.start();
  ada = await Person.comes("Maximiliane ".repeat(7).slice(0, 80));
});
after(async () => {
  for (const other of others) other.close();
  await ada?.leaves();
  await app?.end();
});

async function comes(name: string, room: string): Promise<Other> {
  const other: Other = new Client(
    "websocket",
    { auth: { name } },
    app.server.url,
  );
  await other.connected();
  await other.ask("join:room", { room });
  others.push(other);
  return other;
}

test("a long name and a long session have their places before a call", async () => {
  await ada.page.goto(`${app.web.url}/?session=${ROOM}`);
  await ada.page.getByLabel("Your name").fill(ada.name);
  await isAccessible(ada);
});

test("so have twenty people, and texts of all kinds", async () => {
  await ada.calls(`${app.web.url}/?session=${ROOM}`);
  for (const name of NAMES) await comes(name, ROOM);
  const [first, arab] = others;
  assert.ok(first && arab);
  await first.ask("message:send", { room: ROOM, text: "x".repeat(4000) });
  await arab.ask("message:send", { room: ROOM, text: "مرحبا، 123 hello" });
  await ada.writes("y".repeat(400));
  await ada.message("yyy").getByText("Delivered").waitFor();
  const text = ada.page.getByText("مرحبا، 123 hello");
  assert.equal(
    await text.evaluate((bubble) => getComputedStyle(bubble).direction),
    "rtl",
  );
  const people = await ada.people(20);
  // What turns text around is no part of a name, and a name of which nothing is seen is none.
  assert.ok(people.includes("ab"), people.join());
  assert.equal(people.filter((name) => name.startsWith("Guest ")).length, 1);
  assert.ok(people.includes("<b>bold</b>"));
  await isAccessible(ada);
});

test("the list is at its end when many messages come at once, and stays where somebody reads", async () => {
  const list = ada.page.getByRole("log", { name: "Messages" });
  const below = () =>
    list.evaluate((e) => e.scrollHeight - e.scrollTop - e.clientHeight);
  const [writer] = others;
  assert.ok(writer);
  const burst = (title: string) =>
    Promise.all(
      Array.from({ length: 100 }, (_, number) => {
        const text = `${title} ${String(number)}\n\n\n\n\n\nend`;
        return writer.ask("message:send", { room: ROOM, text });
      }),
    );
  await burst("First");
  await ada.message("First 99").waitFor();
  assert.ok((await below()) < 2, String(await below()));

  // A narrower page makes a longer list.
  await ada.page.setViewportSize({ width: 390, height: 844 });
  await ada.page.setViewportSize({ width: 1280, height: 800 });
  await burst("Second");
  await ada.message("Second 99").waitFor();
  assert.ok((await below()) < 2, String(await below()));

  await list.hover();
  await ada.page.mouse.wheel(0, -2000);
  await ada.page.waitForFunction(() => {
    const list = document.querySelector('[role="log"][tabindex]');
    const left = list && list.scrollHeight - list.scrollTop;
    return left !== null && left - (list?.clientHeight ?? 0) > 1000;
  });
  await burst("Third");
  await ada.message("Third 99").waitFor();
  assert.ok((await below()) > 1000, String(await below()));
});

test("who is in another room sees nothing of it", async () => {
  const outside = await comes("Outside", "another room");
  await ada.writes("In here");
  await ada.message("In here").getByText("Delivered").waitFor();
  await ada.page.getByRole("button", { name: "Wave" }).click();
  await ada.page.getByRole("img", { name: "Wave" }).waitFor();
  await ada.ends();
  await outside.ask("message:send", { text: "To everyone" });
  assert.equal((await outside.next("message:new")).text, "To everyone");
  assert.deepEqual(outside.received, ["welcome", "message:new"]);
  ada.isContent();
});
