"use client";

import { useVoice } from "@humeai/voice-react";
import type { CSSProperties, ReactNode } from "react";

/** Gives what is in it the loudness of the voices, from 0 to 1, as `--level`. It alone renders with every frame. */
export function Level({
  children,
  className,
}: {
  children: ReactNode;
  className?: string | undefined;
}) {
  const { fft, micFft } = useVoice();
  const level = Math.min(1, Math.max(average(fft), average(micFft)) * 1.4);
  const style = { "--level": level.toFixed(2) } as CSSProperties;
  return (
    <div className={className} style={style}>
      {children}
    </div>
  );
}

function average(values: readonly number[]): number {
  return (
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  );
}
