// Modules made of the guide's samples. A sample is a whole module, or a piece of a component, or of a function; what it
// leaves open is put around it, and not a letter of it is changed.
import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { APP } from "./servers.ts";

/** Where the modules are: in the web app, whose packages and files they import. */
export const FOLDER = `${APP}web/.generated/guide`;

const HOOK = `import { useEffect } from "react";\nimport { useSocketIO } from "@/hooks/useSocketIO";\n`;

/** What makes a module, which exports a component `Sample`, of each sample. */
const AROUND: { [sample: string]: (block: string) => string } = {
  "direct-hook": (block) => `${block}\nexport { MyComponent as Sample };\n`,

  "start-call": (block) => `
const configId = "a configuration";
const accessToken = "a token";
${block}
export { App as Sample };
`,

  // What a sample leaves empty is no component yet, since it returns nothing to be rendered.
  provider: (block) => `${block}
const Child = ChildComponent as () => null;
export const Sample = () => (
  <Layout>
    <Child />
    <State />
  </Layout>
);
function State() {
  const { connected, connect } = useSocket();
  return <button onClick={connect}>{connected ? "Connected" : "Connect"}</button>;
}
`,

  "auto-connect": (block) => `${HOOK}
export function Sample({ humeConnected }: { humeConnected: boolean }) {
  const { connected, connect, disconnect } = useSocketIO({ autoConnect: false });
  const [connectSocket, disconnectSocket] = [connect, disconnect];
  ${block}
  return <p>{connected ? "Connected" : "Not connected"}</p>;
}
`,

  // The hook belongs into a component, what awaits into what the component calls.
  rooms: (block) => {
    const [hook, ...awaiting] = block.split("\n\n");
    return `${HOOK}
export function Sample() {
  ${hook ?? ""}
  return <button onClick={async () => {
    ${awaiting.join("\n\n")}
  }}>Run</button>;
}
`;
  },

  messages: (block) => `${HOOK}
export function Sample() {
  const { joinRoom, sendMessage } = useSocketIO();
  return <button onClick={async () => {
    await joinRoom("room-123");
    ${block}
  }}>Run</button>;
}
`,

  events: (block) => `${HOOK}
export function Sample() {
  const { connected, on, off } = useSocketIO();
  ${block}
  return <p>{connected ? "Connected" : "Not connected"}</p>;
}
`,
};

export const SAMPLES = Object.keys(AROUND);

/** What shows a sample on a page. */
const STAGE = `
import { createElement, StrictMode, useEffect, useState } from "react";
import { SocketProvider } from "@/components/providers/SocketProvider";
import { useSocketIO } from "@/hooks/useSocketIO";
import { createRoot } from "react-dom/client";
${SAMPLES.map((name, at) => `import * as sample${String(at)} from "./${name}";`).join("\n")}
const samples = { ${SAMPLES.map((name, at) => `"${name}": sample${String(at)}`).join(", ")}, heard: { Sample: Heard } };
/** Shows what is heard, so that a test knows when it was. */
function Heard() {
  const { connected, on } = useSocketIO();
  const [text, setText] = useState("");
  useEffect(() => on("message:new", (message) => setText(message.text)), [on]);
  return <p>{text || (connected ? "Listening" : "Not connected")}</p>;
}
const root = createRoot(document.getElementById("root")!);
export function show(name: keyof typeof samples | null, props: object = {}) {
  const { isBelowProvider = false, ...own } = props as { isBelowProvider?: boolean };
  let sample = name && createElement(samples[name].Sample as () => React.ReactNode, own);
  // As the application's own layout has it.
  if (isBelowProvider) sample = createElement(SocketProvider, { autoConnect: false }, sample);
  root.render(createElement(StrictMode, null, sample));
}
`;

/** Each must be an error, or the compiler says that it is none. */
const WRONG = `${HOOK}
export function Wrong() {
  const { on, sendMessage, joinRoom, sendCustom } = useSocketIO();
  useEffect(() => {
    // @ts-expect-error: there is no such event
    on("message:nwe", () => undefined);
    // @ts-expect-error: a message has no such field
    on("message:new", (message) => message.txt);
    // @ts-expect-error: a text is a string
    void sendMessage(5);
    // @ts-expect-error: a room is named
    void joinRoom();
    // @ts-expect-error: no JSON says it
    sendCustom("name", () => undefined);
    // @ts-expect-error: whether it went well is asked first
    void joinRoom("room").then((joined) => joined.data.members);
  }, [on]);
  return null;
}
`;

/** The samples of the application's own guide, which are whole modules. */
async function ownSamples(): Promise<string[]> {
  const readme = await readFile(`${APP}README.md`, "utf8");
  const found = readme.matchAll(/^```tsx\n(.*?)\n```$/gms);
  return [...found].map(([, block = ""]) => block);
}

/** The samples, by the titles that they have in `guide.md`. */
export function samplesIn(guide: string): Map<string, string> {
  const found = guide.matchAll(/^## (\S+)\n\n```tsx\n(.*?)\n```$/gms);
  return new Map([...found].map(([, name = "", block = ""]) => [name, block]));
}

/** The events that a list of the guide names. */
export function eventsIn(guide: string, title: string): string[] {
  const [, list = ""] = guide.split(`### ${title}\n`);
  const [own = ""] = list.split("\n#");
  return [...own.matchAll(/^- `(.+?)`/gm)].map(([, name = ""]) => name);
}

/** Writes the modules, with what the compiler has to know. */
export async function writeModules(guide: string): Promise<void> {
  const samples = samplesIn(guide);
  assert.deepEqual([...samples.keys()], SAMPLES);
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  for (const [name, block] of samples) {
    const module = AROUND[name]?.(block) ?? "";
    await writeFile(`${FOLDER}/${name}.tsx`, module);
  }
  const own = await ownSamples();
  assert.ok(own.length > 0, "the README has samples");
  for (const [at, block] of own.entries())
    await writeFile(`${FOLDER}/readme-${String(at)}.tsx`, block);
  await writeFile(`${FOLDER}/wrong.tsx`, WRONG);
  await writeFile(`${FOLDER}/stage.tsx`, STAGE);
  const types = '/// <reference types="next" />\n';
  await writeFile(`${FOLDER}/next.d.ts`, types);
  // As strict as the application, but that the samples annotate nothing and use not all that they show.
  const compilerOptions = {
    noImplicitAny: false,
    noUnusedLocals: false,
    incremental: false,
  };
  const config = { extends: "../../tsconfig.json", compilerOptions };
  const include = ["*.tsx", "*.d.ts"];
  const text = JSON.stringify({ ...config, include, exclude: [] });
  await writeFile(`${FOLDER}/tsconfig.json`, text);
}

export function readGuide(): Promise<string> {
  return readFile(new URL("guide.md", import.meta.url), "utf8");
}
