/** Whether two types are the same, `any` apart from everything else. */
export type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
    ? true
    : false;

/** Does not compile unless both types are the same: `same<A, B>(true)`. */
export function same<A, B>(equal: Equal<A, B>): void {
  void equal;
}
