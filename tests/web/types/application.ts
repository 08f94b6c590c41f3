// Types that the application has: imported, and known by the names of the schema.
import type { Money, Settings } from "./external.ts";
import type * as golden from "../.generated/goldens/types_of_the_application.ts";
import { same } from "./equal.ts";

same<golden.Money, Money>(true);
same<golden.Price, Money>(true);
same<golden.Settings, Settings>(true);
// What has no type in TypeScript is what stands on the wire.
same<golden.Plain, string>(true);
same<golden.Pay["settings"], Settings>(true);
same<golden.Paid["money"], Money>(true);
