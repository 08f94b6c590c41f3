// Enums of numbers, and tuples.
import {
  PAGE_VALUES,
  SIGN_VALUES,
  type Drawn,
  type Line,
  type Page,
  type Point,
} from "../.generated/goldens/tuples_and_numbers.ts";
import { same } from "./equal.ts";

same<Page, 10 | 50 | 100>(true);
same<(typeof PAGE_VALUES)[number], Page>(true);
same<(typeof SIGN_VALUES)[number], -1 | 0 | 1>(true);

export function closed(page: Page): string {
  switch (page) {
    case 10:
      return "few";
    case 50:
      return "some";
    case 100:
      return "many";
  }
}

// @ts-expect-error not a value of the enum
export const wrong: Page = 20;
// @ts-expect-error text is no number
export const text: Page = "10";

export function tuples(line: Line, drawn: Drawn): void {
  same<Point, [number, number]>(true);
  same<Line, [Point, Point | null, string[] | null]>(true);
  const [from, to, names] = line;
  void [from[0], to?.[1], names?.join()];
  same<Drawn["pair"], [string, `${bigint}`] | null | undefined>(true);
  if (drawn.pair) same<(typeof drawn.pair)[0], string>(true);
  // @ts-expect-error there are two
  const wrong: Point = [1, 2, 3];
  void wrong;
}
