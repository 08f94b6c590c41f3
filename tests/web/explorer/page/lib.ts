// The explorer as somebody uses it: what its tests click, fill in and read.
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { Browser } from "../../lib/browser.ts";

export type Direction = "clientToServer" | "serverToClient";

/** How long anything may take; far more than it does. */
export const PATIENCE_MS = 15_000;

declare global {
  /** Waits in the page until something is so, looking whenever the page changes. */
  var until: <T>(
    look: () => T,
    what: string,
  ) => Promise<Exclude<T, false | null | undefined>>;
  // What a text that got out of its place would set.
  var __xss: unknown;
}

/** Runs in the page before everything else. */
function prepare(patience: number): void {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(
      `policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
    );
  });
  globalThis.until = (look, what) =>
    new Promise((resolve, reject) => {
      const found = look();
      if (found) return resolve(found as never);
      const observer = new MutationObserver(() => {
        const found = look();
        if (!found) return;
        stop();
        resolve(found as never);
      });
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`it did not happen that ${what}`));
      }, patience);
      const stop = () => {
        observer.disconnect();
        clearTimeout(timer);
      };
      observer.observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
}

/** A row of the timeline, as it is read. */
export interface Line {
  readonly client: string;
  readonly kind: string;
  readonly event: string;
  readonly text: string;
  readonly marks: readonly string[];
}

export class Explorer {
  readonly page: Page;
  /** What the console says, what was thrown, and what the policy forbade. */
  readonly complaints: string[] = [];
  /** Where the page asked for something. */
  readonly requests = new Set<string>();

  private constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("console", (message) => {
      const isBad = ["error", "warning"].includes(message.type());
      if (isBad) this.complaints.push(message.text());
    });
    page.on("pageerror", (error) =>
      this.complaints.push(error.stack ?? error.message),
    );
    page.on("dialog", (dialog) => {
      this.complaints.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) =>
      this.requests.add(new URL(request.url()).origin),
    );
  }

  static async open(
    browser: Browser,
    address: string,
    viewport = { width: 1440, height: 900 },
  ): Promise<Explorer> {
    const page = await browser.context.newPage();
    const explorer = new Explorer(page);
    await page.setViewportSize(viewport);
    // What functions that are sent to the page are compiled with.
    await page.addInitScript({ content: "globalThis.__name = (f) => f;" });
    await page.addInitScript(prepare, PATIENCE_MS);
    await page.goto(address);
    await page.locator(".app").waitFor();
    return explorer;
  }

  /** Nothing was complained of, and nothing ran that should not. */
  async isClean(): Promise<void> {
    const ran = await this.page.evaluate(() => globalThis.__xss);
    assert.equal(ran, undefined);
    // A browser tells of polls and upgrades that were under way when their connection was closed.
    const others = this.complaints.filter(
      (text) =>
        !/with a status of 400|closed before the connection is/.test(text),
    );
    assert.deepEqual(others, []);
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  button(name: string | RegExp, within: Locator = this.work): Locator {
    const exact = typeof name === "string";
    return within.getByRole("button", { name, exact });
  }

  get work(): Locator {
    return this.page.locator(".work");
  }
  get timeline(): Locator {
    return this.page.locator(".timeline");
  }
  get detail(): Locator {
    return this.page.locator(".detail");
  }
  get answer(): Locator {
    return this.work.locator(".answer");
  }
  get state(): Locator {
    return this.work.locator(".connection-state");
  }
  get notice(): Locator {
    return this.page.locator(".notice");
  }
  get json(): Locator {
    return this.work.locator(".message .pane-json textarea");
  }
  tab(client: string): Locator {
    return this.page.locator(".client-tab", { hasText: `Client ${client}` });
  }

  async connect(): Promise<void> {
    await this.button("Connect").click();
    await this.is("connected");
  }

  /** Waits for a state of the connection at work. */
  async is(state: string): Promise<void> {
    await this.state.getByText(state).first().waitFor();
  }

  /** One more client; of a namespace, where there are several. */
  async addClient(path?: string): Promise<void> {
    if (path === undefined) {
      await this.page.getByRole("button", { name: "+ Client" }).click();
    } else {
      const places = this.page.getByLabel("Add a client of a namespace");
      await places.selectOption({ label: path });
    }
  }

  async activate(client: string): Promise<void> {
    await this.tab(client).click();
  }

  async select(
    event: string,
    direction: Direction = "clientToServer",
  ): Promise<void> {
    const list = this.page.locator(`ul[aria-labelledby="list-${direction}"]`);
    const name = list.locator(".event-name", {
      hasText: new RegExp(`^${escaped(event)}$`),
    });
    await name.click();
    await this.work
      .locator("#message-title code", {
        hasText: new RegExp(`^${escaped(event)}$`),
      })
      .waitFor();
  }

  /** Shows the form of the message, or its JSON, where there is no room for both. */
  async show(pane: "Form" | "JSON"): Promise<void> {
    const tabs = this.work.locator(".message .editor .tabs");
    const tab = tabs.locator(".segment", { hasText: pane });
    if (await tab.isVisible()) await tab.click();
  }

  /** A field of the form of the message. */
  async field(name: string): Promise<Locator> {
    await this.show("Form");
    return this.work
      .locator(".message .pane-form")
      .getByRole("textbox", { name, exact: true });
  }

  /** Writes the message as JSON. */
  async write(value: unknown): Promise<void> {
    await this.show("JSON");
    const text = typeof value === "string" ? value : JSON.stringify(value);
    await this.json.fill(text);
  }

  /** Sends the message, and returns what became of it once that says so. */
  async send(outcome: RegExp): Promise<string> {
    const before = await this.lastSent();
    await this.work.locator("form.composer button[type=submit]").click();
    return this.became(outcome, before);
  }

  /** The row of what was sent last, by its id. */
  lastSent(): Promise<string | undefined> {
    return this.page.evaluate(
      () => Array.from(document.querySelectorAll(".line.sent")).at(-1)?.id,
    );
  }

  /** Waits until something was sent after a row, and its outcome is shown. */
  async became(outcome: RegExp, before: string | undefined): Promise<string> {
    return this.page.evaluate(
      async ({ source, before }) => {
        const answer = () =>
          document.querySelector<HTMLElement>(".work .answer");
        const isThere = () => {
          const line = Array.from(document.querySelectorAll(".line.sent")).at(
            -1,
          );
          const said = answer()?.querySelector("strong")?.textContent ?? "";
          return line && line.id !== before && new RegExp(source).test(said);
        };
        await until(isThere, `an answer says ${source}`).catch(
          (error: unknown) => {
            const shown =
              document.querySelector<HTMLElement>(".work")?.innerText;
            throw new Error(`${String(error)}:\n${shown ?? ""}`);
          },
        );
        return answer()?.innerText ?? "";
      },
      { source: outcome.source, before },
    );
  }

  /** The rows that the browser has, which are those that are seen and a few more. */
  lines(): Promise<Line[]> {
    return this.page.evaluate(() =>
      Array.from(document.querySelectorAll(".line"), (line) => {
        const text = (name: string) =>
          line.querySelector(name)?.textContent ?? "";
        return {
          client: text(".chip").replace("client ", ""),
          kind: line.classList[1] ?? "",
          event: text(".line-name"),
          text: text(".line-text"),
          marks: Array.from(
            line.querySelectorAll(".badge"),
            (badge) => badge.textContent ?? "",
          ),
        };
      }),
    );
  }

  /** Waits for a row, and returns it as a part of the page. */
  async line(
    client: string,
    event: string,
    words: string | RegExp = "",
  ): Promise<Locator> {
    const line = this.page
      .locator(".line", {
        has: this.page.locator(".line-name", {
          hasText: new RegExp(`^${escaped(event)}$`),
        }),
      })
      .filter({
        has: this.page.locator(".chip", {
          hasText: new RegExp(`client ${client}$`),
        }),
      })
      .filter({ hasText: words })
      .last();
    await line.waitFor();
    return line;
  }

  /** Opens the details of a row. */
  async look(
    client: string,
    event: string,
    words: string | RegExp = "",
  ): Promise<Locator> {
    const line = await this.line(client, event, words);
    if ((await line.getAttribute("aria-selected")) !== "true")
      await line.click();
    await this.detail.waitFor();
    return this.detail;
  }

  async clear(): Promise<void> {
    await this.button("Clear", this.timeline).click();
    await this.page.evaluate(() =>
      until(() => !document.querySelector(".line"), "the timeline is empty"),
    );
  }

  /** Waits until what was done is drawn, and what follows from that. */
  async drawn(): Promise<void> {
    await this.page.evaluate(async () => {
      const frame = () => new Promise(requestAnimationFrame);
      for (let count = 0; count < 3; count++) await frame();
    });
  }

  /** What has the focus; `body` where it is lost. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return "body";
      const label = element.getAttribute("aria-label") ?? element.textContent;
      return `${element.tagName.toLowerCase()}.${element.className} ${(label ?? "").slice(0, 60)}`;
    });
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
