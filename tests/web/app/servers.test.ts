// What the tests of the application stand on: ports that others may take in between.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { test } from "node:test";
import { APP, onFreePort, Program } from "./servers.ts";

const NEXT = ["node", "node_modules/next/dist/bin/next"];

test("a port that somebody took in between is not insisted on", async () => {
  const other = createServer().listen(0, "localhost");
  await once(other, "listening");
  const { port: taken } = other.address() as AddressInfo;
  const ports = [String(taken), "0"];
  const tried: string[] = [];
  const web = await onFreePort(
    async (port) => {
      tried.push(port);
      const command = [...NEXT, "start", "--hostname", "localhost"];
      const program = new Program(command, "PORT", {}, `${APP}web`);
      await program.start(port);
      return program;
    },
    async () => ports.shift() ?? assert.fail("too many were tried"),
  );
  try {
    assert.deepEqual(tried, [String(taken), "0"]);
    assert.equal((await fetch(`${web.url}/icon.svg`)).status, 200);
  } finally {
    await web.stop();
    other.close();
  }
});

test("what has nothing to do with the port is an error at once", async () => {
  let times = 0;
  const broken = onFreePort(() => {
    times += 1;
    return Promise.reject(new Error("it is broken"));
  });
  await assert.rejects(broken, /it is broken/);
  assert.equal(times, 1);
});
