// Texts that are made for patterns: the regular expression takes each, and no bound is broken.
import assert from "node:assert/strict";
import { test } from "node:test";
import { matching } from "../../../../codegen/explorer/page/src/values/pattern.ts";
import { regexOf } from "../../../../codegen/explorer/page/src/values/regex.ts";
import { seeded } from "../../../../codegen/explorer/page/src/values/random.ts";

/** Patterns of the schema's dialect, with the least and the most characters. */
const PATTERNS: readonly (readonly [string, number, number])[] = [
  ["", 0, 10],
  ["", 5, 5],
  ["^[a-z0-9-]+$", 1, 64],
  ["^[a-z0-9-]+$", 40, 40],
  ["^[a-z0-9-]+$", 2000, 3000],
  ["^[A-Za-z_][A-Za-z0-9_]*$", 0, Infinity],
  ["^(?:a|b|)c?$", 0, 2],
  ["^(?:a|b|)c?$", 2, 2],
  ["^(?<year>[0-9]{4})-(?<month>[0-9]{2})$", 0, Infinity],
  [String.raw`^\+[1-9][0-9]{6,14}$`, 12, 12],
  [String.raw`[^\n]+@[^\n]+\.[a-z]{2,}`, 3, 80],
  ["^[A-Za-zÀ-ÖØ-öø-ÿ ]{1,80}$", 80, 80],
  [String.raw`[\]\[\\^\-]`, 1, 5],
  ["^[-a]{3}$", 0, 9],
  ["^[a-]+$", 0, 9],
  ["^[^-a]+$", 3, 9],
  [String.raw`\x41\u0042\u{43}\t\n\r\f\v\/`, 0, 20],
  [String.raw`\^\$\\\.\*\+\?\(\)\[\]\{\}\|`, 0, 20],
  ["^a*?b+?c??d{2}?e{2,}f{2,5}$", 0, 30],
  ["ä-ö [ä-ö] 😀 [😀-😂]", 0, 20],
  ["^[😀-😂]{2}$", 2, 2],
  ["a&b~c#d e-f,g", 13, 20],
  ["(((a)))", 3, 9],
  ["^(?:abc)+$", 10, 14],
  ["^(?:abc|de)+$", 7, 7],
  ["^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$", 17, 17],
  ["(?:^|[^A-Za-z0-9_])word(?:$|[^A-Za-z0-9_])", 6, 20],
  ["^(?:(?:a{22}){40}){2}$", 0, 5000],
  ["^(?:ä?b*){1000}$", 10, 20],
  ["^(?:a*)*$", 5, 5],
  ["end$", 10, 10],
  ["^start", 10, 10],
  ["^[^a]$", 1, 1],
  ["^[^ -~]{4}$", 4, 4],
  ["a|", 0, 1],
  ["^[a/b]{3}$", 3, 3],
];

for (const [pattern, min, max] of PATTERNS) {
  test(`texts for ${pattern}, ${min.toString()} to ${max.toString()}`, () => {
    const regex = regexOf(pattern);
    const rng = seeded(11);
    const made = [matching(pattern, min, max)];
    for (let at = 0; at < 100; at++) {
      made.push(matching(pattern, min, max, rng));
    }
    for (const text of made) {
      assert.ok(text !== undefined);
      assert.match(text, regex);
      const { length } = Array.from(text);
      assert.ok(length >= min && length <= max, text);
      assert.doesNotMatch(text, /\p{Surrogate}/u);
    }
  });
}

test("the shortest text is always the same, and can be read", () => {
  assert.equal(matching("^[a-z0-9-]+$", 1, 64), "a");
  assert.equal(matching("^[0-9]{4}-[0-9]{2}$", 0, 64), "0000-00");
  assert.equal(matching("^[^a]+$", 3, 64), "bbb");
  assert.equal(matching("x", 4, 64), "xaaa");
});

test("random texts differ", () => {
  const rng = seeded(5);
  const made = new Set(
    Array.from({ length: 50 }, () => matching("^[a-z0-9-]+$", 1, 64, rng)),
  );
  assert.ok(made.size > 40);
});

test("what nothing matches is told", () => {
  for (const [pattern, min, max] of [
    ["^abc$", 4, 9],
    ["^abc$", 0, 2],
    ["a^b", 0, 9],
    ["b$a", 0, 9],
    ["^(?:ab)+$", 3, 3],
    // What the dialect does not have.
    [String.raw`^\d+$`, 0, 9],
    ["(?=a)", 0, 9],
    ["(a", 0, 9],
  ] as const) {
    assert.equal(matching(pattern, min, max), undefined, pattern);
    assert.equal(matching(pattern, min, max, seeded(1)), undefined, pattern);
  }
});

test("a pattern is told as a generated file would write it", () => {
  for (const [pattern, source] of [
    ["^[a-z]+$", "^[a-z]+$"],
    ["", "(?:)"],
    ["a/b", "a\\/b"],
    ["a\\/b", "a\\/b"],
    ["[/]", "[\\/]"],
    ["\n\u2028", "\\u{a}\\u{2028}"],
  ] as const) {
    assert.equal(regexOf(pattern).source, source);
    assert.equal(regexOf(pattern).flags, "u");
  }
});

test("long texts are matched as the browser's own engine matches them", () => {
  const rng = seeded(7);
  // Over some it would take ages.
  const quick = PATTERNS.filter(([pattern]) => !/\*\)[*{]/.test(pattern));
  for (const [pattern] of quick) {
    const own = new RegExp(regexOf(pattern).source, "u");
    for (let count = 0; count < 40; count++) {
      const made = matching(pattern, 0, 60, rng) ?? "";
      const letters = Array.from({ length: 21 }, () =>
        String.fromCodePoint(0x20 + Math.floor(rng() * 0x60)),
      ).join("");
      const texts = [
        made.padEnd(21, "z"),
        made + letters,
        letters + made,
        `${letters}😀${made}${letters}`,
      ];
      for (const text of texts) {
        assert.equal(
          regexOf(pattern).test(text),
          own.test(text),
          `${pattern} ${JSON.stringify(text)}`,
        );
      }
    }
  }
});

test("no pattern and no text stop the page", () => {
  for (const [pattern, text, isMatch] of [
    ["^(a+)+$", `${"a".repeat(50_000)}!`, false],
    ["^(a+)+$", "a".repeat(50_000), true],
    ["^(?:a|a)*$", `${"a".repeat(5000)}!`, false],
    ["^(?:a?){40}a{40}$", "a".repeat(39), false],
    [String.raw`[^\n]+@[^\n]+\.[a-z]{2,}`, "@".repeat(20_000), false],
    ["^(?:ä?b*){1000}$", `${"b".repeat(3000)}c`, false],
  ] as const) {
    assert.equal(regexOf(pattern).test(text), isMatch, pattern);
  }
});
