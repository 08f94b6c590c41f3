"use client";

// A voice call, and with it the Socket.IO connection: it is made when the voice connection is up, joins the session's
// room, and ends with the call.
import { VoiceProvider } from "@humeai/voice-react";
import { useSyncExternalStore } from "react";
import { useCall } from "@/hooks/useCall";
import { useOwnName } from "@/hooks/useOwnName";
import { fetchToken } from "@/lib/token";
import type { RoomId } from "@/utils/socketIO";
import { CallScreen } from "./call/CallScreen";
import { SocketProvider } from "./providers/SocketProvider";

export interface StartCallWithSocketProps {
  /** Of the voice service; its own default, if not given. */
  configId?: string | undefined;
  /** If not given, each call asks this application's own server for one: `/api/token`. */
  accessToken?: string | undefined;
  /** Another voice service than Hume's: `http://localhost:3002`. */
  hostname?: string | undefined;
  /** The session's room. If not given, what the page's address says: `?session=…`. */
  room?: RoomId | undefined;
  /** Whether nobody is there to talk to but the stand-in. */
  isStandIn?: boolean;
}

export default function StartCallWithSocket({
  configId,
  accessToken,
  hostname = process.env["NEXT_PUBLIC_HUME_HOSTNAME"],
  room,
  isStandIn = false,
}: StartCallWithSocketProps) {
  const [name, setName] = useOwnName();
  const roomOfPage = useSyncExternalStore(
    unchanging,
    sessionOfPage,
    () => "lobby",
  );
  return (
    <SocketProvider autoConnect={false} name={name.trim()}>
      {/* The SDK's worklet is loaded from a server of Hume's, which is not asked for anything when the service is another. */}
      <VoiceProvider
        clearMessagesOnDisconnect={false}
        enableAudioWorklet={!hostname}
      >
        <WithCall
          access={{
            accessToken: accessToken ?? fetchToken,
            configId,
            hostname,
          }}
          room={room ?? roomOfPage}
          name={name}
          setName={setName}
          isStandIn={isStandIn}
        />
      </VoiceProvider>
    </SocketProvider>
  );
}

interface WithCallProps {
  access: Parameters<typeof useCall>[0];
  room: RoomId;
  name: string;
  setName: (name: string) => void;
  isStandIn: boolean;
}

/** This renders with every frame of the microphone's level; what is below has stable props, and does not. */
function WithCall({ access, ...rest }: WithCallProps) {
  const call = useCall(access);
  return <CallScreen call={call} {...rest} />;
}

function sessionOfPage(): RoomId {
  return new URLSearchParams(location.search).get("session") || "lobby";
}

function unchanging() {
  return () => undefined;
}
