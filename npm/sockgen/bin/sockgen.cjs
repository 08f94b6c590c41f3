#!/usr/bin/env node
// The command of this package: it runs the program of the package for this
// platform in its own place, with the same arguments, standard streams, exit
// code and signals.
"use strict";

const { spawn } = require("node:child_process");
const { constants } = require("node:os");
const { findBinary, whyNotStarted } = require("../lib/binary.cjs");

/** As for every other reason why the command cannot do its work. */
const CANNOT_WORK = 2;

/** What may ask a program to end, to read its configuration again, and so on. */
const SIGNALS = [
  "SIGINT",
  "SIGTERM",
  "SIGHUP",
  "SIGQUIT",
  "SIGUSR2",
  "SIGBREAK",
];

let child;
// A key that is pressed in a terminal reaches the program too, which has ended
// then; a signal that was sent to this process alone has not reached it. On
// Windows only the console sends signals, and it sends them to both.
const pass = (signal) => process.platform === "win32" || child.kill(signal);
for (const signal of SIGNALS) process.on(signal, pass);

try {
  const path = findBinary();
  // Whoever names this very command there would start it for ever.
  const { SOCKGEN_BINARY: _, ...env } = process.env;
  child = spawn(path, process.argv.slice(2), { env, stdio: "inherit" });
  child.on("error", (error) => fail(whyNotStarted(path, error)));
  child.on("exit", end);
} catch (error) {
  fail(error.message);
}

function end(code, signal) {
  if (signal === null) process.exit(code);
  for (const name of SIGNALS) process.off(name, pass);
  // Where a signal does not end Node, its code is what a shell makes of it.
  process.exitCode = 128 + constants.signals[signal];
  process.kill(process.pid, signal);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = CANNOT_WORK;
}
