"use client";

// The voice call: the SDK's connection, begun again when it is lost in mid-call.
//
// The SDK says `disconnected` both for a call that was ended and for one that was cut off. Here the two are told apart:
// while somebody is in a call, a lost connection is resumed, and the call, with all that depends on it, goes on.
import { useVoice } from "@humeai/voice-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";

export type CallPhase =
  | "idle"
  | "starting"
  | "live"
  /** The voice connection was lost, and is being made again. */
  | "resuming"
  | "ended"
  | "failed";

export interface CallOptions {
  /** What gives one is asked for each connection: a token is good for half an hour, and a page stays open for longer. */
  accessToken: string | (() => Promise<string>);
  configId?: string | undefined;
  /** Another voice service than the SDK's own: `http://localhost:3002`. */
  hostname?: string | undefined;
}

export interface Call {
  phase: CallPhase;
  /** Why it failed. */
  problem: string | null;
  /** When it began, as `Date.now()` says it; null before that. */
  since: number | null;
  /** How long the last one took, in ms. */
  lasted: number | null;
  isMuted: boolean;
  start: () => void;
  end: () => void;
  toggleMute: () => void;
}

/** How often a lost voice connection is tried again before the call has failed, and how long is waited in between. */
const ATTEMPTS = 5;
const PAUSE_MS = 400;

export function useCall({
  accessToken,
  configId,
  hostname,
}: CallOptions): Call {
  const voice = useVoice();
  const [phase, setPhase] = useState<CallPhase>("idle");
  const [problem, setProblem] = useState<string | null>(null);
  const [since, setSince] = useState<number | null>(null);
  const [lasted, setLasted] = useState<number | null>(null);
  const [isMuted, setMuted] = useState(false);
  const attempts = useRef(0);
  /** How often there was no token to resume a call with: such an attempt is over without a word of the SDK. */
  const [misses, setMisses] = useState(0);
  /** Changes with each attempt, and when none is wanted any more. */
  const attempt = useRef(0);
  const hasBegun = useRef(false);

  // The SDK's functions change with every frame of the microphone's level; what is called later takes the newest.
  const latest = useRef(voice);
  const group = useRef<string | undefined>(undefined);
  useEffect(() => {
    latest.current = voice;
    group.current = voice.chatMetadata?.chatGroupId ?? group.current;
  });

  /** Resolves when the SDK is about to begin. It is rejected if there is no token, unless nobody waits for it any more. */
  const connect = useCallback(async () => {
    attempt.current += 1;
    const own = attempt.current;
    const resumed = group.current;
    const isOver = () => own !== attempt.current;
    let value: string;
    try {
      value =
        typeof accessToken === "string" ? accessToken : await accessToken();
    } catch (error) {
      if (isOver()) return;
      throw error;
    }
    if (isOver()) return;
    void latest.current.connect({
      auth: { type: "accessToken", value },
      ...(configId && { configId }),
      ...(hostname && { hostname }),
      ...(resumed && { resumedChatGroupId: resumed }),
    });
  }, [accessToken, configId, hostname]);

  useEffect(
    () => () => {
      attempt.current += 1;
    },
    [],
  );

  const finish = useCallback((next: "ended" | "failed") => {
    setPhase(next);
    setSince((began) => {
      if (began !== null) setLasted(Date.now() - began);
      return null;
    });
  }, []);

  const start = useCallback(() => {
    attempts.current = 0;
    hasBegun.current = false;
    group.current = undefined;
    latest.current.clearMessages();
    setProblem(null);
    setMuted(false);
    setPhase("starting");
    connect().catch((error: unknown) => {
      setProblem(error instanceof Error ? error.message : String(error));
      finish("failed");
    });
  }, [connect, finish]);

  const end = useCallback(() => {
    attempt.current += 1;
    finish("ended");
    void latest.current.disconnect();
  }, [finish]);

  const toggleMute = useCallback(() => setMuted((muted) => !muted), []);

  const { value, reason } = voice.status;
  const { isMicrophoneError } = voice;
  useEffect(() => {
    const isOn =
      phase === "starting" || phase === "live" || phase === "resuming";
    if (!isOn) return undefined;
    if (value === "connecting") {
      hasBegun.current = true;
    } else if (value === "connected") {
      attempts.current = 0;
      setPhase("live");
      setSince((began) => began ?? Date.now());
    } else if (
      value === "error" &&
      (phase === "starting" || isMicrophoneError)
    ) {
      setProblem(reason);
      finish("failed");
    } else if (phase === "live") {
      setPhase("resuming");
    } else if (phase === "starting") {
      // `disconnected` is also what there is before the SDK has begun.
      if (!hasBegun.current) return undefined;
      setProblem(
        "The voice service ended the connection before the call had begun.",
      );
      finish("failed");
    } else if (attempts.current >= ATTEMPTS) {
      setProblem("The voice connection was lost, and could not be made again.");
      finish("failed");
    } else {
      const again = () =>
        connect().catch(() => setMisses((count) => count + 1));
      const timer = setTimeout(again, PAUSE_MS * attempts.current);
      attempts.current += 1;
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [value, reason, phase, isMicrophoneError, misses, connect, finish]);

  // What was muted before the voice connection was lost stays so.
  const { mute, unmute } = voice;
  useEffect(() => {
    if (value !== "connected") return;
    if (isMuted) mute();
    else unmute();
  }, [value, isMuted, mute, unmute]);

  return useMemo(
    () => ({ phase, problem, since, lasted, isMuted, start, end, toggleMute }),
    [phase, problem, since, lasted, isMuted, start, end, toggleMute],
  );
}
