// The explorer beside the application: what is sent in one is seen in the other.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser } from "../lib/browser.ts";
import { Person } from "./person.ts";
import { Application } from "./servers.ts";

let app: Application;
let ada: Person;
let browser: Browser;

before(async () => {
  app = await Application.start();
  ada = await Person.comes("Ada");
  browser = await Browser.launch();
});
after(async () => {
  await Promise.all([ada?.leaves(), browser?.close()]);
  await app?.end();
});

test("a message sent from the explorer is seen in the web app, and the other way round", async () => {
  await ada.calls(`${app.web.url}/?session=side-by-side`);

  const page = await browser.context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  await page.goto(`${app.server.url}/ws/test`);
  const press = (name: string | RegExp) =>
    page.getByRole("button", { name, exact: true }).click();
  const answer = page.getByRole("status").getByText(/^ok/);
  await press("Connect");
  await page.getByRole("textbox", { name: "room" }).fill("side-by-side");
  await press("Send");
  await answer.waitFor();
  assert.deepEqual((await ada.people(2)).length, 2);

  await press(/^message:send/);
  await page.getByRole("textbox", { name: "text" }).fill("From the explorer");
  await page.getByRole("switch", { name: /room/ }).check();
  await page
    .getByRole("textbox", { name: "room", exact: true })
    .fill("side-by-side");
  await press("Send");
  await answer.waitFor();
  await ada.message("From the explorer").waitFor();

  await ada.writes("From the web app");
  const row = page.getByRole("option").filter({ hasText: "From the web app" });
  await row.waitFor();
  assert.match((await row.textContent()) ?? "", /message:new/);
  assert.doesNotMatch((await row.textContent()) ?? "", /drift/);
  // It is Ada's, as she said in the handshake.
  await row.click();
  const details = page.getByRole("region", { name: /Details/ });
  await details.getByText('"name": "Ada"').waitFor();
  assert.deepEqual(complaints, []);
  ada.isContent();
});
