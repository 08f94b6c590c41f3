// The page with the payload editor, and what its tests do with it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before } from "node:test";
import type { Locator, Page } from "playwright-core";
import { Browser } from "../../lib/browser.ts";
import {
  bundled,
  contracts,
  findings as findingsOf,
  opened,
} from "../stage.ts";

let browser: Browser;
let axe: string;
export let page: Page;
/** What the page's console says, and what was thrown in it. */
export let complaints: string[];
/** The contracts of the sample schemas. */
export let samples: Map<string, unknown>;

before(async () => {
  samples = await contracts();
  axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
  browser = await Browser.launch();
  const script = await bundled("form/form.page.tsx");
  ({ page, complaints } = await opened(browser, script));
  await page.setViewportSize({ width: 1200, height: 900 });
});

after(() => browser?.close());

export type Direction = "clientToServer" | "serverToClient";

export interface SampleEvent {
  readonly wire: string;
  readonly payload: string;
}

export interface Sample {
  readonly namespaces: readonly ({
    readonly path: string;
    readonly auth?: object;
    readonly rooms?: readonly object[];
  } & { readonly [direction in Direction]?: readonly SampleEvent[] })[];
}

export interface Subject {
  readonly contract: unknown;
  readonly event?: readonly [number, Direction, number];
  readonly type?: object;
  readonly room?: readonly [number, number];
  readonly value?: string;
  readonly seed?: number;
  readonly editors?: number;
}

export interface Stage {
  show(subject: Subject): void;
  value(): string;
  isBroken(): boolean;
  set(json: string): void;
  changes: number;
  drawn: number;
}

declare global {
  // What `form.page.tsx` puts there.
  var stage: Stage;
}

export async function show(subject: Subject): Promise<void> {
  await page.evaluate((subject) => stage.show(subject), subject);
}

export async function value(): Promise<unknown> {
  return JSON.parse(await page.evaluate(() => stage.value())) as unknown;
}

/** Waits until the editor holds a value. */
export async function holds(expected: unknown): Promise<void> {
  const text = JSON.stringify(expected);
  await page
    .waitForFunction(
      (text) => JSON.stringify(JSON.parse(stage.value())) === text,
      text,
      { timeout: 3_000 },
    )
    .catch(() => undefined);
  assert.deepEqual(await value(), expected);
}

/** Waits until the editor says that a text is broken, or that none is. */
export async function isBroken(expected: boolean): Promise<void> {
  await page.waitForFunction(
    (expected) => stage.isBroken() === expected,
    expected,
    { timeout: 3_000 },
  );
}

/** What the editor shows of a form: each control with its name and its state. */
export async function form(): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(
      document.querySelectorAll(
        ".pane-form input, .pane-form select, .pane-form textarea, .pane-form output, .pane-form .fold",
      ),
      (element) => {
        const { id, tagName } = element;
        if (element instanceof HTMLInputElement)
          return `${id} ${element.type} ${element.value} ${String(element.checked)}`;
        const text =
          element instanceof HTMLSelectElement ||
          element instanceof HTMLTextAreaElement
            ? element.value
            : (element.textContent ?? "");
        return `${id} ${tagName} ${text}`;
      },
    ),
  );
}

/** The JSON of the first editor. */
export const json = (): Locator => page.locator(".pane-json textarea").first();
/** What the forms say is wrong. */
export const issues = (): Locator =>
  page.locator(".pane-form .issue:not(:empty)");

/** What axe finds that a page may not have. */
export const findings = (): Promise<string[]> => findingsOf(page, axe);

/** A contract with a few types, of which the first is edited. */
export function typed(...types: object[]): Subject {
  const contract = {
    view: 1,
    source: "a.sockgen.yaml",
    hash: "0",
    name: "a",
    namespaces: [],
    ackStyles: [],
    types: types.map((type) => ({ origin: "declared", ...type })),
  };
  const [first] = types as { name: string }[];
  return { contract, type: { kind: "named", name: first?.name } };
}

export function builtin(name: string, more: object = {}): object {
  return { kind: "builtin", builtin: name, ...more };
}

export function field(wire: string, type: object, more: object = {}): object {
  return { wire, names: { snake: "x" }, type, ...more };
}

export function object(name: string, ...fields: object[]): object {
  return { kind: "object", name, fields };
}

export const named = (name: string): object => ({ kind: "named", name });
export const list = (of: object, more: object = {}): object => ({
  kind: "list",
  of,
  ...more,
});

export function event(name: string, wire: string, value?: string): Subject {
  const contract = samples.get(name) as Sample;
  for (const [ns, namespace] of contract.namespaces.entries()) {
    for (const direction of ["clientToServer", "serverToClient"] as const) {
      const at = (namespace[direction] ?? []).findIndex(
        (each) => each.wire === wire,
      );
      if (at < 0) continue;
      const event = [ns, direction, at] as const;
      return { contract, event, ...(value === undefined ? {} : { value }) };
    }
  }
  throw new Error(`${name} has no event ${wire}`);
}
