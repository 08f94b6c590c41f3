// A real browser, which ends with the test that started it.
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Pages that come from no address at all are of the public network to it.
  "--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets",
];

const MICROPHONE = [
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
];

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];

/** The browser to use: what `CHROME` names, else the system's, else one that an npm package carries. */
async function executable(): Promise<string> {
  const named = process.env["CHROME"] ?? process.env["CHROMIUM"];
  if (named) return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const places = NAMES.flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  places.push("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  const carried = await carriedBrowser();
  if (carried) return carried;
  throw new Error(
    "there is no Chromium or Chrome here: install one (Debian: apt-get install chromium; npm: @sparticuz/chromium in tests/web), or set CHROME to its path",
  );
}

/** The browser in `@sparticuz/chromium`, which is not installed unless somebody wants it. */
async function carriedBrowser(): Promise<string | undefined> {
  const name = "@sparticuz/chromium";
  const found = (await import(name).catch(() => undefined)) as
    { default: { executablePath: () => Promise<string> } } | undefined;
  return found?.default.executablePath();
}

export class Browser {
  readonly context: BrowserContext;
  readonly #profile: string;

  private constructor(context: BrowserContext, profile: string) {
    this.context = context;
    this.#profile = profile;
  }

  /**
   * Pages that are left are thrown away, unless it `keepsPages` as the browsers of people do. With a `microphone` pages
   * hear one that beeps, and nobody is asked whether they may.
   */
  static async launch({
    keepsPages = false,
    microphone = false,
  } = {}): Promise<Browser> {
    const executablePath = await executable();
    const profile = await mkdtemp(join(tmpdir(), "sockgen-chromium-"));
    const ignoreDefaultArgs = keepsPages
      ? ["--disable-back-forward-cache"]
      : [];
    const args = microphone ? [...ARGUMENTS, ...MICROPHONE] : ARGUMENTS;
    const options = { executablePath, args, ignoreDefaultArgs };
    const context = await chromium
      .launchPersistentContext(profile, options)
      .catch((cause: unknown) => {
        throw new Error(
          `${executablePath} cannot be started: set CHROME to another`,
          { cause },
        );
      });
    return new Browser(context, profile);
  }

  /** A page of an origin with nothing in it but a script. */
  async page(origin: string, script: string): Promise<Page> {
    const page = await this.context.newPage();
    const address = `${origin}/a-page-of-the-test`;
    const body = "<!doctype html><title>test</title><div id=root></div>";
    await page.route(address, (route) =>
      route.fulfill({ contentType: "text/html", body }),
    );
    await page.goto(address);
    await page.addScriptTag({ content: script });
    return page;
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.#profile, { recursive: true, force: true });
  }
}
