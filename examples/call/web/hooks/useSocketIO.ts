"use client";

// The generated hook, called as this application likes it: a method takes its arguments one by one, where the
// generated one takes the event's payload. Every type is the generated client's.
import { useMemo } from "react";
import type { JsonValue, RoomId } from "@/utils/socketIO";
import type { SocketClient } from "@/utils/socketIO.client";
import { useSocketIO as useGenerated } from "@/utils/socketIO.react";

export interface UseSocketIOOptions {
  /**
   * Whether to be connected while the component is mounted; yes, if not given. What a provider above does is its own
   * affair: `useSocket` leaves it to that.
   */
  autoConnect?: boolean | undefined;
}

export interface SocketIO extends Pick<
  SocketClient,
  "connected" | "on" | "off" | "state"
> {
  /** What the server calls this connection, which is new with each; undefined while there is none. */
  id: string | undefined;
  /** Resolves once it is decided: connected, refused, or given up. It is never rejected. */
  connect: SocketClient["connect"];
  /** Ends the connection, whoever wants it. */
  disconnect: () => Promise<void>;
  /**
   * To everybody in a room in which one is, or without one to everybody.
   *
   * Like `joinRoom` and `leaveRoom` it resolves to what became of it, and is never rejected: `{ ok: true, data }`,
   * `{ ok: false, error }` with the error that the schema declares, or `{ ok: false, fault }`.
   */
  sendMessage: (
    text: string,
    room?: RoomId,
  ) => ReturnType<SocketClient["sendMessage"]>;
  joinRoom: (room: RoomId) => ReturnType<SocketClient["joinRoom"]>;
  leaveRoom: (room: RoomId) => ReturnType<SocketClient["leaveRoom"]>;
  startTyping: (room: RoomId) => void;
  stopTyping: (room: RoomId) => void;
  /** An event of the application's own, which arrives as `custom:broadcast`. */
  sendCustom: (name: string, payload?: JsonValue, room?: RoomId) => void;
}

/** The tab's one connection. The functions that are returned stay the same from render to render. */
export function useSocketIO({
  autoConnect = true,
}: UseSocketIOOptions = {}): SocketIO {
  return useSimple(useGenerated({ autoConnect }));
}

/** Gives a client the methods that this application calls. */
export function useSimple(client: SocketClient): SocketIO {
  const { connect, disconnect, on, off, socket, connected, state } = client;
  const { sendMessage, joinRoom, leaveRoom } = client;
  const { typingStart, typingStop, customEvent } = client;
  const methods = useMemo(
    () => ({
      connect,
      disconnect: async () => disconnect(),
      sendMessage: (text: string, room?: RoomId) => sendMessage({ text, room }),
      joinRoom: (room: RoomId) => joinRoom({ room }),
      leaveRoom: (room: RoomId) => leaveRoom({ room }),
      startTyping: (room: RoomId) => typingStart({ room }),
      stopTyping: (room: RoomId) => typingStop({ room }),
      sendCustom: (name: string, payload?: JsonValue, room?: RoomId) =>
        customEvent({ name, payload, room }),
      on,
      off,
    }),
    [
      connect,
      disconnect,
      sendMessage,
      joinRoom,
      leaveRoom,
      typingStart,
      typingStop,
      customEvent,
      on,
      off,
    ],
  );
  const id = connected ? socket.id : undefined;
  return useMemo(
    () => ({ ...methods, connected, state, id }),
    [methods, connected, state, id],
  );
}
