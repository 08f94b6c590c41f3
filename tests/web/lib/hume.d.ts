/** As much as the documentation uses of a package that is not installed here. */
declare module "@humeai/voice-react" {
  export function useVoice(): {
    status: { value: "disconnected" | "connecting" | "connected" | "error" };
  };
}
