// Validators are what takes a Standard Schema takes, and say what their values are.
import type { StandardSchemaV1 } from "@standard-schema/spec";
import type {
  JoinRoom,
  JoinRoomAck,
  Message,
  RoomId,
} from "../.generated/call.ts";
import {
  EVENT_SCHEMAS,
  is,
  messageSchema,
  parse,
  roomIdSchema,
} from "../.generated/call.validators.ts";
import {
  defaultsSchema,
  type Schema,
} from "../.generated/fidelity.validators.ts";
import type { Defaults, DefaultsInput } from "../.generated/fidelity.ts";
import {
  docIdSchema,
  EVENT_SCHEMAS as brands,
} from "../.generated/goldens/brands.validators.ts";
import type { DocId } from "../.generated/goldens/brands.ts";
import { EVENT_SCHEMAS as several } from "../.generated/goldens/several_arguments.validators.ts";
import type { Op } from "../.generated/goldens/several_arguments.ts";
import { same } from "./equal.ts";

export const standard: StandardSchemaV1<Message, Message> = messageSchema;
export const withInput: StandardSchemaV1<DefaultsInput, Defaults> =
  defaultsSchema;

type Output<T extends StandardSchemaV1> = StandardSchemaV1.InferOutput<T>;
type Input<T extends StandardSchemaV1> = StandardSchemaV1.InferInput<T>;

export function outputs(value: unknown): void {
  same<Output<typeof messageSchema>, Message>(true);
  same<Output<typeof roomIdSchema>, RoomId>(true);
  same<Output<typeof defaultsSchema>, Defaults>(true);
  same<Input<typeof defaultsSchema>, DefaultsInput>(true);
  same<Output<typeof docIdSchema>, DocId>(true);

  const result = messageSchema["~standard"].validate(value);
  if (result.issues) {
    const [first] = result.issues;
    same<typeof first, (typeof result.issues)[number] | undefined>(true);
  } else {
    same<typeof result.value, Message>(true);
  }
  if (is(messageSchema, value)) same<typeof value, Message>(true);
  const parsed = parse(messageSchema, value);
  same<typeof parsed, Message>(true);
}

export function events(): void {
  const join = EVENT_SCHEMAS.clientToServer["join:room"];
  same<Output<typeof join.args>, [JoinRoom]>(true);
  same<Output<typeof join.data>, JoinRoomAck>(true);
  const edit = several.clientToServer.edit;
  same<Output<typeof edit.args>, [string, Op[], string | undefined]>(true);
  const opened = brands.serverToClient["doc:opened"];
  same<Output<typeof opened.args>[0], DocId>(true);

  // @ts-expect-error the event asks for no answer
  void EVENT_SCHEMAS.clientToServer["typing:start"].data;
  // @ts-expect-error a message is no document
  const wrong: Schema<Defaults, DefaultsInput> = messageSchema;
  void wrong;
}
