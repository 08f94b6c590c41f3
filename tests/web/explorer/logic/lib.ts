// The contracts that the explorer's tests run over: those of all goldens and of the large examples.
import { readdirSync, readFileSync } from "node:fs";
import type {
  Contract,
  EventDef,
  Namespace,
} from "../../../../codegen/explorer/page/src/contract.ts";
import type { Direction } from "../../../../codegen/explorer/page/src/values/schemas.ts";

const folder = new URL("../../.generated/contracts/", import.meta.url);

/** By the names of their files. */
export const contracts: ReadonlyMap<string, Contract> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => [
      file.replace(/\.json$/, ""),
      JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Contract,
    ]),
);

/** One of them. */
export function contract(name: string): Contract {
  const found = contracts.get(name);
  if (!found) throw new Error(`there is no contract ${name}`);
  return found;
}

/** All events of a contract, with where they stand. */
export function eventsOf(contract: Contract): {
  namespace: Namespace;
  direction: Direction;
  event: EventDef;
}[] {
  const directions = ["clientToServer", "serverToClient"] as const;
  return contract.namespaces.flatMap((namespace) =>
    directions.flatMap((direction) =>
      (namespace[direction] ?? []).map((event) => ({
        namespace,
        direction,
        event,
      })),
    ),
  );
}

/** An event of a contract, by its name on the wire. */
export function eventOf(contract: Contract, wire: string): EventDef {
  const found = eventsOf(contract).find(({ event }) => event.wire === wire);
  if (!found) throw new Error(`there is no event ${wire}`);
  return found.event;
}
