// A value of each payload that fits, and one that does not.
const user = { id: "u-1", name: "Ada Lovelace" };
const room = "session-123";
const message = {
  id: "5976177b-3c24-4bb0-a4c6-0c0f0ff1d1ce",
  text: "Hello, how is everybody today?",
  room,
  from: user,
  at: "2026-01-31T12:00:00.000Z",
};
const doc = {
  createdAt: "2026-01-31T12:00:00.000Z",
  updatedAt: null,
  id: "doc-1",
  title: "Minutes of the meeting",
  kind: "text",
  tags: ["minutes", "2026", "board"],
  role: "editor",
  type: "note",
  nickname: null,
  meta: { pages: 3, by: ["Ada", "Grace"], draft: { of: "doc-0" } },
  position: [12.5, 0.25],
  cursor: { line: 10, column: 4 },
  marks: [
    { from: 0, to: 12 },
    { from: 20, to: 31 },
    { from: 40, to: 41 },
  ],
  score: 0.75,
  owner: { id: message.id, name: "Ada Lovelace" },
};

export const VALUES = {
  message: { valid: message, invalid: { ...message, text: "", at: "today" } },
  joinRoom: { valid: { room }, invalid: { room: 5 } },
  joinRoomAck: {
    valid: { members: [user, { id: "u-2" }, { id: "u-3", name: "Grace" }] },
    invalid: { members: [user, { id: 2 }, { name: "" }] },
  },
  messageSend: { valid: { text: message.text, room }, invalid: { room } },
  customEvent: {
    valid: { name: "cursor", payload: { x: 1, y: [2, 3], of: "me" }, room },
    invalid: { name: "", payload: 1 },
  },
  typingUpdate: {
    valid: { room, user, typing: true },
    invalid: { room, user: { name: "Ada" }, typing: 1 },
  },
  doc: {
    valid: doc,
    invalid: {
      ...doc,
      id: "Doc 1",
      tags: ["", 5],
      marks: [{ from: -1 }],
      owner: {},
    },
  },
};
