// Somebody who uses the application: a browser of their own, what they do in it, and what they see.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { Browser } from "../lib/browser.ts";

/** How long anything may take before it is said what is seen instead. */
const PATIENCE_MS = 20_000;

export class Person {
  readonly name: string;
  readonly page: Page;
  /** What the page complained of, in its console or by an error. */
  readonly complaints: string[] = [];
  /** The Socket.IO connections that it opened: each begins with a request that knows no session. */
  connections = 0;
  readonly #browser: Browser;

  private constructor(name: string, browser: Browser, page: Page) {
    this.name = name;
    this.#browser = browser;
    this.page = page;
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      const isBad = message.type() === "error" || message.type() === "warning";
      if (isBad)
        this.complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on("request", (request) => {
      const { pathname, searchParams } = new URL(request.url());
      const isSocketIo = pathname === "/socket.io/";
      if (isSocketIo && !searchParams.has("sid")) this.connections += 1;
    });
  }

  static async comes(name: string, { microphone = true } = {}) {
    const browser = await Browser.launch({ microphone });
    return new Person(name, browser, await browser.context.newPage());
  }

  /** Goes to a session, and has a call in it. */
  async calls(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByLabel("Your name").fill(this.name);
    await this.page.getByRole("button", { name: "Start call" }).click();
    await this.sees("Room", "Joined");
  }

  async ends(): Promise<void> {
    await this.page.getByRole("button", { name: "End call" }).click();
    await this.page.getByText("The call has ended").waitFor();
  }

  /** Waits until one of the connections of a call is said to be so. */
  async sees(which: "Voice" | "Socket" | "Room", how: string): Promise<void> {
    const states = this.page.getByRole("group", { name: "Connections" });
    const row = states.locator("div").filter({ hasText: which });
    await row.getByText(how, { exact: true }).waitFor();
  }

  async writes(text: string): Promise<void> {
    await this.field().fill(text);
    await this.field().press("Enter");
  }

  field() {
    return this.page.getByRole("textbox", { name: "Message" });
  }

  /** A message in the list, by its text. */
  message(text: string) {
    const log = this.page.getByRole("log", { name: "Messages" });
    return log.locator("article").filter({ hasText: text });
  }

  /** A line among the messages which is of nobody. */
  note(text: string) {
    const log = this.page.getByRole("log", { name: "Messages" });
    return log.getByText(text, { exact: true });
  }

  /** The names of those who are in the room. */
  async people(count: number): Promise<string[]> {
    const people = this.page.getByRole("region", { name: /In this room/ });
    const one = people.getByRole("listitem");
    await one.nth(count - 1).waitFor();
    await one.nth(count).waitFor({ state: "detached" });
    const names = await one.locator("span:nth-child(2)").allTextContents();
    return names.sort();
  }

  /** Fails if the page complained of anything but of what is expected. */
  isContent(...expected: RegExp[]): void {
    const others = this.complaints.filter(
      (complaint) => !expected.some((each) => each.test(complaint)),
    );
    assert.deepEqual(others, [], `${this.name}'s page complains`);
  }

  /** Closes the tab, and the browser with it. */
  async leaves(): Promise<void> {
    await this.page.close({ runBeforeUnload: false });
    await this.#browser.close();
  }
}
