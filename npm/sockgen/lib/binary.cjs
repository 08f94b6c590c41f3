// Finds the program: the package for this platform has it, which package
// managers install because `optionalDependencies` names it.
"use strict";

const { existsSync } = require("node:fs");
const { resolve } = require("node:path");
const { optionalDependencies } = require("../package.json");

const BY_HAND =
  "help: `cargo install sockgen-codegen` builds the program on this machine; name it then: `SOCKGEN_BINARY=/path/to/sockgen`";

/**
 * The path of the program.
 *
 * Throws an error with a message for people if there is none.
 */
function findBinary() {
  const named = process.env.SOCKGEN_BINARY;
  if (named) {
    if (existsSync(named)) return resolve(named);
    throw new Error(
      `error: the environment variable SOCKGEN_BINARY names \`${named}\`, which does not exist\nhelp: name the program itself, or unset the variable to take that of the npm package`,
    );
  }
  const packages = packagesFor(process.platform, process.arch);
  const found = packages.flatMap(inPackage);
  if (packages.length === 0) throw new Error(unsupported());
  if (found.length === 0) throw new Error(missing(packages[musl() ? 1 : 0]));
  // Most package managers install one of the two for Linux; asking is slow.
  return found.length > 1 && musl() ? found[1] : found[0];
}

/** The packages that may fit; of those for Linux, glibc's and then musl's. */
function packagesFor(platform, arch) {
  const libcs = platform === "linux" ? ["-gnu", "-musl"] : [""];
  return libcs
    .map((libc) => `@sockgen/${platform}-${arch}${libc}`)
    .filter((name) => name in optionalDependencies);
}

/** The program in an installed package, or nothing. */
function inPackage(name) {
  const program = process.platform === "win32" ? "sockgen.exe" : "sockgen";
  try {
    return [require.resolve(`${name}/${program}`)];
  } catch {
    return [];
  }
}

/** Whether this is a Linux whose C library is musl, as Alpine's is. */
function musl() {
  if (process.platform !== "linux") return false;
  const { report } = process;
  const { excludeNetwork } = report;
  // A report asks for the names of network addresses, which may take seconds.
  report.excludeNetwork = true;
  const { header } = report.getReport();
  report.excludeNetwork = excludeNetwork;
  return !header.glibcVersionRuntime;
}

function unsupported() {
  return [
    `error: there is no npm package with sockgen's program for this platform (${process.platform}, ${process.arch})`,
    `note: there are ${Object.keys(optionalDependencies).join(", ")}`,
    BY_HAND,
  ].join("\n");
}

function missing(name) {
  return [
    `error: the package \`${name}\`, which has sockgen's program for this platform, is not installed`,
    "note: it is an optional dependency: `--omit=optional`, `--no-optional` and `omit=optional` in `.npmrc` leave it out",
    "note: `node_modules`, or a lockfile that was made on another platform, may have the package of that platform alone",
    "help: install again with optional dependencies; if that changes nothing, remove `node_modules` and the lockfile first",
    BY_HAND,
  ].join("\n");
}

/** What to say if the system does not start the program. */
function whyNotStarted(path, error) {
  const what = `error: \`${path}\` cannot be started: ${error.message}`;
  // A program whose C library is not there does not exist, as Linux sees it.
  if (error.code === "ENOENT" && existsSync(path)) {
    return `${what}\nnote: it may be for another C library than this system's: glibc's does not run on Alpine\nhelp: remove \`node_modules\` and install again on this system\n${BY_HAND}`;
  }
  return `${what}\nhelp: it has to be a program for this platform that may be executed`;
}

module.exports = { findBinary, musl, whyNotStarted };
