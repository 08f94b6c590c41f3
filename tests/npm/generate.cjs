#!/usr/bin/env node
// Stands in for `sockgen generate [--watch]` where Vite's plugin is tested: it
// generates `call.ts` with the command of this workspace, which SOCKGEN names.
"use strict";

const { spawnSync } = require("node:child_process");
const { readFileSync, writeFileSync } = require("node:fs");

const SCHEMA = "call.sockgen.yaml";
const WAITS = "watching 1 file; Ctrl-C ends it\n";

let seen;

function generate() {
  seen = readFileSync(SCHEMA, "utf8");
  const args = ["ts", SCHEMA, "-o", "call.ts"];
  return spawnSync(process.env.SOCKGEN, args, { stdio: "inherit" }).status;
}

const [command, ...options] = process.argv.slice(2);
if (command !== "generate") throw new Error(`unexpected: ${command}`);
const status = generate();
if (options.includes("--watch")) {
  process.on("SIGTERM", () => {
    writeFileSync("watcher-ended", "");
    process.exit();
  });
  // Whoever reads this may end it at once.
  process.stderr.write(`watcher ${process.pid}\n${WAITS}`);
  setInterval(() => {
    if (readFileSync(SCHEMA, "utf8") === seen) return;
    generate();
    process.stderr.write(WAITS);
  }, 20);
} else {
  process.exit(status);
}
