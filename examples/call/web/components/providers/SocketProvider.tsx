"use client";

import type { ReactNode } from "react";
import { type SocketIO, useSimple } from "@/hooks/useSocketIO";
import {
  SocketProvider as GeneratedProvider,
  useSocket as useGenerated,
} from "@/utils/socketIO.react";

export interface SocketProviderProps {
  children?: ReactNode;
  /** Whether to be connected while this is mounted; yes, if not given. */
  autoConnect?: boolean;
  /** The server's address. If not given, `NEXT_PUBLIC_SOCKET_URL` of when the application was built. */
  url?: string | undefined;
  /** Who this is to the others, from the next connection on. */
  name?: string | undefined;
}

/** Gives all below it the tab's connection. Several of them share it. */
export function SocketProvider({
  children,
  autoConnect = true,
  url,
  name,
}: SocketProviderProps) {
  return (
    <GeneratedProvider
      autoConnect={autoConnect}
      url={url}
      {...(name !== undefined && { auth: name ? { name } : {} })}
    >
      {children}
    </GeneratedProvider>
  );
}

/** The connection of the provider above. */
export function useSocket(): SocketIO {
  return useSimple(useGenerated());
}
