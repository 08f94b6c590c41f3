// Enums: unions of literals, and constants of their values.
import { FAILURE_CODE_VALUES, type FailureCode } from "../.generated/call.ts";
import {
  ROLE_VALUES,
  type Role,
  type Status,
} from "../.generated/goldens/open_and_closed_enums.ts";
import { same } from "./equal.ts";

same<(typeof ROLE_VALUES)[number], Role>(true);
same<(typeof FAILURE_CODE_VALUES)[number], "room_not_found" | "forbidden">(
  true,
);

export function closed(role: Role): string {
  switch (role) {
    case "viewer":
      return "reads";
    case "editor":
      return "writes";
  }
}

export function open(code: FailureCode, status: Status): string {
  switch (code) {
    case "forbidden":
      return "no";
    default:
      // A newer server may know more.
      return `${code} ${status}`;
  }
}

// An open enum takes what is not listed, a closed one does not.
export const unlisted: FailureCode = "moved";
// @ts-expect-error not a value of the enum
export const wrong: Role = "owner";
