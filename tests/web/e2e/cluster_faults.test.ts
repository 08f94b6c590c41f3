// Two nodes and what goes wrong around them. Whoever runs this does what the
// lines say that begin with `>`: it owns the processes.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Person, person, until } from "./cluster.ts";

const people: Person[] = [];
afterEach(() => people.splice(0).forEach((person) => person.close()));

async function enter(
  name: string,
  node: number,
  room: string,
): Promise<Person> {
  const entered = await person(name, node, room);
  people.push(entered);
  return entered;
}

function please(command: string): void {
  console.log(`> ${command}`);
}

const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, number) => String(number));

test("a process that is no server emits to all nodes, and to the room alone", async () => {
  const ada = await enter("Ada", 0, "stage");
  const bob = await enter("Bob", 1, "stage");
  const oda = await enter("Oda", 0, "elsewhere");
  const pia = await enter("Pia", 1, "elsewhere");
  please("announce stage the play begins");
  for (const inside of [ada, bob]) {
    const { text } = await inside.next("announcement");
    assert.equal(text, "the play begins");
  }
  please("announce elsewhere nothing here");
  for (const outside of [oda, pia]) {
    const { text } = await outside.next("announcement");
    assert.equal(text, "nothing here");
  }
  assert.ok(!bob.unread().includes("announcement"));
});

test("a node is killed, and nobody else loses anything", async () => {
  const ada = await enter("Ada", 0, "busy");
  const bob = await enter("Bob", 0, "busy");
  const cleo = await enter("Cleo", 1, "busy");
  const dan = await enter("Dan", 1, "busy");
  const heard = ada.listen();
  const gone = new Promise<void>((resolve) =>
    cleo.socket.on("disconnect", () => resolve()),
  );

  // The dead node's clients talk for as long as they can.
  let talking = true;
  const doomed = (async () => {
    for (let number = 0; talking; number += 1) {
      await dan.say("busy", String(number)).catch(() => (talking = false));
    }
  })();
  // Questions to all nodes go on beside the messages.
  let asking = true;
  const asked = (async () => {
    const answers: string[][] = [];
    while (asking) answers.push(await bob.join("busy"));
    return answers;
  })();

  const count = 400;
  for (const number of numbers(count)) {
    if (number === "100") please("kill 1");
    if (number === "300") await gone;
    await bob.say("busy", number);
  }
  dan.close();
  talking = asking = false;
  await doomed;

  await until("all has been heard", () => heard("Bob").length >= count);
  assert.deepEqual(heard("Bob"), numbers(count));
  // What came of the dead node's clients came in order, up to some point.
  assert.deepEqual(heard("Dan"), numbers(heard("Dan").length));

  const answers = await asked;
  assert.deepEqual(answers[0], ["Ada", "Bob", "Cleo", "Dan"]);
  assert.deepEqual(await ada.join("busy"), ["Ada", "Bob"]);
  const vote = await ada.ask("vote:call", { room: "busy", question: "Alone?" });
  assert.deepEqual(vote, { ok: true, data: { votes: [], silent: 2 } });

  please("start 1");
  const eve = new Person("Eve", 1, {
    reconnection: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 50,
  });
  people.push(eve);
  await until("the node is there again", () => eve.socket.connected);
  assert.deepEqual(await eve.join("busy"), ["Ada", "Bob", "Eve"]);
  // Eve is the last whom she was told of.
  for (const name of ["Bob", "Cleo", "Dan", "Eve"]) {
    assert.equal((await ada.next("member:joined")).member.name, name);
  }
});

test("Redis stops and starts again", async () => {
  const ada = await enter("Ada", 0, "long");
  const bob = await enter("Bob", 0, "long");
  const cleo = await enter("Cleo", 1, "long");
  const near = bob.listen();
  const far = cleo.listen();
  const back = ada.listen();
  let sent = 0;
  const say = (): Promise<boolean> => ada.say("long", String(sent++));
  for (let before = 0; before < 20; before += 1)
    assert.equal(await say(), true);
  await until("the other node hears", () => far("Ada").length === 20);

  please("stop redis");
  await until("the sender is told", async () => !(await say()));
  for (let during = 0; during < 50; during += 1) {
    assert.equal(await say(), false);
  }
  // Its own node has heard all of it.
  await until("the same node hears", () => near("Ada").length === sent);
  // Questions to all nodes fail, and say so.
  for (const [event, data] of [
    ["chat:join", { room: "long" }],
    ["vote:call", { room: "long", question: "Anybody?" }],
  ] as const) {
    const answer = await ada.ask(event, data);
    const { error } = answer as { error?: { code: string } };
    assert.equal(
      error?.code,
      "other_nodes_unreachable",
      JSON.stringify(answer),
    );
  }
  const newcomer = await new Person("Newt", 1).connected();
  people.push(newcomer);

  please("start redis");
  await until("sending succeeds", say);
  await until("the other node hears again", async () => {
    const before = far("Ada").length;
    await say();
    return far("Ada").length > before;
  });
  let answer = 0;
  await until("and is heard", async () => {
    await cleo.say("long", String(answer++));
    return back("Cleo").length > 0;
  });

  // From here on nothing is lost.
  const resumed = sent;
  for (let after = 0; after < 50; after += 1) assert.equal(await say(), true);
  const late = numbers(sent).slice(resumed);
  await until("it is all there", () => far("Ada").at(-1) === late.at(-1));
  assert.deepEqual(far("Ada").slice(-late.length), late);
  await until("the same node has it too", () => near("Ada").length === sent);
  assert.deepEqual(near("Ada"), numbers(sent));
  // What was lost is what was sent while Redis was away, and nothing came late.
  assert.ok(far("Ada").length < sent - 50);
  assert.deepEqual(await newcomer.join("long"), ["Ada", "Bob", "Cleo", "Newt"]);
  please("announce long welcome back");
  for (const member of [ada, cleo]) {
    assert.equal((await member.next("announcement")).text, "welcome back");
  }
});
