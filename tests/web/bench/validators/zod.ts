import * as z from "zod";

const roomId = z.string().min(1).max(64);
const user = z.object({
  id: z.string(),
  name: z.string().min(1).max(80).optional(),
});
const text = z.string().min(1).max(4000);
const u32 = z.int().min(0).max(4294967295);
const bytes = z.instanceof(ArrayBuffer).or(z.instanceof(Uint8Array));

export const message = z.object({
  id: z.uuid(),
  text,
  room: roomId.optional(),
  from: user,
  at: z.iso.datetime({ offset: true }),
});
export const joinRoom = z.object({ room: roomId });
export const joinRoomAck = z.object({ members: z.array(user) });
export const messageSend = z.object({ text, room: roomId.optional() });
export const customEvent = z.object({
  name: z.string().min(1).max(64),
  payload: z.json().optional(),
  room: roomId.optional(),
});
export const typingUpdate = z.object({
  room: roomId,
  user,
  typing: z.boolean(),
});
export const doc = z.object({
  createdAt: z.iso.datetime({ offset: true }),
  updatedAt: z.iso.datetime({ offset: true }).nullable().optional(),
  id: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[a-z0-9-]+$/u),
  title: z.string().min(1).max(200),
  kind: z.enum(["text", "drawing"]),
  tags: z.array(z.string().min(1).max(30)).max(20),
  role: z.enum(["viewer", "editor"]).default("viewer"),
  type: z.string(),
  nickname: z.string().nullable(),
  body: bytes.optional(),
  meta: z.record(z.string(), z.json()).optional(),
  position: z.tuple([z.number(), z.number()]),
  cursor: z.object({ line: u32, column: u32 }),
  marks: z.array(z.object({ from: u32, to: u32 })),
  score: z.number().min(0).max(1),
  owner: z.object({
    id: z.uuid(),
    name: z.string().min(1).max(80),
    avatar: bytes.optional(),
  }),
});
