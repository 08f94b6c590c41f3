// Engine.IO and Socket.IO themselves, frame by frame, on a generated server that
// sends back what it receives. Its intervals are short: see its own file.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import {
  Polling,
  Wire,
  handshake,
  request,
  type Answer,
  type Handshake,
} from "./wire.ts";

const open: Wire[] = [];

function kept(wire: Wire): Wire {
  open.push(wire);
  return wire;
}

afterEach(() => open.splice(0).forEach((wire) => wire.close()));

/** A WebSocket with the engine's session behind it. */
async function engine(): Promise<Wire> {
  return kept((await Wire.open()).wire);
}

/** The same, connected to a namespace. */
async function connected(namespace = "/"): Promise<Wire> {
  const wire = await engine();
  await connect(wire, namespace);
  return wire;
}

/** What stands in a packet of a namespace between its type and its data. */
const prefix = (namespace: string) =>
  namespace === "/" ? "" : `${namespace},`;

/** Connects to a namespace; returns the socket's id and what the server read in `auth`. */
async function connect(wire: Wire, namespace: string, auth = "") {
  const nsp = prefix(namespace);
  wire.send(`40${nsp}${auth}`);
  const accepted = String(await wire.packet());
  assert.ok(accepted.startsWith(`40${nsp}{`), accepted);
  const data = JSON.parse(accepted.slice(2 + nsp.length)) as { sid: string };
  assert.deepEqual(Object.keys(data), ["sid"]);
  assert.match(data.sid, /^\S+$/);
  const event = String(await wire.packet());
  assert.ok(event.startsWith(`42${nsp}["auth",`), event);
  const [, read] = JSON.parse(event.slice(2 + nsp.length)) as unknown[];
  return { sid: data.sid, read };
}

/** A session over HTTP that is connected to the main namespace. */
async function polling(): Promise<Polling> {
  const session = await Polling.open();
  assert.equal((await session.post("40")).status, 200);
  let seen = "";
  while (!seen.includes('42["auth",')) seen += (await session.poll()).text;
  return session;
}

/** The engine's refusal: a status, and a code that says why. */
function refusal(answer: Answer): [status: number, code: unknown] {
  return [answer.status, (JSON.parse(answer.text) as { code: unknown }).code];
}

/** A session that has become a WebSocket, as an answer through it says. */
async function upgraded(session: Polling): Promise<Wire> {
  const wire = await kept(session.upgrade()).opened();
  wire.send("2probe");
  assert.equal(await wire.packet(), "3probe");
  wire.send("5");
  await connect(wire, "/");
  return wire;
}

/** The options of a session on the server under test. */
function checkOptions(options: Handshake, upgrades: string[]): void {
  const { sid, ...rest } = options;
  assert.match(sid, /^\S+$/);
  assert.deepEqual(rest, {
    upgrades,
    pingInterval: 1500,
    pingTimeout: 2500,
    maxPayload: 1_000_000,
  });
}

const UNKNOWN_TRANSPORT = [400, "0"];
const UNKNOWN_SESSION = [400, "1"];
const BAD_METHOD = [400, "2"];
const UNSUPPORTED_VERSION = [400, "5"];

/** Binary data as it stands in the text of a packet. */
const placeholder = (num: number) => `{"_placeholder":true,"num":${num}}`;
const FIRST = Uint8Array.of(0, 1, 254, 255);
const SECOND = Uint8Array.of(7);

describe("engine: opening", () => {
  test("a request opens a session and says what it offers", async () => {
    const answer = await request({ EIO: "4", transport: "polling" });
    assert.equal(answer.status, 200);
    checkOptions(handshake(answer.text), ["websocket"]);
  });

  test("a WebSocket opens a session, with nothing left to upgrade to", async () => {
    const { wire, handshake } = await Wire.open();
    kept(wire);
    checkOptions(handshake, []);
  });

  test("every session has an id of its own", async () => {
    const ids = new Set<string>();
    for (let i = 0; i < 10; i++) {
      const { wire, handshake } = await Wire.open();
      kept(wire);
      ids.add(handshake.sid);
      ids.add((await Polling.open()).handshake.sid);
    }
    assert.equal(ids.size, 20);
  });

  const versions = [{}, { EIO: "abc" }, { EIO: "3" }, { EIO: "" }];

  test("a request of another version is refused", async () => {
    for (const version of versions) {
      const answer = await request({ transport: "polling", ...version });
      assert.deepEqual(refusal(answer), UNSUPPORTED_VERSION);
    }
  });

  test("a WebSocket of another version is refused", async () => {
    for (const version of versions) {
      const status = await Wire.refused({ transport: "websocket", ...version });
      assert.equal(status, 400);
    }
  });

  const transports = [{}, { transport: "carrier-pigeon" }, { transport: "" }];

  test("a request for an unknown transport is refused", async () => {
    for (const transport of transports) {
      const answer = await request({ EIO: "4", ...transport });
      assert.deepEqual(refusal(answer), UNKNOWN_TRANSPORT);
    }
  });

  test("a WebSocket for an unknown transport is refused", async () => {
    for (const transport of transports) {
      const status = await Wire.refused({ EIO: "4", ...transport });
      assert.equal(status, 400);
    }
  });

  test("no other method than GET opens a session", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      const answer = await request({ EIO: "4", transport: "polling" }, method);
      assert.deepEqual(refusal(answer), BAD_METHOD, method);
    }
  });

  test("a session that nobody has opened is unknown, to both transports", async () => {
    for (const sid of ["AAAAAAAAAAAAAAAA", "short", "é", "x".repeat(5000)]) {
      const polled = { EIO: "4", transport: "polling", sid };
      assert.deepEqual(refusal(await request(polled)), UNKNOWN_SESSION, sid);
      const post = await request(polled, "POST", "40");
      assert.deepEqual(refusal(post), UNKNOWN_SESSION, sid);
      const wire = kept(new Wire({ sid }));
      assert.deepEqual(await wire.ended({ heartbeats: "ignored" }), [], sid);
    }
  });
});

describe("engine: heartbeat", () => {
  test("answered, it keeps polling alive", async () => {
    const session = await polling();
    for (let beat = 0; beat < 4; beat++) {
      assert.equal((await session.post("3")).status, 200);
      assert.deepEqual(await session.poll(), { status: 200, text: "2" });
    }
  });

  test("unanswered, it ends polling", async () => {
    const session = await Polling.open();
    const last = await session.poll();
    assert.deepEqual(last, { status: 200, text: "1" });
    assert.deepEqual(refusal(await session.poll()), UNKNOWN_SESSION);
    assert.deepEqual(refusal(await session.post("3")), UNKNOWN_SESSION);
  });

  test("answered, it keeps a WebSocket alive", async () => {
    const wire = await connected();
    for (let beat = 0; beat < 4; beat++) {
      assert.equal(await wire.frame(), "2");
      wire.send("3");
    }
    wire.send('421["message-with-ack","still here"]');
    assert.equal(await wire.packet(), '431["still here"]');
  });

  test("unanswered, it ends a WebSocket", async () => {
    const wire = await connected();
    await wire.ended({ heartbeats: "ignored" });
  });
});

describe("engine: closing", () => {
  test("a close packet ends polling, the request in the air too", async () => {
    const session = await Polling.open();
    // On the wire before the close is: both are in the order in which a client can know them.
    const polled = session.poll();
    const closed = await session.post("1");
    assert.equal(closed.status, 200);
    assert.deepEqual(await polled, { status: 200, text: "6" });
    assert.deepEqual(refusal(await session.poll()), UNKNOWN_SESSION);
  });

  test("a close packet ends a WebSocket", async () => {
    const wire = await engine();
    wire.send("1");
    await wire.ended({ heartbeats: "answered" });
  });

  test("who connects to no namespace is closed, however alive", async () => {
    const wire = await engine();
    await wire.ended({ heartbeats: "answered" });
  });

  test("a second poll beside the first ends the session", async () => {
    const session = await Polling.open();
    const both = await Promise.all([session.poll(), session.poll()]);
    const statuses = both.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [200, 400], JSON.stringify(both));
    assert.deepEqual(refusal(await session.poll()), UNKNOWN_SESSION);
  });

  test("what is no packet at all is refused", async () => {
    for (const body of ["x", "9", "40\u001e?"]) {
      const session = await Polling.open();
      assert.equal((await session.post(body)).status, 400, body);
    }
  });
});

describe("engine: bytes that are no text", () => {
  for (const bytes of [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80]]) {
    test(`${bytes}, posted, are refused, and harm nobody`, async () => {
      const other = await connected();
      const session = await polling();
      const head = Buffer.from('421["json-with-ack","');
      const body = Uint8Array.of(...head, ...bytes, ...Buffer.from('"]'));
      assert.equal((await session.post(body)).status, 400);
      other.send('421["json-with-ack","unharmed"]');
      assert.equal(await other.packet(), '431[{"ok":true,"data":"unharmed"}]');
    });
  }
});

describe("engine: upgrading", () => {
  test("a session goes over from polling to a WebSocket", async () => {
    const session = await Polling.open();
    const wire = await upgraded(session);
    wire.send('421["message-with-ack",1]');
    assert.equal(await wire.packet(), "431[1]");
  });

  test("what was connected before goes over with it", async () => {
    const session = await polling();
    const wire = await kept(session.upgrade()).opened();
    wire.send("2probe");
    assert.equal(await wire.packet(), "3probe");
    wire.send("5", '421["message-with-ack",1]');
    assert.equal(await wire.packet(), "431[1]");
  });

  test("polls in between are answered with nothing", async () => {
    const session = await Polling.open();
    const wire = await kept(session.upgrade()).opened();
    for (let i = 0; i < 5; i++) {
      assert.deepEqual(await session.poll(), { status: 200, text: "6" });
    }
    wire.send("2probe", "5");
    assert.equal(await wire.packet(), "3probe");
    await connect(wire, "/");
  });

  test("after it there is no polling any more", async () => {
    const session = await Polling.open();
    const wire = await upgraded(session);
    assert.equal((await session.poll()).status, 400);
    assert.equal((await session.post("3")).status, 400);
    wire.send('421["message-with-ack","unharmed"]');
    assert.equal(await wire.packet(), '431["unharmed"]');
  });

  test("after it there is no second WebSocket", async () => {
    const session = await Polling.open();
    const wire = await upgraded(session);
    const second = kept(session.upgrade());
    assert.deepEqual(await second.ended({ heartbeats: "ignored" }), []);
    wire.send('421["message-with-ack","unharmed"]');
    assert.equal(await wire.packet(), '431["unharmed"]');
  });
});

for (const namespace of ["/", "/custom"]) {
  const nsp = prefix(namespace);

  describe(`connecting to ${namespace}`, () => {
    test("without a word", async () => {
      const { read } = await connect(await engine(), namespace);
      assert.deepEqual(read, {});
    });

    test("with auth", async () => {
      const auth = { token: "123", nested: [{ deep: null }] };
      const text = JSON.stringify(auth);
      const { read } = await connect(await engine(), namespace, text);
      assert.deepEqual(read, auth);
    });

    test("a client that disconnects is gone", async () => {
      const wire = await connected(namespace);
      wire.send(`41${nsp}`);
      // Nobody is there any more who could answer. Both ends take such a packet for an error of the whole connection.
      wire.send(`42${nsp}1["message-with-ack",1]`);
      assert.deepEqual(await closedBy(wire), []);
    });

    test("a client that disconnects may come back at once", async () => {
      const wire = await connected(namespace);
      wire.send(`41${nsp}`);
      await connect(wire, namespace);
      wire.send(`42${nsp}1["message-with-ack",1]`);
      assert.equal(await wire.packet(), `43${nsp}1[1]`);
    });

    test("a client that disconnects leaves the connection to others", async () => {
      const wire = await connected(namespace);
      const other = namespace === "/" ? "/custom" : "/";
      await connect(wire, other);
      wire.send(`41${nsp}`, `42${prefix(other)}["message","to the other",1]`);
      const back = `42${prefix(other)}["message-back","to the other",1]`;
      assert.equal(await wire.packet(), back);
    });
  });

  describe(`events of ${namespace}`, () => {
    const DATA = '1,"2",{"3":[true,null]}';
    const BINARY = `${placeholder(0)},{"inside":[${placeholder(1)}]},"text"`;

    test("text", async () => {
      const wire = await connected(namespace);
      wire.send(`42${nsp}["message",${DATA}]`);
      assert.equal(await wire.packet(), `42${nsp}["message-back",${DATA}]`);
    });

    test("with attachments", async () => {
      const wire = await connected(namespace);
      wire.send(`452-${nsp}["message",${BINARY}]`, FIRST, SECOND);
      assert.deepEqual(await wire.packets(3), [
        `452-${nsp}["message-back",${BINARY}]`,
        FIRST,
        SECOND,
      ]);
    });

    test("text that asks for an ack", async () => {
      const wire = await connected(namespace);
      wire.send(`42${nsp}456["message-with-ack",${DATA}]`);
      assert.equal(await wire.packet(), `43${nsp}456[${DATA}]`);
    });

    test("attachments that ask for an ack", async () => {
      const wire = await connected(namespace);
      wire.send(`452-${nsp}789["message-with-ack",${BINARY}]`, FIRST, SECOND);
      assert.deepEqual(await wire.packets(3), [
        `462-${nsp}789[${BINARY}]`,
        FIRST,
        SECOND,
      ]);
    });

    test("the server asks, and has its answer", async () => {
      const wire = await connected(namespace);
      wire.send(`42${nsp}["emit-with-ack",${DATA}]`);
      const id = questionId(await wire.packet(), `42${nsp}`, DATA);
      wire.send(`43${nsp}${id}["an answer",${DATA}]`);
      const told = `42${nsp}["emit-with-ack","an answer",${DATA}]`;
      assert.equal(await wire.packet(), told);
    });

    test("the server asks with attachments, and has its answer", async () => {
      const wire = await connected(namespace);
      wire.send(`452-${nsp}["emit-with-ack",${BINARY}]`, FIRST, SECOND);
      const [question, ...asked] = await wire.packets(3);
      const id = questionId(question, `452-${nsp}`, BINARY);
      assert.deepEqual(asked, [FIRST, SECOND]);
      wire.send(`462-${nsp}${id}[${BINARY}]`, SECOND, FIRST);
      assert.deepEqual(await wire.packets(3), [
        `452-${nsp}["emit-with-ack",${BINARY}]`,
        SECOND,
        FIRST,
      ]);
    });
  });
}

/** The id in the server's question. */
function questionId(
  frame: string | Uint8Array | undefined,
  head: string,
  data: string,
): string {
  const text = String(frame);
  assert.ok(text.startsWith(head), text);
  const [, id, rest] = /^(\d+)(.*)$/.exec(text.slice(head.length)) ?? [];
  assert.equal(rest, `["emit-with-ack",${data}]`, text);
  return id ?? "";
}

describe("what is not Socket.IO", () => {
  test("a namespace that nobody has is refused, and the connection lives", async () => {
    const wire = await engine();
    wire.send("40/random,");
    const refused = '44/random,{"message":"Invalid namespace"}';
    assert.equal(await wire.packet(), refused);
    await connect(wire, "/");
  });

  test("instead of a connect it ends the connection", async () => {
    for (const text of ["4abc", "4", "49"]) {
      const wire = await engine();
      wire.send(text);
      assert.deepEqual(await closedBy(wire), [], text);
    }
  });

  test("an event before the connect ends the connection", async () => {
    const wire = await engine();
    wire.send('42["message",1]');
    assert.deepEqual(await closedBy(wire), []);
  });

  for (const [what, text] of [
    ["a packet of no type", "4abc"],
    ["a payload that is no list", "42{}"],
    ["an ack's id that is no number", '42abc["message-with-ack",1]'],
  ] as const) {
    test(`${what} ends the connection`, async () => {
      const wire = await connected();
      wire.send(text);
      assert.deepEqual(await closedBy(wire), []);
    });
  }
});

/** What was sent before the server ended it, but for the engine's own close packet. */
async function closedBy(wire: Wire): Promise<unknown[]> {
  const before = await wire.ended({ heartbeats: "answered" });
  return before.filter((frame) => frame !== "1");
}
