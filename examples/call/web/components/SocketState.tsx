import type { SocketClient } from "@/utils/socketIO.client";
import { Dot, type Mood } from "./Dot";

type State = SocketClient["state"];

const MOODS: { [Status in State["status"]]: Mood } = {
  disconnected: "off",
  connecting: "busy",
  connected: "good",
  refused: "bad",
  kicked: "bad",
};

/** How it stands with the Socket.IO connection, in words and in a colour. */
export function SocketState({ state }: { state: State }) {
  return <Dot mood={MOODS[state.status]}>{wordsFor(state)}</Dot>;
}

function wordsFor(state: State): string {
  switch (state.status) {
    case "disconnected":
      return "Not connected";
    case "connecting":
      // What failed once is tried again by itself.
      return state.failure ? "Reconnecting…" : "Connecting…";
    case "connected":
      return "Connected";
    case "refused":
      return "Refused by the server";
    case "kicked":
      return "Ended by the server";
  }
}
