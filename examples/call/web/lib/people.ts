// How people are shown: their names, and a colour that is the same for everybody who sees them.
import type { User } from "@/utils/socketIO";

/** What turns the direction of the text around it, which is nobody's name. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;

/** The name, or for those who gave none that can be seen the beginning of their id. */
export function nameOf(user: User): string {
  const name = user.name?.replace(DIRECTIONS, "").trim();
  return name || `Guest ${user.id.slice(0, 4)}`;
}

/** One or two letters for where there is no space for a name. */
export function initialsOf(user: User): string {
  const words = nameOf(user).trim().split(/\s+/);
  const letters = words.map((word) => [...word][0] ?? "");
  const [first = "?", ...others] = letters;
  return (first + (others.at(-1) ?? "")).toUpperCase();
}

/** A hue in degrees. People of one name have one colour, so that it stays when they connect anew. */
export function hueOf(user: User): number {
  let hash = 0;
  for (const letter of nameOf(user))
    hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 3600;
  return hash % 360;
}

/** Names in a sentence: `Ada`, `Ada and Bo`, `Ada, Bo and 2 others`. */
export function listed(users: readonly User[]): string {
  const names = users.map(nameOf);
  const shown = names.length > 3 ? names.slice(0, 2) : names;
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${String(rest)} others`] : shown;
  const last = parts.pop() ?? "";
  return parts.length > 0 ? `${parts.join(", ")} and ${last}` : last;
}
