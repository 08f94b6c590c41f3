// All scenarios by the contract that they are of: what a browser loads, too.
import { scenarios as call } from "./call.scenarios.ts";
import { scenarios as collab } from "./collab.scenarios.ts";
import type { Scenarios } from "./lib.ts";
import { scenarios as styles } from "./styles.scenarios.ts";

export const all: { [contract: string]: Scenarios } = { call, collab, styles };
