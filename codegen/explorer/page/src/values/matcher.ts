// Whether a text has a match of a pattern, in time that grows with the text and not with its square, or worse: the
// server's engine promises that, a browser's does not, and nobody can stop it once it has begun. Without this a link, or an
// event, could stop the page for good where a pattern such as `^(a+)+$` stands in the schema.
import { AnyOf, Chars, parsePattern, Place, Repeat } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** Up to so many characters a browser's own engine is quick, whatever the pattern. */
const SHORT = 20;
/** The most steps that a pattern may have here: what is repeated so many times is written out as often. */
const MOST_STEPS = 200_000;

/** A regular expression of the schema's dialect whose `test` always comes to an end. */
export class Matcher extends RegExp {
  readonly #pattern: string;
  /** Made for the first long text; `undefined` for what only the browser's own engine can do. */
  #steps: Steps | undefined;
  #isMade = false;

  constructor(pattern: string, source: string) {
    super(source, "u");
    this.#pattern = pattern;
  }

  override test(text: string): boolean {
    if (text.length <= SHORT) return super.test(text);
    if (!this.#isMade) {
      this.#isMade = true;
      const node = parsePattern(this.#pattern);
      this.#steps = node && stepsOf(node);
    }
    return this.#steps ? matches(this.#steps, text) : super.test(text);
  }
}

/** What to do next: read a character, stand at a place, go on at several steps. The last step is the end. */
type Step =
  | { readonly kind: "read"; readonly chars: Chars }
  | { readonly kind: "place"; readonly isStart: boolean }
  | { readonly kind: "fork"; readonly to: readonly number[] };

type Steps = readonly Step[];

/** A pattern as steps; nothing, where there would be too many. */
function stepsOf(pattern: Node): Steps | undefined {
  const steps: Step[] = [];
  /** Puts a step there that is filled in when what follows it is known. */
  const hole = () => steps.push({ kind: "fork", to: [] }) - 1;
  const write = (node: Node): void => {
    if (steps.length > MOST_STEPS) return;
    if (node instanceof Chars) steps.push({ kind: "read", chars: node });
    else if (node instanceof Place)
      steps.push({ kind: "place", isStart: node.isStart });
    else if (node instanceof AnyOf) {
      const fork = hole();
      const ends: number[] = [];
      const begins = node.branches.map((branch) => {
        const begin = steps.length;
        write(branch);
        ends.push(hole());
        return begin;
      });
      steps[fork] = { kind: "fork", to: begins };
      for (const end of ends) steps[end] = { kind: "fork", to: [steps.length] };
    } else if (node instanceof Repeat) repeat(node);
    else node.forEach(write);
  };
  const repeat = ({ node, min, max }: Repeat): void => {
    for (let count = 0; count < min && steps.length <= MOST_STEPS; count++)
      write(node);
    if (max === Infinity) {
      const begin = hole();
      write(node);
      steps.push({ kind: "fork", to: [begin] });
      steps[begin] = { kind: "fork", to: [begin + 1, steps.length] };
      return;
    }
    const leaves: number[] = [];
    for (let count = min; count < max && steps.length <= MOST_STEPS; count++) {
      leaves.push(hole());
      write(node);
    }
    for (const leave of leaves)
      steps[leave] = { kind: "fork", to: [leave + 1, steps.length] };
  };
  write(pattern);
  return steps.length > MOST_STEPS ? undefined : steps;
}

/** Goes through a text once, at all steps at a time that it could be at. */
function matches(steps: Steps, text: string): boolean {
  /** The place in the text at which a step was last entered, so that it is entered once at each. */
  const entered = new Int32Array(steps.length).fill(-1);
  let readers: number[] = [];
  /** Enters a step, and those that follow without a character. Says whether the end is among them. */
  const enter = (first: number, at: number): boolean => {
    const todo = [first];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      const step = steps[next];
      if (!step) return true;
      if (entered[next] === at) continue;
      entered[next] = at;
      if (step.kind === "read") readers.push(next);
      else if (step.kind === "fork") todo.push(...step.to);
      else if (at === (step.isStart ? 0 : text.length)) todo.push(next + 1);
    }
    return false;
  };
  for (let at = 0; ;) {
    // It may match anywhere.
    if (enter(0, at)) return true;
    const code = text.codePointAt(at);
    if (code === undefined) return false;
    at += code > 0xffff ? 2 : 1;
    const before = readers;
    readers = [];
    for (const reader of before) {
      const step = steps[reader];
      const isRead = step?.kind === "read" && has(step.chars, code);
      if (isRead && enter(reader + 1, at)) return true;
    }
  }
}

function has({ ranges }: Chars, code: number): boolean {
  for (const [from, to] of ranges) {
    if (code >= from && code <= to) return true;
  }
  return false;
}
