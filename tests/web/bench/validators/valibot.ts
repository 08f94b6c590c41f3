// Valibot has no schema for any JSON; where there is some, this looks at nothing.
import * as v from "valibot";

const text = (min: number, max: number) =>
  v.pipe(v.string(), v.minLength(min), v.maxLength(max));
const roomId = text(1, 64);
const user = v.object({ id: v.string(), name: v.optional(text(1, 80)) });
const u32 = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(4294967295),
);
const bytes = v.union([v.instance(ArrayBuffer), v.instance(Uint8Array)]);
const datetime = v.pipe(v.string(), v.isoTimestamp());

export const message = v.object({
  id: v.pipe(v.string(), v.uuid()),
  text: text(1, 4000),
  room: v.optional(roomId),
  from: user,
  at: datetime,
});
export const joinRoom = v.object({ room: roomId });
export const joinRoomAck = v.object({ members: v.array(user) });
export const messageSend = v.object({
  text: text(1, 4000),
  room: v.optional(roomId),
});
export const customEvent = v.object({
  name: text(1, 64),
  payload: v.optional(v.unknown()),
  room: v.optional(roomId),
});
export const typingUpdate = v.object({
  room: roomId,
  user,
  typing: v.boolean(),
});
export const doc = v.object({
  createdAt: datetime,
  updatedAt: v.optional(v.nullable(datetime)),
  id: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(40),
    v.regex(/^[a-z0-9-]+$/u),
  ),
  title: text(1, 200),
  kind: v.picklist(["text", "drawing"]),
  tags: v.pipe(v.array(text(1, 30)), v.maxLength(20)),
  role: v.optional(v.picklist(["viewer", "editor"]), "viewer"),
  type: v.string(),
  nickname: v.nullable(v.string()),
  body: v.optional(bytes),
  meta: v.optional(v.record(v.string(), v.unknown())),
  position: v.tuple([v.number(), v.number()]),
  cursor: v.object({ line: u32, column: u32 }),
  marks: v.array(v.object({ from: u32, to: u32 })),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  owner: v.object({
    id: v.pipe(v.string(), v.uuid()),
    name: text(1, 80),
    avatar: v.optional(bytes),
  }),
});
