// Asking for an ack where the contract declares none: the server says at least whether it took the message.
import { asksAnyway } from "./sending.ts";

export function AskAnyway() {
  return (
    <label class="inline">
      <input
        type="checkbox"
        checked={asksAnyway.value}
        onChange={(change) => (asksAnyway.value = change.currentTarget.checked)}
      />
      <span>ask for an ack</span>
    </label>
  );
}
