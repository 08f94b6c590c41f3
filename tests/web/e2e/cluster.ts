// A member of the cluster example's chats, on one of the nodes under test.
import assert from "node:assert/strict";
import type {
  Ack,
  ChatJoinAck,
  ClientToServerEvents,
  Failure,
  Member,
  MessageSendAck,
  ServerToClientEvents,
} from "../.generated/cluster.ts";
import { Client } from "./client.ts";

/** Where the nodes are, by number. One node may stand for several. */
export const NODES = (process.env["NODES"] ?? "").split(",");

export class Person extends Client<ServerToClientEvents, ClientToServerEvents> {
  readonly name: string;

  constructor(name: string, node: number, options = {}) {
    const url = NODES[node] ?? assert.fail(`NODES has no node ${node}`);
    super("websocket", { auth: { name }, ...options }, url);
    this.name = name;
  }

  get member(): Member {
    return { id: this.socket.id ?? assert.fail("gone"), name: this.name };
  }

  /** Joins a chat, and returns the names of its members on all nodes. */
  async join(room: string): Promise<string[]> {
    const answer: Ack<ChatJoinAck, Failure> = await this.socket
      .timeout(10_000)
      .emitWithAck("chat:join", { room });
    assert.ok(answer.ok, JSON.stringify(answer));
    return answer.data.members.map((member) => member.name);
  }

  /** Sends a message, and returns whether all nodes were told. */
  async say(room: string, text: string): Promise<boolean> {
    const answer: Ack<MessageSendAck, Failure> = await this.socket
      .timeout(10_000)
      .emitWithAck("message:send", { room, text });
    assert.ok(answer.ok, JSON.stringify(answer));
    return answer.data.everywhere;
  }

  /** The texts of all messages from now on, by their sender's name. */
  listen(): (from: string) => string[] {
    const heard: [string, string][] = [];
    this.socket.on("message:new", ({ from, text }) => {
      heard.push([from.name, text]);
    });
    return (from) =>
      heard.filter(([name]) => name === from).map(([, text]) => text);
  }
}

/** A connected member of a chat. */
export async function person(
  name: string,
  node: number,
  room: string,
): Promise<Person> {
  const person = new Person(name, node);
  await person.connected();
  await person.join(room);
  return person;
}

/** Waits until something is so, which others have been asked to do. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await holds())) {
    assert.ok(Date.now() < deadline, `it never was so: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
