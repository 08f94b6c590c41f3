// Bundles the page into `../dist`, which is committed: crates are built without npm. `--check` compares instead of
// writing, and fails where something differs.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const isCheck = process.argv.includes("--check");
const here = new URL(".", import.meta.url);
const dist = new URL("../dist/", here);

const result = await build({
  absWorkingDir: new URL(".", here).pathname,
  entryPoints: ["src/main.tsx"],
  bundle: true,
  minify: true,
  write: false,
  outdir: "out",
  entryNames: "app",
  format: "iife",
  target: "es2022",
  charset: "ascii",
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  define: { "process.env.NODE_ENV": '"production"' },
  metafile: true,
});

const files = new Map();
for (const file of result.outputFiles) {
  const name = file.path.split("/").at(-1);
  // Ends of scripts and styles in them would end the element that holds them.
  const text = file.text.replaceAll(/<\/(script|style)/gi, "<\\/$1").trim();
  if (/<!--/.test(text))
    throw new Error(
      `${name} holds the start of an HTML comment, which scripts may not`,
    );
  files.set(name, text);
}
const hash = (name) =>
  createHash("sha256").update(files.get(name)).digest("base64");
files.set(
  "policy.txt",
  `script-src 'sha256-${hash("app.js")}'; style-src 'sha256-${hash("app.css")}'`,
);
files.set("LICENSES.txt", await licenses(Object.keys(result.metafile.inputs)));

let isCurrent = true;
for (const [name, text] of files) {
  const place = new URL(name, dist);
  const there = await readFile(place, "utf8").catch(() => "");
  if (there !== text) {
    isCurrent = false;
    if (!isCheck) {
      await mkdir(dist, { recursive: true });
      await writeFile(place, text);
    } else
      console.error(
        `${name} is not current: run \`npm run build\` in codegen/explorer/page`,
      );
  }
  console.log(`${name} ${text.length} bytes, ${gzipSync(text).length} gzipped`);
}
if (isCheck && !isCurrent) process.exitCode = 1;

/** What is bundled is licensed under terms that ask to be passed on. */
async function licenses(inputs) {
  const packages = inputs.map(
    (path) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1],
  );
  const texts = [];
  for (const name of [...new Set(packages)].filter(Boolean).sort()) {
    const folder = new URL(`node_modules/${name}/`, here);
    const { version, license } = JSON.parse(
      await readFile(new URL("package.json", folder), "utf8"),
    );
    const file = (await readdir(folder)).find((name) =>
      /^licen[cs]e/i.test(name),
    );
    const text = file
      ? (await readFile(new URL(file, folder), "utf8")).trim()
      : `License: ${license}`;
    texts.push(`${name} ${version}\n\n${text}\n`);
  }
  return texts.join(`\n${"-".repeat(72)}\n\n`);
}
