// Opens a page of the explorer's source, under the policy that the explorer itself is served with.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import type { Browser } from "../lib/browser.ts";

const PAGE = new URL("../../../codegen/explorer/page/", import.meta.url);
const CONTRACTS = new URL("../.generated/contracts/", import.meta.url);

/** Bundles a script of this folder as the explorer is, with the styles that it imports. */
export async function bundled(
  name: string,
): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    absWorkingDir: new URL(".", import.meta.url).pathname,
    entryPoints: [name],
    bundle: true,
    write: false,
    outdir: "out",
    format: "iife",
    target: "es2022",
    charset: "ascii",
    jsx: "automatic",
    jsxImportSource: "preact",
    nodePaths: [new URL("node_modules", PAGE).pathname],
    tsconfigRaw: {},
  });
  const text = (extension: string) =>
    outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? "";
  const escaped = (source: string) =>
    source.replaceAll(/<\/(script|style)/gi, "<\\/$1");
  return { script: escaped(text(".js")), style: escaped(text(".css")) };
}

/** A page with a script and a style, and everything that it complains of. */
export async function opened(
  browser: Browser,
  { script, style }: { script: string; style: string },
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    const isBad = ["error", "warning"].includes(message.type());
    if (isBad) complaints.push(message.text());
  });
  page.on("pageerror", (error) =>
    complaints.push(error.stack ?? error.message),
  );
  const hash = (text: string) =>
    `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>test</title><style>${style}</style><div id="root"></div><script>${script}</script></html>`;
  await page.route("http://explorer.test/**", (route) =>
    route.request().url().endsWith("/page")
      ? route.fulfill({
          contentType: "text/html",
          headers: { "content-security-policy": policy },
          body,
        })
      : route.fulfill({ status: 204, body: "" }),
  );
  await page.goto("http://explorer.test/page");
  return { page, complaints };
}

/** The contracts of the sample schemas, by name. */
export async function contracts(): Promise<Map<string, unknown>> {
  const names = (await readdir(CONTRACTS)).filter((name) =>
    name.endsWith(".json"),
  );
  const read = await Promise.all(
    names.sort().map(async (name) => {
      const text = await readFile(new URL(name, CONTRACTS), "utf8");
      return [
        name.replace(/\.json$/, ""),
        JSON.parse(text) as unknown,
      ] as const;
    }),
  );
  return new Map(read);
}

/** The findings of axe that a page may not have. */
export async function findings(page: Page, axe: string): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Finding {
      readonly id: string;
      readonly impact?: string | null;
      readonly help: string;
      readonly nodes: readonly { readonly html: string }[];
    }
    const { axe } = window as unknown as {
      axe: {
        run(options: object): Promise<{ violations: readonly Finding[] }>;
      };
    };
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(
        ({ id, help, nodes }) =>
          `${id}: ${help}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html.slice(0, 300))
            .join(" | ")}`,
      );
  });
}
