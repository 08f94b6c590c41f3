// Runs `sockgen` here, where `sockgen.toml` is.
//
// In an application of its own this would be the package `sockgen` of npm, and the scripts would say
// `sockgen generate`. In this repository the command is built from the sources beside it, unless SOCKGEN
// names one that is there already.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const arguments_ = process.argv.slice(2);
const cargo = ["run", "--quiet", "-p", "sockgen-codegen", "--bin", "sockgen"];
const named = process.env["SOCKGEN"];

const [command, before] = named ? [named, []] : ["cargo", [...cargo, "--"]];
const ended = spawnSync(command, [...before, ...arguments_], {
  cwd: folder,
  stdio: "inherit",
});

if (ended.error) {
  const help = named
    ? "SOCKGEN names it: give the path of a sockgen that can be run, or unset SOCKGEN"
    : "install Rust with rustup (https://rustup.rs), or name a sockgen that is there with SOCKGEN=/path/to/sockgen";
  console.error(
    `error: \`${command}\` cannot be run (${ended.error.message}): ${help}`,
  );
}
process.exitCode = ended.status ?? 1;
