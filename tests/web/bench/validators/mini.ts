import * as z from "zod/mini";

const text = (min: number, max: number) =>
  z.string().check(z.minLength(min), z.maxLength(max));
const roomId = text(1, 64);
const user = z.object({ id: z.string(), name: z.optional(text(1, 80)) });
const u32 = z.int().check(z.minimum(0), z.maximum(4294967295));
const bytes = z.union([z.instanceof(ArrayBuffer), z.instanceof(Uint8Array)]);

export const message = z.object({
  id: z.uuid(),
  text: text(1, 4000),
  room: z.optional(roomId),
  from: user,
  at: z.iso.datetime({ offset: true }),
});
export const joinRoom = z.object({ room: roomId });
export const joinRoomAck = z.object({ members: z.array(user) });
export const messageSend = z.object({
  text: text(1, 4000),
  room: z.optional(roomId),
});
export const customEvent = z.object({
  name: text(1, 64),
  payload: z.optional(z.json()),
  room: z.optional(roomId),
});
export const typingUpdate = z.object({
  room: roomId,
  user,
  typing: z.boolean(),
});
export const doc = z.object({
  createdAt: z.iso.datetime({ offset: true }),
  updatedAt: z.optional(z.nullable(z.iso.datetime({ offset: true }))),
  id: z
    .string()
    .check(z.minLength(1), z.maxLength(40), z.regex(/^[a-z0-9-]+$/u)),
  title: text(1, 200),
  kind: z.enum(["text", "drawing"]),
  tags: z.array(text(1, 30)).check(z.maxLength(20)),
  role: z._default(z.enum(["viewer", "editor"]), "viewer"),
  type: z.string(),
  nickname: z.nullable(z.string()),
  body: z.optional(bytes),
  meta: z.optional(z.record(z.string(), z.json())),
  position: z.tuple([z.number(), z.number()]),
  cursor: z.object({ line: u32, column: u32 }),
  marks: z.array(z.object({ from: u32, to: u32 })),
  score: z.number().check(z.minimum(0), z.maximum(1)),
  owner: z.object({
    id: z.uuid(),
    name: text(1, 80),
    avatar: z.optional(bytes),
  }),
});
