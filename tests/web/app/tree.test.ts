// The application's packages: one React for all of them, and none that was not meant.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { APP } from "./servers.ts";

test("the voice SDK uses the application's React", () => {
  const own = createRequire(`${APP}web/package.json`);
  const sdk = createRequire(own.resolve("@humeai/voice-react"));
  for (const name of ["react", "react-dom", "react/jsx-runtime"])
    assert.equal(sdk.resolve(name), own.resolve(name), name);
  assert.match((own("react") as { version: string }).version, /^19\./);
});

test("the guide's variable has its value in a clean clone", async () => {
  const defaults = await readFile(`${APP}web/.env`, "utf8");
  const line = "NEXT_PUBLIC_SOCKET_URL=http://localhost:3001";
  assert.ok(defaults.split("\n").includes(line), defaults);
});
