// Reads JSON text, and says of what is none where it goes wrong and what to write instead, which engines do not do alike
// or at all. What is JSON is what `JSON.parse` takes, but for keys that stand twice.

/** What is wrong with a text. Lines and columns begin at 1, the offset at 0; all of them count UTF-16 units. */
export interface Problem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Makes something else of an object, or refuses it. */
export type OfObject = (
  object: { readonly [key: string]: unknown },
  refuse: (message: string) => void,
) => unknown;

/** The value of a text that is nested no deeper than `deepest`, with what `ofObject` makes of its objects. */
export function read(
  text: string,
  deepest: number,
  ofObject: OfObject,
): { readonly value: unknown } | { readonly problem: Problem } {
  const reader = new Reader(text, deepest, ofObject);
  try {
    return { value: reader.whole() };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    const { message, offset } = error;
    const before = text.slice(0, offset);
    const line = before.split("\n").length;
    const column = offset - before.lastIndexOf("\n");
    return { problem: { message, line, column, offset } };
  }
}

class Wrong extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

class Reader {
  readonly #text: string;
  readonly #deepest: number;
  readonly #ofObject: OfObject;
  #at = 0;
  #depth = 0;

  constructor(text: string, deepest: number, ofObject: OfObject) {
    this.#text = text;
    this.#deepest = deepest;
    this.#ofObject = ofObject;
  }

  whole(): unknown {
    this.#space();
    if (this.#isAtEnd()) {
      this.#wrong("there is nothing here: write a value, such as null");
    }
    const value = this.#value();
    this.#space();
    if (!this.#isAtEnd()) {
      const rest = this.#shown();
      this.#wrong(
        `one value is all there may be, and it ends before ${rest}: remove the rest, or put all of it into a list`,
      );
    }
    return value;
  }

  #value(): unknown {
    switch (this.#peek()) {
      case "{":
        return this.#nested(() => this.#object());
      case "[":
        return this.#nested(() => this.#list());
      case '"':
        return this.#string();
    }
    const number = this.#match(
      /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?(?![\w.+-])/y,
    );
    if (number) {
      const value = Number(number);
      if (!Number.isFinite(value)) {
        this.#wrong(`\`${number}\` is larger than any number can be`);
      }
      this.#at += number.length;
      return value;
    }
    const word = this.#match(/[\p{L}_$][\p{L}\p{N}_$]*/uy);
    if (word === "null" || word === "true" || word === "false") {
      this.#at += word.length;
      return JSON.parse(word);
    }
    return this.#noValue(word);
  }

  #nested(inner: () => unknown): unknown {
    if (++this.#depth > this.#deepest) {
      this.#wrong(
        `this is nested more than ${this.#deepest.toString()} deep: the server reads 127 levels`,
      );
    }
    const value = inner();
    this.#depth--;
    return value;
  }

  #list(): unknown[] {
    const start = this.#at++;
    const items: unknown[] = [];
    this.#space();
    while (this.#peek() !== "]") {
      items.push(this.#value());
      if (!this.#isGoingOn("]", "list", start)) break;
    }
    this.#at++;
    return items;
  }

  #object(): unknown {
    const start = this.#at++;
    const object: { [key: string]: unknown } = {};
    this.#space();
    while (this.#peek() !== "}") {
      const from = this.#at;
      const key = this.#key();
      if (Object.hasOwn(object, key)) {
        this.#wrong(
          `the key ${JSON.stringify(key)} stands twice in this object: remove one of the two`,
          from,
        );
      }
      this.#space();
      if (this.#peek() !== ":") {
        this.#wrong(
          `a \`:\` and a value are missing behind the key ${JSON.stringify(key)}`,
        );
      }
      this.#at++;
      this.#space();
      const value = this.#value();
      // A plain assignment would not make a key of `__proto__`.
      Object.defineProperty(object, key, {
        value,
        configurable: true,
        enumerable: true,
        writable: true,
      });
      if (!this.#isGoingOn("}", "object", start)) break;
    }
    this.#at++;
    return this.#ofObject(object, (message) => this.#wrong(message, start));
  }

  #key(): string {
    if (this.#peek() === '"') return this.#string();
    const word = this.#match(/[\w$\p{L}\p{N}-]+/uy);
    if (word) {
      this.#wrong(
        `keys stand between double quotes: write ${JSON.stringify(word)}`,
      );
    }
    this.#quotes();
    this.#comment();
    if (this.#isAtEnd()) {
      this.#wrong("a `}` is missing: an object is not closed");
    }
    if (this.#peek() === ",") this.#wrong("there is one `,` too many");
    return this.#wrong(
      `a key between double quotes belongs here, not ${this.#shown()}`,
    );
  }

  /** Whether another item comes, which the next character then begins; else it is what closes. */
  #isGoingOn(close: "]" | "}", what: string, start: number): boolean {
    this.#space();
    const next = this.#peek();
    if (next === close) return false;
    if (next !== ",") {
      if (this.#isAtEnd()) {
        const { line, column } = this.#place(start);
        this.#wrong(
          `a \`${close}\` is missing: the ${what} of line ${line.toString()}, column ${column.toString()} is not closed`,
        );
      }
      this.#comment();
      this.#wrong(
        next === "]" || next === "}"
          ? `a \`${close}\` closes this ${what}, not a \`${next}\``
          : `a \`,\` is missing before ${this.#shown()}`,
      );
    }
    const comma = this.#at++;
    this.#space();
    if (this.#peek() === close) {
      this.#wrong(
        `nothing follows this \`,\` but \`${close}\`: remove it`,
        comma,
      );
    }
    return true;
  }

  #string(): string {
    const start = this.#at++;
    for (;;) {
      const character = this.#peek();
      if (character === "") {
        this.#wrong('a text is not closed: write `"` at its end', start);
      } else if (character === '"') {
        this.#at++;
        return JSON.parse(this.#text.slice(start, this.#at)) as string;
      } else if (character === "\\") this.#escape();
      else if (character < " ") this.#control(character);
      else this.#at++;
    }
  }

  #escape(): void {
    const escape = this.#match(/\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y);
    if (escape) {
      this.#at += escape.length;
      return;
    }
    const found = this.#match(/\\[^]?/uy) ?? "\\";
    this.#wrong(
      found === "\\u"
        ? "four hexadecimal digits belong behind `\\u`, such as \\u00e9"
        : `JSON does not know \`${found}\`: write \`\\\\\` for a backslash`,
    );
  }

  #control(character: string): never {
    if (character === "\n" || character === "\r") {
      this.#wrong("a text ends on its line: write \\n for a line break");
    }
    if (character === "\t") this.#wrong("write \\t for a tab in a text");
    const digits = character.charCodeAt(0).toString(16).padStart(4, "0");
    return this.#wrong(
      `this control character does not stand in a text: write \\u${digits}`,
    );
  }

  /** Says what is here instead of a value. */
  #noValue(word: string | undefined): never {
    if (this.#isAtEnd()) this.#wrong("a value is missing at the end");
    this.#quotes();
    this.#comment();
    if (word !== undefined || this.#match(/[+-]+(?:NaN|Infinity)/y)) {
      this.#word(word ?? "Infinity");
    }
    const number = this.#match(/[+\-.]*\d[\w.+-]*|[+-]?\.\d[\w.+-]*/y);
    if (number !== undefined) this.#number(number);
    if (this.#peek() === ",") {
      this.#wrong("there is one `,` too many, or a value is missing before it");
    }
    return this.#wrong(`a value belongs here, not ${this.#shown()}`);
  }

  #word(word: string): never {
    const written: { [word: string]: string } = {
      True: "true",
      TRUE: "true",
      False: "false",
      FALSE: "false",
      None: "null",
      nil: "null",
      Null: "null",
      NULL: "null",
      undefined: "null",
    };
    if (Object.hasOwn(written, word)) {
      this.#wrong(`JSON has no ${word}: write ${written[word] ?? ""}`);
    }
    if (word === "NaN" || word === "Infinity") {
      this.#wrong(`JSON has no ${word}: write a number, or null`);
    }
    return this.#wrong(
      `texts stand between double quotes: write ${JSON.stringify(word)}`,
    );
  }

  #number(number: string): never {
    if (/^0[box]/i.test(number)) {
      this.#wrong(`JSON has decimal numbers alone: \`${number}\` is none`);
    }
    if (/^-?0\d/.test(number)) {
      this.#wrong("a number does not begin with a 0: remove it");
    }
    if (/^\+/.test(number)) this.#wrong("a number has no `+` before it");
    if (/^-?\./.test(number)) {
      this.#wrong("a digit belongs before the point: write 0.5, not .5");
    }
    if (/\.(?!\d)/.test(number)) {
      this.#wrong("a digit belongs behind the point: write 1.0, not 1.");
    }
    if (/_/.test(number)) this.#wrong("a number has no `_` between its digits");
    if (/^-?\d+n$/.test(number)) {
      this.#wrong(
        `JSON has no ${number}: 64-bit integers are texts, such as "${number.slice(0, -1)}"`,
      );
    }
    return this.#wrong(
      `\`${number}\` is no number: write a text between double quotes, or a number such as 1.5e3`,
    );
  }

  #quotes(): void {
    const quote = this.#match(/['`‘’“”„«]/uy);
    if (quote === undefined) return;
    const inner = this.#match(/(?:'[^'\n]*'|`[^`\n]*`|“[^”\n]*”)/uy);
    const example = inner ? JSON.stringify(inner.slice(1, -1)) : '"…"';
    this.#wrong(
      `JSON has double quotes alone, not \`${quote}\`: write ${example}`,
    );
  }

  #comment(): void {
    if (this.#match(/\/[/*]|#/y)) {
      this.#wrong("JSON has no comments: remove it");
    }
  }

  #space(): void {
    this.#at += this.#match(/[ \t\n\r]*/y)?.length ?? 0;
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** What a sticky expression matches here. */
  #match(form: RegExp): string | undefined {
    form.lastIndex = this.#at;
    return form.exec(this.#text)?.[0];
  }

  /** The character that is here, for people. */
  #shown(): string {
    const code = this.#text.codePointAt(this.#at) ?? 0;
    const character = String.fromCodePoint(code);
    if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) return `\`${character}\``;
    const digits = code.toString(16).toUpperCase().padStart(4, "0");
    return `the character U+${digits}, which is no space to JSON`;
  }

  #place(offset: number): { line: number; column: number } {
    const before = this.#text.slice(0, offset);
    return {
      line: before.split("\n").length,
      column: offset - before.lastIndexOf("\n"),
    };
  }

  #wrong(message: string, offset = this.#at): never {
    throw new Wrong(message, offset);
  }
}
