// Numbers that look random, and what is chosen by them. The same seed makes the same ones.

/** A number from 0 to 1, without 1 itself, whenever it is called. */
export type Rng = () => number;

/** A source of numbers that a seed decides. */
export function seeded(seed: number): Rng {
  let state = seed | 0;
  return () => {
    // Steps of an odd number pass all 32-bit states; multiplying and shifting spreads each over all bits.
    state = (state + 0x61c88647) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
  };
}

/** An integer from `least` to `most`. */
export function integer(rng: Rng, least: number, most: number): number {
  return Math.min(most, least + Math.floor(rng() * (most - least + 1)));
}

/** One of some. */
export function pick<Item>(rng: Rng, items: readonly Item[]): Item {
  const item = items[integer(rng, 0, items.length - 1)];
  if (item === undefined) throw new Error("there is nothing to choose from");
  return item;
}

/** Whether something is done that is done one time in so many. */
export function oneIn(rng: Rng, times: number): boolean {
  return rng() * times < 1;
}
