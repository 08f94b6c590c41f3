import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import StartCallWithSocket from "@/components/StartCallWithSocket";
import { voiceAccess } from "@/lib/config";

/** As the contract has it. */
const LONGEST_ROOM = 64;

interface Props {
  searchParams: Promise<{ session?: string | string[] }>;
}

/** A call, in the session that the address names: whoever has the link is in the same room. */
export default async function CallPage({ searchParams }: Props) {
  const { session } = await searchParams;
  const isRoom =
    typeof session === "string" &&
    session !== "" &&
    [...session].length <= LONGEST_ROOM;
  if (!isRoom) redirect(`/?session=${randomUUID().slice(0, 8)}`);
  const { configId, hostname, isStandIn } = voiceAccess();
  return (
    <StartCallWithSocket
      key={session}
      configId={configId}
      accessToken={isStandIn ? "none" : undefined}
      hostname={hostname}
      room={session}
      isStandIn={isStandIn}
    />
  );
}
