// The application as developers see it: effects run twice, and React says in the console what does not fit together.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Person } from "./person.ts";
import { Application } from "./servers.ts";

let app: Application;
let ada: Person;

before(async () => {
  app = await Application.start({ mode: "dev" });
  ada = await Person.comes("Ada");
  // Pages are compiled when they are asked for.
  ada.page.setDefaultTimeout(60_000);
});
after(async () => {
  await ada?.leaves();
  await app?.end();
});

test("in StrictMode there is one connection, and nothing to complain of", async () => {
  await ada.calls(`${app.web.url}/?session=dev`);
  await ada.writes("Hello");
  await ada.message("Hello").getByText("Delivered").waitFor();
  assert.equal(await ada.message("Hello").count(), 1);
  assert.deepEqual(await ada.people(1), ["Ada"]);
  assert.equal(ada.connections, 1);
  await ada.ends();
  await ada.page.getByRole("link", { name: "Connection" }).click();
  await ada.page.getByRole("button", { name: "Connect" }).click();
  await ada.page.getByRole("button", { name: "Disconnect" }).waitFor();
  assert.equal(ada.connections, 2);
  ada.isContent();
});
