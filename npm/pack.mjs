// Makes the npm packages: `sockgen`, and one for each platform with the program
// in it. All have the version of the workspace, so that it stands in one place.
//
//   node npm/pack.mjs                    this platform, with a release build
//   node npm/pack.mjs --binary FILE      this platform, with a program that is there
//   node npm/pack.mjs --binaries FOLDER  all platforms: FOLDER/<target>/sockgen[.exe]
//
// Folders and `.tgz` files go to `--out FOLDER`, `target/npm` if it is left out.
// To publish: the `.tgz` of the platforms first, that of `sockgen` last.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const npm = dirname(fileURLToPath(import.meta.url));
const root = dirname(npm);
const require = createRequire(import.meta.url);
const { musl } = require("./sockgen/lib/binary.cjs");

const LICENSES = ["LICENSE-APACHE", "LICENSE-MIT"];

const { values } = parseArgs({
  options: {
    binary: { type: "string" },
    binaries: { type: "string" },
    out: { type: "string", default: join(root, "target/npm") },
  },
});
const out = resolve(values.out);
const platforms = readJson(join(npm, "platforms.json"));
const template = readJson(join(npm, "sockgen/package.json"));
const version = workspaceVersion();

const binaries = values.binaries ? allBinaries(values.binaries) : localBinary();
rmSync(out, { recursive: true, force: true });
const folders = Object.entries(binaries).map(([name, binary]) =>
  platformPackage(name, binary),
);
folders.push(mainPackage());
for (const folder of folders) console.log(pack(folder));

function workspaceVersion() {
  const manifest = readFileSync(join(root, "Cargo.toml"), "utf8");
  const section = manifest.split("[workspace.package]")[1] ?? "";
  const found = /^version = "(.+)"$/m.exec(section);
  if (!found) fail("Cargo.toml has no `version` in [workspace.package]");
  return found[1];
}

/** The program of every platform, by the platform's name. */
function allBinaries(folder) {
  const paths = Object.entries(platforms).map(([name, { target, os }]) => [
    name,
    resolve(folder, target, program(os)),
  ]);
  const missing = paths
    .map(([, path]) => path)
    .filter((path) => !existsSync(path));
  // A release without one of them would leave that platform's users without it.
  if (missing.length > 0) fail(`these are missing:\n${missing.join("\n")}`);
  return Object.fromEntries(paths);
}

function localBinary() {
  const libc = musl() ? "-musl" : "-gnu";
  const { platform, arch } = process;
  const name = `${platform}-${arch}${platform === "linux" ? libc : ""}`;
  if (!(name in platforms)) fail(`there is no package for ${name}`);
  const binary =
    values.binary ?? join(root, "target/release", program(platform));
  if (!values.binary) {
    const build = [
      "build",
      "--release",
      "--locked",
      "--package",
      "sockgen-codegen",
    ];
    execFileSync("cargo", build, { cwd: root, stdio: "inherit" });
  }
  return { [name]: resolve(binary) };
}

function program(os) {
  return os === "win32" ? "sockgen.exe" : "sockgen";
}

function platformPackage(name, binary) {
  const { target, os, cpu, libc } = platforms[name];
  const folder = join(out, name);
  mkdirSync(folder, { recursive: true });
  copyFileSync(binary, join(folder, program(os)));
  chmodSync(join(folder, program(os)), 0o755);
  const { license, homepage, bugs, repository, engines } = template;
  writeJson(join(folder, "package.json"), {
    name: `@sockgen/${name}`,
    version,
    description: `The program of sockgen for ${target}; install \`sockgen\` instead`,
    license,
    homepage,
    bugs,
    repository: { ...repository, directory: "npm" },
    os: [os],
    cpu: [cpu],
    ...(libc && { libc: [libc] }),
    engines,
    files: [program(os), ...LICENSES],
    // Yarn leaves packages in their archives, from which nothing can be run.
    preferUnplugged: true,
  });
  const about = `# @sockgen/${name}\n\nThe program of [sockgen](https://www.npmjs.com/package/sockgen) for \`${target}\`. Install \`sockgen\`, which depends on it.\n`;
  writeFileSync(join(folder, "README.md"), about);
  copyLicenses(folder);
  return folder;
}

function mainPackage() {
  const folder = join(out, "sockgen");
  cpSync(join(npm, "sockgen"), folder, { recursive: true });
  chmodSync(join(folder, "bin/sockgen.cjs"), 0o755);
  copyFileSync(join(npm, "README.md"), join(folder, "README.md"));
  copyLicenses(folder);
  // Exactly this version: the command and its program are one.
  const names = Object.keys(platforms).map((name) => [
    `@sockgen/${name}`,
    version,
  ]);
  const optionalDependencies = Object.fromEntries(names);
  writeJson(join(folder, "package.json"), {
    ...template,
    version,
    optionalDependencies,
  });
  return folder;
}

function copyLicenses(folder) {
  for (const name of LICENSES)
    copyFileSync(join(root, name), join(folder, name));
}

/** Packs a folder and returns the path of the `.tgz`. */
function pack(folder) {
  const args = [
    "pack",
    "--json",
    "--ignore-scripts",
    "--pack-destination",
    out,
  ];
  // On Windows npm is a script, which only a shell runs.
  const shell = process.platform === "win32";
  const json = execFileSync("npm", args, {
    cwd: folder,
    encoding: "utf8",
    shell,
  });
  const packed = JSON.parse(json);
  return join(out, packed[0].filename);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}
