#!/usr/bin/env node
// A program that says who it is and waits for a signal, one of which it answers.
"use strict";

process.on("SIGHUP", () => {
  console.log("heard SIGHUP");
  process.exit(7);
});
setInterval(() => {}, 1 << 30);
console.log(`ready ${process.pid}`);
