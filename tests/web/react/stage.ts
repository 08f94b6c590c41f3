// What the scenarios of React need: components on a page, and a way to wait for what they come to.
import { createElement, StrictMode, type FunctionComponent } from "react";
import { createRoot, type Root } from "react-dom/client";
import { flushSync } from "react-dom";
import { SocketProvider, useSocket } from "../.generated/clients/call.react.ts";
import type {
  SocketClient,
  SocketClientOptions,
} from "../.generated/clients/call.client.ts";

/** How long anything may take before a scenario says what it waited for. */
const PATIENCE_MS = 20_000;

/** Waits until something is so, which is looked at before each frame. */
export async function until(
  what: string,
  condition: () => boolean,
): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`never: ${what}`);
    await new Promise(requestAnimationFrame);
  }
}

/** Components below a provider, each mounted twice as StrictMode does. */
export class Stage {
  readonly #root: Root;
  readonly #options: SocketClientOptions;
  #client: SocketClient | undefined;
  /** The names of the events that were sent over the plain socket. */
  readonly sent: string[] = [];

  constructor(url: string, options: SocketClientOptions = {}) {
    const element = document.createElement("div");
    document.body.append(element);
    this.#root = createRoot(element);
    this.#options = { url, reconnectionDelay: 1, ...options };
  }

  /** Shows these instead of what was there. */
  show(...components: FunctionComponent[]): void {
    const children = components.map((component) =>
      createElement(component, { key: component.name }),
    );
    const spy = createElement(this.#spy, { key: "spy" });
    const provider = createElement(
      SocketProvider,
      this.#options,
      spy,
      ...children,
    );
    flushSync(() => {
      this.#root.render(createElement(StrictMode, null, provider));
    });
  }

  end(): void {
    this.#root.unmount();
  }

  /** The client as the hooks return it. */
  get client(): SocketClient {
    if (!this.#client) throw new Error("nothing is shown");
    return this.#client;
  }

  async connected(): Promise<SocketClient> {
    await until("connected", () => this.client.connected);
    return this.client;
  }

  readonly #spy: FunctionComponent = () => {
    const client = useSocket();
    if (!this.#client) {
      client.socket.onAnyOutgoing((event: string) => this.sent.push(event));
    }
    this.#client = client;
    return null;
  };
}
