import type { Plugin } from "vite";

export interface SockgenOptions {
  /** The configuration, from Vite's root; `sockgen generate` looks for a `sockgen.toml` otherwise. */
  config?: string | undefined;
}

/**
 * Runs `sockgen generate` before Vite builds, and all the time while it serves
 * or watches. What is wrong with a schema fails a build with the message of
 * the command; a server shows it in the browser and goes on.
 */
export default function sockgen(options?: SockgenOptions): Plugin;
