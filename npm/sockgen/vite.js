// `sockgen generate` in Vite: once before a build, and as a process of its own
// (`--watch`) for as long as a server runs, since only sockgen knows which
// files a schema is made of.
import { spawn, spawnSync } from "node:child_process";
import { findBinary, whyNotStarted } from "./lib/binary.cjs";

/** What `--watch` says when it has generated and waits for the next change. */
const WAITS = /^watching .*\n/m;

/** What ends Vite without an event `exit`, and would leave the watcher behind. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

export default function sockgen(options = {}) {
  const args = ["generate"];
  if (options.config !== undefined) args.push("--config", options.config);

  let config;
  let server;
  /** Whether Vite goes on after an error, which may soon be put right. */
  let watching;
  let watcher;
  /** What is wrong at present. */
  let failure;

  /** Generates once, and returns what is wrong. */
  function generate(path) {
    const { error, status, signal, stderr } = spawnSync(path, args, {
      cwd: config.root,
      encoding: "utf8",
      windowsHide: true,
    });
    if (error) return whyNotStarted(path, error);
    const said = stderr.trimEnd();
    if (status !== 0)
      return (
        said || `error: \`sockgen generate\` ended with ${status ?? signal}`
      );
    if (said) config.logger.info(said);
    return undefined;
  }

  function watch(path) {
    const child = spawn(path, [...args, "--watch"], {
      cwd: config.root,
      stdio: ["ignore", "ignore", "pipe"],
      windowsHide: true,
    });
    watcher = child;
    process.once("exit", stop);
    for (const signal of SIGNALS) process.prependListener(signal, stopAndEnd);

    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      const rounds = (said + text).split(WAITS);
      said = rounds.pop();
      rounds.forEach(tell);
    });
    child.on("error", (error) => show(whyNotStarted(path, error)));
    child.on("close", (code, signal) => {
      tell(said);
      if (watcher !== child) return;
      show(
        `error: \`sockgen generate --watch\` ended with ${code ?? signal}: start Vite again`,
      );
    });
  }

  function stop() {
    const child = watcher;
    watcher = undefined;
    process.off("exit", stop);
    for (const signal of SIGNALS) process.off(signal, stopAndEnd);
    child?.kill();
  }

  /** A signal that nobody else listens to ends Vite, as if this did not either. */
  function stopAndEnd(signal) {
    stop();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  }

  /** Tells what `--watch` said of one time that it generated. */
  function tell(round) {
    const text = round.trimEnd();
    if (/^error/m.test(text)) show(text);
    else if (text) clear(text);
  }

  /** Tells the terminal what is wrong, and browsers if there is a server. */
  function show(problem) {
    // The first update that a page gets while something is shown reloads it. It
    // has one here, so that it stays as it is when the error is put right.
    if (failure === undefined) server?.ws.send(NO_UPDATE);
    failure = problem;
    config.logger.error(problem);
    server?.ws.send(overlay(problem));
  }

  /** Takes it back. Where no file has changed, Vite itself would not. */
  function clear(text) {
    config.logger.info(text);
    if (failure !== undefined) server?.ws.send(NO_UPDATE);
    failure = undefined;
  }

  return {
    name: "sockgen",
    configResolved(resolved) {
      config = resolved;
      const { command, server, build } = config;
      // A server watches unless it is told not to, as `vitest run` does.
      watching =
        command === "serve" ? server.watch !== null : Boolean(build.watch);
    },
    configureServer(started) {
      server = started;
      // A page that comes, or is loaded again, while something is wrong.
      server.ws.on("connection", () => {
        if (failure !== undefined) server.ws.send(overlay(failure));
      });
    },
    buildStart() {
      // Every build of `vite build --watch` begins here.
      if (watcher !== undefined) return;
      let path;
      try {
        path = findBinary();
      } catch (error) {
        this.error(whole(error.message));
      }
      const problem = generate(path);
      if (problem !== undefined && !watching) this.error(whole(problem));
      if (problem !== undefined) show(problem);
      if (watching) watch(path);
    },
    closeBundle() {
      if (config.command === "serve") stop();
    },
    closeWatcher: stop,
  };
}

/** An error for Vite: the stack would lead to this file, and not to the schema. */
const whole = (message) => ({
  message: `\`sockgen generate\` failed:\n\n${message}`,
  stack: "",
});

/** Takes back what a page shows, and changes nothing in it. */
const NO_UPDATE = { type: "update", updates: [] };

const overlay = (message) => ({
  type: "error",
  err: { ...whole(message), plugin: "sockgen" },
});
