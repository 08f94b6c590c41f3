// Clients of this version of the schema, of another one, and of none that they
// say. The server's log is looked at by who starts this.
import { test } from "node:test";
import { connectAuth } from "../.generated/call.ts";
import { Client, TRANSPORTS } from "./client.ts";

const OTHER = { ...connectAuth({ name: "Eve" }), $sockgen: "0".repeat(16) };

for (const transport of TRANSPORTS) {
  const says = (auth?: object) => async () => {
    const options = auth ? { auth } : {};
    (await new Client(transport, options).connected()).close();
  };
  test(`this version over ${transport}`, says(connectAuth({ name: "Ada" })));
  test(`no version over ${transport}`, says({ name: "Bob" }));
  test(`no auth over ${transport}`, says());
  test(`no text over ${transport}`, says({ $sockgen: 1 }));
  test(`another version over ${transport}`, says(OTHER));
  test(`the other version again over ${transport}`, says(OTHER));
}
