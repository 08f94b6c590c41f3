// The cluster example's handlers: on two nodes as on one.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Person, person } from "./cluster.ts";

const people: Person[] = [];
after(() => people.forEach((person) => person.close()));

async function enter(
  name: string,
  node: number,
  room: string,
): Promise<Person> {
  const entered = await person(name, node, room);
  people.push(entered);
  return entered;
}

test("members on different nodes see each other", async () => {
  const outsider = await enter("Oda", 1, "elsewhere");
  const ada = await enter("Ada", 0, "hall");
  assert.deepEqual(await ada.join("hall"), ["Ada"]);

  const bob = new Person("Bob", 1);
  people.push(bob);
  await bob.connected();
  const answer = await bob.socket.emitWithAck("chat:join", { room: "hall" });
  assert.deepEqual(answer, {
    ok: true,
    data: { members: [ada.member, bob.member] },
  });
  const joined = await ada.next("member:joined");
  assert.deepEqual(joined, { room: "hall", member: bob.member });

  assert.equal(await ada.say("hall", "hello"), true);
  const heard = await bob.next("message:new");
  assert.deepEqual(heard, { room: "hall", from: ada.member, text: "hello" });
  assert.equal(await bob.say("hall", "hello back"), true);
  assert.equal((await ada.next("message:new")).text, "hello back");

  const { member } = bob;
  bob.close();
  assert.deepEqual(await ada.next("member:left"), { room: "hall", member });
  assert.deepEqual(await ada.join("hall"), ["Ada"]);

  // What the outsider would have got came before this.
  const other = await enter("Pia", 0, "elsewhere");
  await other.say("elsewhere", "marker");
  assert.deepEqual(await outsider.before("message:new"), ["member:joined"]);
});

test("who is not in a chat cannot write there", async () => {
  const ada = await enter("Ada", 0, "closed");
  const bob = await enter("Bob", 1, "elsewhere");
  const answer = await bob.ask("message:send", { room: "closed", text: "hi" });
  const { ok, error } = answer as { ok: boolean; error: { code: string } };
  assert.deepEqual([ok, error.code], [false, "not_a_member"]);
  const after = await bob.ask("message:send", { room: "elsewhere" });
  assert.equal((after as { ok: boolean }).ok, false);
  assert.deepEqual(ada.unread(), []);
});

test("clients of all nodes are asked, and each answers for itself", async () => {
  const ada = await enter("Ada", 0, "votes");
  const bob = await enter("Bob", 1, "votes");
  // Hears the question and does not answer it.
  await enter("Mute", 1, "votes");
  const outsider = await enter("Oda", 1, "elsewhere");
  ada.socket.on("vote:cast", (_, ack) =>
    ack({ ok: true, data: { yes: true } }),
  );
  bob.socket.on("vote:cast", (_, ack) =>
    ack({ ok: true, data: { yes: false } }),
  );

  const answer = await ada.socket.emitWithAck("vote:call", {
    room: "votes",
    question: "More nodes?",
  });
  assert.ok(answer.ok, JSON.stringify(answer));
  const votes = new Map(
    answer.data.votes.map(({ member, yes }) => [member, yes]),
  );
  const expected = [
    [ada.member.id, true] as const,
    [bob.member.id, false] as const,
  ];
  assert.deepEqual(votes, new Map(expected));
  assert.equal(answer.data.silent, 1);
  assert.ok(!outsider.unread().includes("vote:cast"));
});
