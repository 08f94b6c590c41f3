// One call: as much of the voice service's protocol as its SDK for React needs to have a conversation.
//
// The SDK counts as connected once `chat_metadata` has come. It sends what the microphone hears as binary messages,
// and all else as JSON. What the assistant says is an `assistant_message` and its audio, `audio_output`, by one id:
// the SDK shows the text when it plays the audio.
import { randomUUID } from "node:crypto";
import { melody } from "./audio.js";

/**
 * What is said of itself, one a turn. None of it is made from what was heard.
 *
 * @type {[question: string, answer: string][]}
 */
const TURNS = [
  [
    "Hello?",
    "Hello! I am the stand-in for the voice service: I play tones, and my words are always the same.",
  ],
  [
    "What is the chat beside us?",
    "A room of the Socket.IO server. Everybody with this link sees the same messages.",
  ],
  [
    "Who wrote its types?",
    "Nobody. They are generated from call.sockgen.yaml, as the server's handlers are.",
  ],
  [
    "And without a key?",
    "Without a key you have me. With one in .env.local you would talk to the real service.",
  ],
];

const CHORDS = [
  [392, 494, 587],
  [440, 523, 659],
  [349, 440, 523],
  [523, 494, 392],
];

/** Audio is sent every 100 ms, so this is some six seconds of it. */
const MESSAGES_A_TURN = 60;

export class Chat {
  #socket;
  #turn = 0;
  #heard = 0;
  #isQuiet;

  /**
   * @param {import("ws").WebSocket} socket
   * @param {{ group: string | null, isQuiet: boolean }} options `group`: the conversation that goes on, if it is one
   */
  constructor(socket, { group, isQuiet }) {
    this.#socket = socket;
    this.#isQuiet = isQuiet;
    socket.on("message", (data, isBinary) => {
      if (isBinary) this.#hear();
      else this.#read(String(data));
    });
    this.#send({
      type: "chat_metadata",
      chat_group_id: group ?? randomUUID(),
      chat_id: randomUUID(),
      request_id: randomUUID(),
    });
  }

  /**
   * The assistant says something.
   *
   * @param {string} text
   */
  say(text) {
    const id = randomUUID();
    this.#send({
      type: "assistant_message",
      id,
      from_text: false,
      is_quick_response: false,
      message: { role: "assistant", content: text },
      models: {},
    });
    const tones = CHORDS[this.#turn % CHORDS.length] ?? [];
    const data = melody(tones);
    this.#send({ type: "audio_output", id, index: 0, data });
    this.#send({ type: "assistant_end" });
  }

  /**
   * The assistant has understood something that the person said.
   *
   * @param {string} text
   * @param {boolean} fromText whether it was written
   */
  understand(text, fromText = false) {
    this.#send({
      type: "user_message",
      from_text: fromText,
      interim: false,
      message: { role: "user", content: text },
      models: {},
      time: { begin: 0, end: 1000 },
    });
  }

  /**
   * Tells of a problem, after which the service usually closes.
   *
   * @param {string} message
   */
  complain(message) {
    this.#send({ type: "error", code: "E0000", slug: "stand_in", message });
  }

  /**
   * Ends the connection, as a service or a network does that has a bad day.
   *
   * @param {number} code of WebSocket's
   */
  drop(code) {
    this.#socket.close(code, "told to");
  }

  #hear() {
    this.#heard += 1;
    const isTurn = this.#heard % MESSAGES_A_TURN === 20;
    if (!isTurn || this.#isQuiet) return;
    const [question, answer] = TURNS[this.#turn % TURNS.length] ?? ["", ""];
    this.understand(question);
    this.say(answer);
    this.#turn += 1;
  }

  /** @param {string} text */
  #read(text) {
    const message = parse(text);
    if (message?.type !== "user_input") return;
    const said = String(message.text ?? "");
    this.understand(said, true);
    this.say(`You wrote: ${said}`);
  }

  /** @param {Record<string, unknown>} message */
  #send(message) {
    // It may be closing; who is there again has a chat of its own.
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(JSON.stringify(message));
  }
}

/**
 * @param {string} text
 * @returns {{ type?: unknown, text?: unknown } | null}
 */
function parse(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
