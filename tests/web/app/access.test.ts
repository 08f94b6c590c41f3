// For everybody: by the keyboard alone, and what axe finds, in light and dark, on a desktop and on a phone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isAccessible } from "./accessible.ts";
import { Person } from "./person.ts";
import { Application } from "./servers.ts";

let app: Application;
let ada: Person;
let bo: Person;

before(async () => {
  app = await Application.start();
  [ada, bo] = await Promise.all([Person.comes("Ada"), Person.comes("Bo")]);
});
after(async () => {
  await Promise.all([ada?.leaves(), bo?.leaves()]);
  await app?.end();
});

describe("axe finds nothing serious", () => {
  test("before a call", async () => {
    await ada.page.goto(`${app.web.url}/?session=axe`);
    await ada.page.getByRole("button", { name: "Start call" }).waitFor();
    await isAccessible(ada);
  });

  test("in a call, with all that there is to see", async () => {
    await Promise.all([
      ada.calls(`${app.web.url}/?session=axe`),
      bo.calls(`${app.web.url}/?session=axe`),
    ]);
    await ada.writes("From one side");
    await bo.writes("From the other");
    app.voice.type("understand What do you see?");
    app.voice.type("say A page.");
    await ada.page.getByText("A page.").waitFor();
    await bo.field().pressSequentially("…");
    await ada.page.getByText("Bo is typing").waitFor();
    await ada.page.getByRole("button", { name: "Mute" }).click();
    await ada.page.getByRole("button", { name: "Wave" }).click();
    await isAccessible(ada);
  });

  test("without a server", async () => {
    await app.server.kill();
    try {
      await ada.page.getByText("The server cannot be reached.").waitFor();
      await ada.writes("Waiting");
      await isAccessible(ada);
    } finally {
      await app.server.start();
    }
    await ada.sees("Room", "Joined");
  });

  test("after a call", async () => {
    await ada.ends();
    await isAccessible(ada);
  });

  test("on the page of the connection", async () => {
    await ada.page.getByRole("link", { name: "Connection" }).click();
    await ada.page.getByRole("button", { name: "Connect" }).click();
    await ada.page.getByRole("button", { name: "Greet everyone" }).click();
    await ada.page.getByText("Hello everyone!").waitFor();
    await isAccessible(ada);
  });
});

/** Goes on with Tab until something of this name has the focus, which must be seen. */
async function tabTo({ page }: Person, name: string): Promise<void> {
  for (let steps = 0; steps < 30; steps++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element) return ["", ""];
      const label = element.getAttribute("aria-label") ?? "";
      const text = element.textContent ?? "";
      const field = element as HTMLInputElement;
      const name = label || text || field.labels?.[0]?.textContent || "";
      return [name, getComputedStyle(element).outlineStyle];
    });
    if (found[0] !== name) continue;
    assert.equal(found[1], "solid", `${name}: the focus is not to be seen`);
    return;
  }
  assert.fail(`${name} is not reached by Tab`);
}

test("a call is had by the keyboard alone", async () => {
  const { page } = bo;
  await page.goto(`${app.web.url}/?session=keys`);
  await page.getByRole("button", { name: "Start call" }).waitFor();
  await tabTo(bo, "To the content");
  await tabTo(bo, "Your name");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Keys");
  await page.keyboard.press("Enter");
  await bo.sees("Room", "Joined");
  assert.deepEqual(await bo.people(1), ["Keys"]);

  await tabTo(bo, "Mute");
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Muted" }).waitFor();
  await tabTo(bo, "Messages");
  await tabTo(bo, "Wave");
  await page.keyboard.press("Enter");
  await page.getByRole("img", { name: "Wave" }).waitFor();

  await tabTo(bo, "Message");
  await page.keyboard.type("One line");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("and another");
  await page.keyboard.press("Enter");
  const message = bo.message("One line");
  await message.getByText("Delivered").waitFor();
  const text = await message.locator("p").nth(1).textContent();
  assert.equal(text, "One line\nand another");
  // An empty message is none.
  await page.keyboard.press("Enter");
  await page.keyboard.type("  ");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Last");
  await page.keyboard.press("Enter");
  await bo.message("Last").getByText("Delivered").waitFor();
  assert.equal(await page.locator("article").count(), 2);

  await tabTo(bo, "End call");
  await page.keyboard.press("Enter");
  await page.getByText("The call has ended").waitFor();
});

test("colours are chosen, and remembered", async () => {
  const { page } = ada;
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`${app.web.url}/connection`);
  const background = () =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole("button", { name: /^Colours/ }).click();
  assert.equal(await background(), light);
  await page.getByRole("button", { name: /^Colours: light/ }).click();
  assert.notEqual(await background(), light);
  await page.reload();
  assert.notEqual(await background(), light);
  await page.getByRole("button", { name: /^Colours: dark/ }).click();
  await page.getByRole("button", { name: /^Colours: the system/ }).waitFor();
  assert.equal(await background(), light);
  ada.isContent(/net::ERR_/);
});
