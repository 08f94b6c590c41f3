"use client";

import { useCallback, useState } from "react";
import { useSocketWhile } from "@/utils/socketIO.react";

/**
 * Connects again what the server ended or refused.
 *
 * `connect()` would do so as well, but keeps the connection until `disconnect()`. This wants it anew instead, for as
 * long as the component is mounted: the connection ends with the call as it did before.
 */
export function useConnectAgain(): () => void {
  const [wanted, setWanted] = useState(0);
  // Whoever begins to want a connection opens it; two wishes take turns, so that each call is a new one.
  useSocketWhile(wanted > 0 && wanted % 2 === 0);
  useSocketWhile(wanted % 2 === 1);
  return useCallback(() => setWanted((count) => count + 1), []);
}
