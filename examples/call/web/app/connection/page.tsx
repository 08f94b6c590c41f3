import type { Metadata } from "next";
import { ConnectionPanel } from "@/components/ConnectionPanel";
import { socketUrl } from "@/lib/config";

export const metadata: Metadata = { title: "Connection" };

export default function ConnectionPage() {
  return <ConnectionPanel url={socketUrl()} />;
}
