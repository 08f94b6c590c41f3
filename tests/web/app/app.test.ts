// The application as it is deployed, in real browsers: the guide's five steps, two people in one room, and bad days.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { Server } from "socket.io";
import type {
  ClientToServerEvents,
  ServerToClientEvents,
} from "../.generated/call.ts";
import { Client } from "../e2e/client.ts";
import { Person } from "./person.ts";
import { Application } from "./servers.ts";

/** What a browser says by itself of a server that is away for a while. */
const UNREACHABLE = /net::ERR_|WebSocket connection to/;

let app: Application;
const people: Person[] = [];

before(async () => {
  app = await Application.start();
});
after(() => app?.end());
afterEach(async () => {
  await Promise.all(people.splice(0).map((person) => person.leaves()));
});

async function comes(name: string, options?: { microphone: boolean }) {
  const person = await Person.comes(name, options);
  people.push(person);
  return person;
}

let rooms = 0;
function newRoom(): { room: string; address: string } {
  const room = `room-${String(++rooms)}`;
  return { room, address: `${app.web.url}/?session=${room}` };
}

/** Another client of the server, as the explorer is one. */
class Observer extends Client<ServerToClientEvents, ClientToServerEvents> {
  static async inRoom(room: string): Promise<Observer> {
    const auth = { name: "Observer" };
    const observer = new Observer("websocket", { auth }, app.server.url);
    await observer.connected();
    await observer.ask("join:room", { room });
    return observer;
  }
}

describe("the integration flow", () => {
  test("in its five steps", async () => {
    const { room, address } = newRoom();
    const observer = await Observer.inRoom(room);
    const ada = await comes("Ada");
    await ada.page.goto(address);
    await ada.page.getByLabel("Your name").fill("Ada");
    assert.equal(ada.connections, 0, "nothing is connected before a call");

    // 1 and 2: a call is started, the voice connects, and with it Socket.IO.
    await ada.page.getByRole("button", { name: "Start call" }).click();
    await ada.sees("Voice", "Connected");
    await ada.sees("Socket", "Connected");
    await app.voice.says("call begun: 1 now");

    // 3: it joins the room.
    await ada.sees("Room", "Joined");
    const joined = await observer.next("user:joined");
    assert.deepEqual([joined.room, joined.user.name], [room, "Ada"]);
    assert.deepEqual(await ada.people(2), ["Ada", "Observer"]);

    // 4: messages go both ways.
    await ada.writes("Hello observer");
    assert.equal((await observer.next("message:new")).text, "Hello observer");
    await ada.message("Hello observer").getByText("Delivered").waitFor();
    await observer.ask("message:send", { room, text: "Hello page" });
    await ada.message("Hello page").getByText("Observer").waitFor();

    // 5: the call ends, the room is left, and the connection ends.
    await ada.ends();
    const left = await observer.next("user:left");
    assert.deepEqual([left.room, left.user.id], [room, joined.user.id]);
    const header = ada.page.getByRole("banner");
    await header.getByText("Not connected").waitFor();
    await app.voice.says("call ended: 0 now");
    assert.equal(ada.connections, 1);

    // And all of it once more.
    await ada.page.getByRole("button", { name: "Start another call" }).click();
    await ada.sees("Room", "Joined");
    assert.notEqual((await observer.next("user:joined")).user.id, left.user.id);
    await ada.ends();
    ada.isContent();
    observer.close();
  });

  test("a call without a microphone connects nothing", async () => {
    const ada = await comes("Ada", { microphone: false });
    await ada.page.goto(newRoom().address);
    await ada.page.getByRole("button", { name: "Start call" }).click();
    await ada.page.getByText("The call could not go on").waitFor();
    await ada.page.getByRole("button", { name: "Start another" }).waitFor();
    assert.equal(ada.connections, 0);
    ada.isContent();
  });

  test("a page whose scripts are still under way takes nothing that would be lost", async () => {
    const { address } = newRoom();
    const ada = await comes("Ada");
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await ada.page.route(/\.js(\?|$)/, async (route) => {
      await released;
      await route.continue();
    });
    await ada.page.goto(address, { waitUntil: "commit" });
    const name = ada.page.getByLabel("Your name");
    const start = ada.page.getByRole("button", { name: "Start call" });
    await name.waitFor();
    assert.deepEqual(
      [await name.isDisabled(), await start.isDisabled()],
      [true, true],
    );
    release();
    await ada.calls(address);
    assert.ok((await ada.people(1)).includes("Ada"));
    await ada.leaves();
  });

  test("the pages' links lead back to the session, and disturb no call", async () => {
    const { address, room } = newRoom();
    const ada = await comes("Ada");
    await ada.calls(address);
    const pages = ada.page.getByRole("navigation", { name: "Pages" });
    await pages.getByRole("link", { name: "Call" }).click();
    await ada.writes("Still here");
    await ada.message("Still here").getByText("Delivered").waitFor();
    assert.equal(ada.page.url(), address);
    assert.equal(ada.connections, 1);

    const observer = await Observer.inRoom(room);
    await pages.getByRole("link", { name: "Connection" }).click();
    await observer.next("user:left");
    await pages.getByRole("link", { name: "Call" }).click();
    await ada.page.getByRole("button", { name: "Start call" }).waitFor();
    assert.equal(ada.page.url(), address);
    observer.close();
    ada.isContent();
  });

  test("a page that is loaded anew has left, and can come again", async () => {
    const { address, room } = newRoom();
    const observer = await Observer.inRoom(room);
    const ada = await comes("Ada");
    await ada.calls(address);
    const { user } = await observer.next("user:joined");
    await ada.page.reload();
    assert.equal((await observer.next("user:left")).user.id, user.id);
    await ada.page.getByRole("button", { name: "Start call" }).click();
    await ada.sees("Room", "Joined");
    assert.notEqual((await observer.next("user:joined")).user.id, user.id);
    assert.deepEqual(await ada.people(2), ["Ada", "Observer"]);
    observer.close();
    ada.isContent();
  });

  test("a page without a session gets one, which is in its address", async () => {
    const ada = await comes("Ada");
    await ada.page.goto(app.web.url);
    const session = new URL(ada.page.url()).searchParams.get("session");
    assert.match(session ?? "", /^[\da-f]{8}$/);
    await ada.page.getByText(session ?? "").waitFor();
    await ada.page.goto(`${app.web.url}/?session=${"x".repeat(65)}`);
    const other = new URL(ada.page.url()).searchParams.get("session");
    assert.match(other ?? "", /^[\da-f]{8}$/);
  });
});

describe("two people", () => {
  test("see each other, their messages, and who is typing, until one closes the tab", async () => {
    const { address } = newRoom();
    const [ada, bo] = await Promise.all([comes("Ada Lovelace"), comes("Bo")]);
    await ada.calls(address);
    await bo.calls(ada.page.url());
    const both = ["Ada Lovelace", "Bo"];
    assert.deepEqual(await ada.people(2), both);
    assert.deepEqual(await bo.people(2), both);
    await ada.note("Bo joined").waitFor();

    await ada.writes("Are you there?");
    await bo.message("Are you there?").getByText("Ada Lovelace").waitFor();
    await bo.writes('<b>Yes</b> & "no"');
    await ada.message('<b>Yes</b> & "no"').getByText("Bo").waitFor();
    const own = ada.message("Are you there?");
    assert.equal(await own.count(), 1, "one's own message is there once");

    const isTyping = ada.page.getByText("Bo is typing");
    await bo.field().pressSequentially("Well");
    await isTyping.waitFor();
    assert.equal(await bo.page.getByText("is typing").count(), 0);
    await bo.field().fill("");
    await isTyping.waitFor({ state: "hidden" });
    await bo.field().pressSequentially("Well, ");
    await isTyping.waitFor();
    await bo.field().press("Enter");
    await ada.message("Well,").waitFor();
    await isTyping.waitFor({ state: "hidden" });

    await bo.page.getByRole("button", { name: "Wave" }).click();
    const reactions = ada.page.getByRole("log", { name: "Reactions" });
    await reactions.getByRole("img", { name: "Wave" }).waitFor();
    await reactions.getByText("Bo").waitFor();

    bo.isContent();
    await bo.leaves();
    people.splice(people.indexOf(bo), 1);
    await ada.note("Bo left").waitFor();
    assert.deepEqual(await ada.people(1), ["Ada Lovelace"]);
    ada.isContent();
  });
});

describe("bad days", () => {
  test("the server is killed in mid-call and comes again, and everything with it", async () => {
    const { room, address } = newRoom();
    const [ada, bo] = await Promise.all([comes("Ada"), comes("Bo")]);
    await Promise.all([ada.calls(address), bo.calls(address)]);
    await ada.writes("Before");
    await bo.message("Before").waitFor();

    await app.server.kill();
    await ada.page.getByText("The server cannot be reached.").waitFor();
    await ada.sees("Voice", "Connected");
    await ada.writes("Meanwhile");
    await ada.message("Meanwhile").getByText("Waiting").waitFor();

    await app.server.start();
    await Promise.all([ada.sees("Room", "Joined"), bo.sees("Room", "Joined")]);
    await ada.message("Meanwhile").getByText("Delivered").waitFor();
    assert.deepEqual(await ada.people(2), ["Ada", "Bo"]);
    assert.deepEqual(await bo.people(2), ["Ada", "Bo"]);
    await ada.message("Before").waitFor();
    await bo.message("Before").waitFor();
    await bo.writes("After");
    await ada.message("After").waitFor();
    await bo.field().pressSequentially("…");
    await ada.page.getByText("Bo is typing").waitFor();
    const observer = await Observer.inRoom(room);
    await ada.writes("Heard once");
    assert.equal((await observer.next("message:new")).text, "Heard once");
    const others = observer.unread().filter((event) => event === "message:new");
    assert.deepEqual(others, []);
    observer.close();
    ada.isContent(UNREACHABLE);
  });

  test("a server that says that it stops is waited for", async () => {
    const ada = await comes("Ada");
    await ada.calls(newRoom().address);
    await app.server.stop();
    await ada.page.getByText("The server is restarting.").waitFor();
    await app.server.start();
    await ada.sees("Room", "Joined");
    const notice = ada.page.getByText("The server is restarting.");
    await notice.waitFor({ state: "hidden" });
    ada.isContent(UNREACHABLE);
  });

  test("a message that was not answered is shown as such, and sent again", async () => {
    const { room, address } = newRoom();
    const ada = await comes("Ada");
    await ada.calls(address);
    app.server.freeze();
    await ada.writes("Into the dark");
    await ada.message("Into the dark").getByText("Sending").waitFor();
    await app.server.kill();
    await ada.message("Into the dark").getByText("Not delivered").waitFor();
    await app.server.start();
    const observer = await Observer.inRoom(room);
    await ada.page.getByRole("button", { name: "Send again" }).click();
    await ada.message("Into the dark").getByText("Delivered").waitFor();
    assert.equal((await observer.next("message:new")).text, "Into the dark");
    observer.close();
    ada.isContent(UNREACHABLE);
  });

  test("a message whose answer was late was delivered after all", async () => {
    const { address, room } = newRoom();
    const observer = await Observer.inRoom(room);
    const ada = await comes("Ada");
    await ada.calls(address);
    app.server.freeze();
    try {
      await ada.writes("Slow");
      await ada.message("Slow").getByText("Not delivered").waitFor();
    } finally {
      app.server.thaw();
    }
    await ada.message("Slow").getByText("Delivered").waitFor();
    assert.equal(await ada.message("Slow").count(), 1);
    const again = ada.page.getByRole("button", { name: "Send again" });
    assert.equal(await again.count(), 0);
    assert.equal((await observer.next("message:new")).text, "Slow");
    observer.close();
    ada.isContent();
  });

  test("a voice connection that comes and goes makes no second connection", async () => {
    const { room, address } = newRoom();
    const observer = await Observer.inRoom(room);
    const ada = await comes("Ada");
    await ada.calls(address);
    await observer.next("user:joined");
    await ada.page.getByRole("button", { name: "Mute" }).click();
    for (let time = 1; time <= 3; time++) {
      app.voice.type("drop");
      // The same conversation, of which the page says by itself.
      await app.voice.says("call resumed", time);
      await ada.sees("Voice", "Connected");
    }
    await ada.page.getByRole("button", { name: "Muted" }).waitFor();
    await ada.writes("Still here");
    assert.equal((await observer.next("message:new")).text, "Still here");
    assert.equal(ada.connections, 1);
    // Nobody came or went since.
    const moves = observer.received.filter((event) => /^user:/.test(event));
    assert.deepEqual(moves, ["user:joined"]);
    observer.close();
    ada.isContent();
  });

  test("when the voice does not come again the call has failed, and the connection ends", async () => {
    const { room, address } = newRoom();
    const observer = await Observer.inRoom(room);
    const ada = await comes("Ada");
    await ada.calls(address);
    await app.voice.kill();
    await ada.page.getByText("The call could not go on").waitFor();
    await observer.next("user:left");
    await ada.page.getByRole("banner").getByText("Not connected").waitFor();
    await app.voice.start();
    await ada.page.getByRole("button", { name: "Start another call" }).click();
    await ada.sees("Room", "Joined");
    observer.close();
    ada.isContent(UNREACHABLE);
  });

  test("after the server has ended the connection somebody has to want it again", async () => {
    const ada = await comes("Ada");
    await ada.calls(newRoom().address);
    const { port } = new URL(app.server.url);
    await app.server.kill();
    const cors = { origin: app.web.url };
    const strict = new Server(Number(port), { cors });
    let kicks = 1;
    strict.on("connection", (socket) => {
      socket.on("join:room", (_payload: unknown, answer: Function) => {
        if (kicks-- > 0) socket.disconnect();
        else answer({ ok: true, data: { members: [{ id: socket.id }] } });
      });
    });
    await ada.page.getByText("The server ended this connection.").waitFor();
    await ada.sees("Socket", "Ended by the server");
    await ada.page.getByRole("button", { name: "Connect again" }).click();
    await ada.sees("Room", "Joined");
    await ada.ends();
    await ada.page.getByRole("banner").getByText("Not connected").waitFor();
    await strict.close();
    await app.server.start();
    ada.isContent(UNREACHABLE);
  });
});

test("there is one connection, whichever page asks for it", async () => {
  const ada = await comes("Ada");
  await ada.page.goto(`${app.web.url}/connection`);
  await ada.page.getByRole("button", { name: "Connect" }).click();
  const id = ada.page.getByTestId("socket-id");
  await id.filter({ hasText: /^[\w-]{16,}$/ }).waitFor();
  const known = await id.textContent();
  await ada.page.getByRole("button", { name: "Greet everyone" }).click();
  await ada.page.getByText("Hello everyone!").waitFor();

  // By links, so that the page is the same one all the time.
  await ada.page.getByRole("link", { name: "Call" }).click();
  await ada.page.getByRole("button", { name: "Start call" }).click();
  await ada.sees("Room", "Joined");
  await ada.ends();
  await ada.page.getByRole("link", { name: "Connection" }).click();
  await id.waitFor();
  assert.equal(await id.textContent(), known);
  assert.equal(ada.connections, 1);
  await ada.page.getByRole("button", { name: "Disconnect" }).click();
  await ada.page.getByText("none yet").waitFor();
  ada.isContent();
});
