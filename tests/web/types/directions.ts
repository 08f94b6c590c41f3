// What differs between what is sent and what is received: bytes, and fields with a default.
import { Server } from "socket.io";
import type { Socket } from "socket.io-client";
import type {
  Bytes,
  BytesInput,
  ClientToServerEvents,
  Doc,
  DocInput,
  Folder,
  FolderInput,
  Pair,
  PairInput,
  Part,
  PartInput,
  Plain,
  Report,
  ServerToClientEvents,
  Upload,
  UploadInput,
} from "../.generated/goldens/bytes_and_defaults.ts";
import { same } from "./equal.ts";

declare const socket: Socket<ServerToClientEvents, ClientToServerEvents>;
const id = "00000000-0000-0000-0000-000000000000";

export async function sent(): Promise<void> {
  // Fields with a default may be left out, or be undefined.
  const small: DocInput = { id };
  const role: "viewer" | undefined = Math.random() < 0.5 ? "viewer" : undefined;
  const bytes: DocInput = { id, role, body: new Uint8Array(8), tags: ["a"] };
  const buffer: DocInput = { id, body: new ArrayBuffer(8) };
  const node: DocInput = { id, body: Buffer.alloc(8) };
  const answer = await socket.emitWithAck("doc:save", small);
  if (answer.ok) same<typeof answer.data, Doc>(true);
  const folder: FolderInput = {
    docs: [small, bytes],
    byName: { buffer, node },
    cover: null,
  };
  socket.emit("folder", folder, (response) => {
    if (response.ok) same<typeof response.data, Folder>(true);
  });
  socket.emit("upload", { file: new Uint8Array(1) }, () => {});
  const part: PartInput = { kind: "doc", ...small };
  socket.emit("part", part, (response) => {
    if (response.ok) same<typeof response.data, Part>(true);
  });
  const pair: PairInput = [new Uint8Array(1), 1];
  socket.emit("pair", pair, (response) => {
    if (response.ok) same<typeof response.data, Pair>(true);
  });
  socket.emit("args", "a", new Uint8Array(1), { id }, (response) => {
    if (response.ok) same<typeof response.data, Report>(true);
  });
  // @ts-expect-error a Blob is no payload
  socket.emit("upload", { file: new Blob() }, () => {});
  // @ts-expect-error text is no bytes
  socket.emit("upload", { file: "text" }, () => {});
}

export function received(doc: Doc, report: Report, upload: Upload): void {
  same<Doc["role"], "viewer" | "editor">(true);
  same<Doc["pages"], number>(true);
  same<Report["level"], number>(true);
  same<Upload["overwrite"], boolean>(true);
  same<UploadInput["overwrite"], boolean | undefined>(true);
  same<Bytes, ArrayBuffer>(true);
  // An absent field is never there with undefined in it.
  // @ts-expect-error undefined is nothing that arrives
  const wrong: Doc = { ...doc, body: undefined };
  void wrong;
  // Reads what arrives in browsers, and what arrives in Node.
  void [new Uint8Array(report.image), new Uint8Array(upload.file)];
  socket.on("doc", (doc) => same<typeof doc, Doc>(true));
  socket.on("file", (name, file) => {
    same<typeof name, string>(true);
    same<typeof file, Bytes>(true);
  });
  socket.on("report", (_report, ack) => {
    // What answers the server is sent.
    ack({ ok: true, data: new Uint8Array(1) });
  });
}

// A type that is the same on both ends is there once.
export const plain: Plain = { note: undefined };
export const either: BytesInput[] = [new ArrayBuffer(1), new Uint8Array(1)];

// In Node's server what clients leave out is not filled in, and bytes are a Buffer, which is a Uint8Array.
const server = new Server<ClientToServerEvents, ServerToClientEvents>();
server.on("connection", (socket) => {
  socket.on("doc:save", (payload, ack) => {
    same<typeof payload, DocInput>(true);
    same<typeof payload.body, BytesInput | undefined>(true);
    ack({
      ok: true,
      data: { role: "viewer", pages: 1, tags: [], id: payload.id },
    });
    // @ts-expect-error a receiver always finds its fields
    ack({ ok: true, data: { id: payload.id } });
  });
});
