// What a client's connection can be, and what is said of one that does not come about.
import type { Namespace } from "../contract.ts";
import type { Issue } from "../generated/schemas.ts";
import { issuesOf, type Schemas } from "../values/schemas.ts";

export type Connection =
  | { readonly status: "disconnected"; readonly reason?: string }
  | { readonly status: "connecting"; readonly reason?: string }
  | { readonly status: "connected"; readonly id: string }
  /** The server said no; nothing is tried again by itself. */
  | { readonly status: "refused"; readonly refusal: Refusal }
  /** The server ended the connection; nothing is tried again by itself. */
  | { readonly status: "kicked" };

export interface Refusal {
  readonly message: string;
  /** The typed error, or the fault, that the message holds. */
  readonly value?: unknown;
  /** How a typed error differs from the contract. */
  readonly issues: readonly Issue[];
}

/** What a refusal's message says: the server writes a typed error, or a fault, as JSON into it. */
export function refusalOf(
  message: string,
  schemas: Schemas,
  namespace: Namespace,
): Refusal {
  const value = parsed(message);
  if (value === undefined) return { message, issues: [] };
  const isFault =
    typeof value === "object" && value !== null && "fault" in value;
  const schema = schemas.connectError(namespace);
  const issues = schema && !isFault ? issuesOf(schema, value) : [];
  return { message, value, issues };
}

/** What a browser says of a server that cannot be reached is the same for all reasons; so the likely ones are named. */
export function unreachable(error: Error): string {
  const isPlain = /^(?:xhr poll error|websocket error)$/.test(error.message);
  if (!isPlain) return error.message;
  return `${error.message}: no server answers there, or it does not let this page's origin in`;
}

function parsed(text: string): unknown {
  if (!/^\s*[[{"]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
