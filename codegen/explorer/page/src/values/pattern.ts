// Texts that a pattern matches, with as many characters as a type wants. A pattern is what `schema/src/pattern.rs` reads.
import { regexOf } from "./regex.ts";
import {
  AnyOf,
  Chars,
  parsePattern,
  Place,
  Repeat,
  type Node,
} from "./syntax.ts";

/** How many characters more than the fewest are tried. */
const MORE = 40;
/** How often is tried: what stands around `^` and `$` may not be what they want. */
const ATTEMPTS = 10;

/**
 * A text of `min` to `max` characters that a pattern matches; nothing, where none is found. Without `rng`, a number from
 * 0 to 1 whenever it is called, it is the shortest, and always the same.
 */
export function matching(
  pattern: string,
  min: number,
  max: number,
  rng?: () => number,
): string | undefined {
  const node = parsePattern(pattern);
  if (!node) return undefined;
  const regex = regexOf(pattern);
  // It may match in the middle of a text.
  const filler = new Repeat(LETTERS, 0, Infinity);
  const wholes = [
    [node],
    [node, filler],
    [filler, node],
    [filler, node, filler],
  ];
  if (rng && rng() < 0.2) wholes.reverse();
  for (const whole of wholes) {
    const maker = new Maker(Math.min(max, min + MORE), rng);
    let lengths = maker.lengths(whole).filter(([, to]) => to >= min);
    if (lengths.length === 0) {
      // What the pattern itself needs may be far more than the least.
      const wide = new Maker(Math.min(max, WIDEST), rng);
      lengths = wide.lengths(whole).filter(([, to]) => to >= min);
      if (lengths.length === 0) continue;
      maker.cap = wide.cap;
      maker.forget();
    }
    for (let attempt = 0; attempt < (rng ? ATTEMPTS : 1); attempt++) {
      const text = maker.make(whole, maker.chooseLength(lengths, min));
      // The regular expression has the last word.
      if (text !== undefined && regex.test(text)) return text;
    }
  }
  return rng ? matching(pattern, min, max) : undefined;
}

/** How long texts may be that a pattern alone needs. */
const WIDEST = 4096;
const LETTERS = new Chars([[0x61, 0x7a]]);

/** Lengths as ranges, in order, that neither overlap nor touch. */
type Lengths = readonly (readonly [from: number, to: number])[];

const NOTHING: Lengths = [[0, 0]];

class Maker {
  /** No text is longer than this. */
  cap: number;
  readonly #rng: (() => number) | undefined;
  #lengths = new Map<Node | readonly Node[], Lengths>();
  /** Of what is repeated: the lengths of so many copies. */
  #powers = new Map<Repeat, Lengths[]>();
  /** How many characters there are so far. */
  #at = 0;
  /** Where the text must end; nothing, where it may go on. */
  #end: number | undefined;
  /** Whether something was to stand at the beginning, or at the end, and does not. */
  #isWrong = false;

  constructor(cap: number, rng: (() => number) | undefined) {
    this.cap = cap;
    this.#rng = rng;
  }

  forget(): void {
    this.#lengths.clear();
    this.#powers.clear();
  }

  /** How long the texts of a node can be, or of several in a row. */
  lengths(of: Node | readonly Node[]): Lengths {
    const known = this.#lengths.get(of);
    if (known) return known;
    const lengths = this.#lengthsOf(of);
    this.#lengths.set(of, lengths);
    return lengths;
  }

  #lengthsOf(of: Node | readonly Node[]): Lengths {
    if (of instanceof Chars) return [[1, 1]];
    if (of instanceof Place) return NOTHING;
    if (of instanceof AnyOf) {
      return merged(of.branches.flatMap((branch) => this.lengths(branch)));
    }
    if (of instanceof Repeat) return this.#repeated(of);
    return of.reduce<Lengths>(
      (before, node) => this.#sum(before, this.lengths(node)),
      NOTHING,
    );
  }

  #repeated(repeat: Repeat): Lengths {
    const { node, min, max } = repeat;
    // What most patterns repeat is one character, which needs no counting.
    if (node instanceof Chars) {
      return min <= this.cap ? [[min, Math.min(max, this.cap)]] : [];
    }
    const one = this.lengths(node);
    const powers: Lengths[] = [NOTHING];
    this.#powers.set(repeat, powers);
    let all: Lengths = min === 0 ? NOTHING : [];
    for (let count = 1; count <= max; count++) {
      const next = this.#sum(powers[count - 1] ?? [], one);
      powers.push(next);
      if (next.length === 0) break;
      if (count < min) continue;
      const more = merged([...all, ...next]);
      // What adds nothing once adds nothing later.
      if (isSame(more, all)) break;
      all = more;
    }
    return all;
  }

  #sum(one: Lengths, other: Lengths): Lengths {
    const sums = one.flatMap(([from, to]) =>
      other.map(
        ([more, most]) => [from + more, Math.min(to + most, this.cap)] as const,
      ),
    );
    return merged(sums.filter(([from]) => from <= this.cap));
  }

  /** One of the lengths that are no less than `min`. */
  chooseLength(lengths: Lengths, min: number): number {
    const ranges = lengths.map(
      ([from, to]) => [Math.max(from, min), to] as const,
    );
    const [from, to] = this.#pick(ranges);
    return this.#rng ? from + Math.floor(this.#rng() * (to - from + 1)) : from;
  }

  /** A text of a length that is among the lengths of nodes; nothing, where a place in it is not where it belongs. */
  make(of: readonly Node[], length: number): string | undefined {
    this.#at = 0;
    this.#end = undefined;
    this.#isWrong = false;
    const text = this.#text(of, length);
    if (this.#end !== undefined && this.#end < length) return undefined;
    return this.#isWrong ? undefined : text;
  }

  #text(of: Node | readonly Node[], length: number): string {
    if (of instanceof Chars) return this.#character(of);
    if (of instanceof Place) {
      if (of.isStart) this.#isWrong ||= this.#at > 0;
      else this.#end = Math.min(this.#end ?? Infinity, this.#at);
      return "";
    }
    if (of instanceof AnyOf) {
      const fitting = of.branches.filter((branch) =>
        holds(this.lengths(branch), length),
      );
      return this.#text(this.#pick(fitting), length);
    }
    if (of instanceof Repeat) {
      const { node } = of;
      if (node instanceof Chars) {
        return Array.from({ length }, () => this.#character(node)).join("");
      }
      const powers = this.#powers.get(of) ?? [NOTHING];
      const counts = powers.flatMap((lengths, count) =>
        count >= of.min && holds(lengths, length) ? [count] : [],
      );
      const count = this.#pick(counts);
      const lengths = this.lengths(of.node);
      const rests = powers.slice(0, count).reverse();
      return this.#row(
        rests.map((rest) => [of.node, lengths, rest] as const),
        length,
      );
    }
    const rests: Lengths[] = [NOTHING];
    for (const node of of.slice(1).reverse()) {
      rests.unshift(this.#sum(this.lengths(node), rests[0] ?? NOTHING));
    }
    return this.#row(
      of.map(
        (node, at) => [node, this.lengths(node), rests[at] ?? NOTHING] as const,
      ),
      length,
    );
  }

  /** Nodes in a row, each with its lengths and with those of all that follow it. */
  #row(
    nodes: readonly (readonly [Node, Lengths, Lengths])[],
    length: number,
  ): string {
    let [text, left] = ["", length];
    for (const [node, own, rest] of nodes) {
      const fitting = intersections(own, rest, left);
      const [from, to] = this.#pick(fitting);
      const taken = this.#rng
        ? from + Math.floor(this.#rng() * (to - from + 1))
        : from;
      text += this.#text(node, taken);
      left -= taken;
    }
    return text;
  }

  #pick<Item>(items: readonly Item[]): Item {
    const at = this.#rng ? Math.floor(this.#rng() * items.length) : 0;
    const item = items[at];
    if (item === undefined) throw new Error("there is nothing to choose from");
    return item;
  }

  /** A character that can be read, where there is one. */
  #character({ ranges }: Chars): string {
    this.#at++;
    const readable = within(ranges, 0x21, 0x7e);
    if (!this.#rng) {
      const preferred = [
        within(ranges, 0x61, 0x7a),
        within(ranges, 0x30, 0x39),
        readable,
        ranges,
      ];
      const [first] = preferred.find((some) => some.length > 0) ?? [];
      return String.fromCodePoint(first?.[0] ?? 0);
    }
    const isPlain = readable.length > 0 && this.#rng() < 0.9;
    const [from, to] = this.#pick(isPlain ? readable : ranges);
    const code = from + Math.floor(this.#rng() * (to - from + 1));
    return String.fromCodePoint(code);
  }
}

function merged(lengths: Lengths): Lengths {
  const sorted = [...lengths].sort(([one], [other]) => one - other);
  const result: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = result.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

function isSame(one: Lengths, other: Lengths): boolean {
  return (
    one.length === other.length &&
    one.every(
      ([from, to], at) => from === other[at]?.[0] && to === other[at]?.[1],
    )
  );
}

function holds(lengths: Lengths, length: number): boolean {
  return lengths.some(([from, to]) => length >= from && length <= to);
}

/** The lengths of `own` with which one of `rest` makes the whole. */
function intersections(own: Lengths, rest: Lengths, whole: number): Lengths {
  return own.flatMap(([from, to]) =>
    rest.flatMap(([least, most]): Lengths => {
      const [low, high] = [
        Math.max(from, whole - most),
        Math.min(to, whole - least),
      ];
      return low <= high ? [[low, high]] : [];
    }),
  );
}

function within(
  ranges: readonly (readonly [number, number])[],
  least: number,
  most: number,
): [number, number][] {
  return ranges.flatMap(([from, to]): [number, number][] => {
    const [low, high] = [Math.max(from, least), Math.min(to, most)];
    return low <= high ? [[low, high]] : [];
  });
}
