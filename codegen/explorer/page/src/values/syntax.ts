// What a pattern is made of, read as far as texts can be made of it. `schema/src/pattern.rs` has the grammar and refuses
// everything else, so little is checked here.

/** A part of a pattern; several in a row are a list. */
export type Node = Chars | AnyOf | Repeat | Place | readonly Node[];

/** The beginning of the text, or its end. */
export class Place {
  readonly isStart: boolean;

  constructor(isStart: boolean) {
    this.isStart = isStart;
  }
}

/** One character of these, by code points. */
export class Chars {
  readonly ranges: readonly (readonly [from: number, to: number])[];

  constructor(ranges: readonly (readonly [from: number, to: number])[]) {
    this.ranges = ranges;
  }
}

/** One of these. */
export class AnyOf {
  readonly branches: readonly Node[];

  constructor(branches: readonly Node[]) {
    this.branches = branches;
  }
}

/** One part, so many times. */
export class Repeat {
  readonly node: Node;
  readonly min: number;
  readonly max: number;

  constructor(node: Node, min: number, max: number) {
    this.node = node;
    this.min = min;
    this.max = max;
  }
}

/** A pattern as it is built; nothing, where it has what the schema's dialect has not. */
export function parsePattern(pattern: string): Node | undefined {
  const reader = new Reader(pattern);
  try {
    const node = reader.alternatives();
    return reader.isAtEnd() ? node : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

const ESCAPES: { readonly [letter: string]: string } = {
  t: "\t",
  n: "\n",
  r: "\r",
  f: "\f",
  v: "\v",
};

class Reader {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(pattern: string) {
    this.#characters = Array.from(pattern);
  }

  isAtEnd(): boolean {
    return this.#at >= this.#characters.length;
  }

  alternatives(): Node {
    const branches: Node[] = [];
    do branches.push(this.#branch());
    while (this.#eat("|"));
    const [only] = branches;
    return only && branches.length === 1 ? only : new AnyOf(branches);
  }

  #branch(): Node {
    const items: Node[] = [];
    while (!this.isAtEnd() && this.#peek() !== "|" && this.#peek() !== ")") {
      if (this.#eat("^")) items.push(new Place(true));
      else if (this.#eat("$")) items.push(new Place(false));
      else items.push(this.#repeated(this.#atom()));
    }
    return items;
  }

  #repeated(node: Node): Node {
    const [least, most] = this.#times();
    if (least === 1 && most === 1) return node;
    // Whether it takes many or few makes no difference to what fits.
    this.#eat("?");
    return new Repeat(node, least, most);
  }

  #times(): readonly [number, number] {
    if (this.#eat("*")) return [0, Infinity];
    if (this.#eat("+")) return [1, Infinity];
    if (this.#eat("?")) return [0, 1];
    if (!this.#eat("{")) return [1, 1];
    const [least, most] = this.#until("}").split(",");
    if (most === undefined) return [Number(least), Number(least)];
    return [Number(least), most === "" ? Infinity : Number(most)];
  }

  #atom(): Node {
    if (this.#eat("[")) return this.#class();
    if (this.#eat("(")) {
      if (this.#eat("?") && !this.#eat(":")) {
        if (!this.#eat("<")) throw new Unreadable();
        this.#until(">");
      }
      const inner = this.alternatives();
      if (!this.#eat(")")) throw new Unreadable();
      return inner;
    }
    const code = this.#code();
    return new Chars([[code, code]]);
  }

  #class(): Chars {
    const isNegated = this.#eat("^");
    const ranges: [number, number][] = [];
    while (!this.#eat("]")) {
      const from = this.#code();
      const isRange = this.#peek() === "-" && this.#peek(1) !== "]";
      if (isRange) this.#at++;
      ranges.push([from, isRange ? this.#code() : from]);
    }
    return new Chars(withoutHalves(isNegated ? others(ranges) : ranges));
  }

  /** A character, or what stands for one. */
  #code(): number {
    const character = this.#next();
    if (character !== "\\") return character.codePointAt(0) ?? 0;
    const escape = this.#next();
    if (escape === "x") return this.#hex(2);
    if (escape === "u") {
      return this.#eat("{") ? parseInt(this.#until("}"), 16) : this.#hex(4);
    }
    const known = Object.hasOwn(ESCAPES, escape) ? ESCAPES[escape] : undefined;
    if (known === undefined && /[\p{L}\p{N}]/u.test(escape)) {
      throw new Unreadable();
    }
    return (known ?? escape).codePointAt(0) ?? 0;
  }

  #hex(digits: number): number {
    let text = "";
    while (text.length < digits) text += this.#next();
    return parseInt(text, 16);
  }

  #until(end: string): string {
    let text = "";
    while (!this.#eat(end)) text += this.#next();
    return text;
  }

  #peek(ahead = 0): string | undefined {
    return this.#characters[this.#at + ahead];
  }

  #next(): string {
    const character = this.#characters[this.#at++];
    if (character === undefined) throw new Unreadable();
    return character;
  }

  #eat(character: string): boolean {
    const isHere = this.#peek() === character;
    if (isHere) this.#at++;
    return isHere;
  }
}

/** All characters that are not in these ranges. */
function others(ranges: readonly (readonly [number, number])[]) {
  const result: [number, number][] = [];
  let next = 0;
  for (const [from, to] of [...ranges].sort(([one], [two]) => one - two)) {
    if (from > next) result.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= 0x10ffff) result.push([next, 0x10ffff]);
  return result;
}

/** Halves of surrogate pairs are no characters. */
function withoutHalves(ranges: readonly (readonly [number, number])[]) {
  return ranges.flatMap(([from, to]): [number, number][] => {
    const parts: [number, number][] = [
      [from, Math.min(to, 0xd7ff)],
      [Math.max(from, 0xe000), to],
    ];
    return parts.filter(([low, high]) => low <= high);
  });
}
