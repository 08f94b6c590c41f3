// The contracts that the explorer's logic is tried with.
import { readFile } from "node:fs/promises";
import type {
  Contract,
  EventDef,
  Namespace,
} from "../../../codegen/explorer/page/src/contract.ts";

const text = await readFile(
  new URL("../.generated/copied.json", import.meta.url),
  "utf8",
);
const cases = JSON.parse(text) as { case: string; contract: Contract }[];

/** All of them. */
export const contracts: readonly Contract[] = cases.map(
  ({ contract }) => contract,
);

/** The contract of an example, or of a golden. */
export function contractOf(name: string): Contract {
  const found = cases.find((entry) => entry.case === name);
  if (!found) throw new Error(`no contract ${name}`);
  return found.contract;
}

/** An event with its namespace and direction, as they stand in a message. */
export function eventOf(
  contract: Contract,
  wire: string,
  direction: "clientToServer" | "serverToClient" = "clientToServer",
): {
  contract: Contract;
  namespace: Namespace;
  direction: typeof direction;
  event: EventDef;
} {
  for (const namespace of contract.namespaces) {
    const event = namespace[direction]?.find((event) => event.wire === wire);
    if (event) return { contract, namespace, direction, event };
  }
  throw new Error(`no event ${wire}`);
}
