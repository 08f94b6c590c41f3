// A message that is none of the contract's.
import { signal, useSignal } from "@preact/signals";
import { PayloadEditor } from "../form/editor.tsx";
import { ACK_TIMEOUT_MS } from "../net/client.ts";
import { AskAnyway } from "./AskAnyway.tsx";
import { AnswerView } from "./AnswerView.tsx";
import {
  asksAnyway,
  lastOf,
  send,
  sendsBy,
  type PartProps,
} from "./sending.ts";

const otherName = signal("");

/** A message by any name: a server of another version may know it, and one that does not says so in the ack. */
export function Other({ store, client, selection }: PartProps) {
  const { known, event } = selection;
  const draft = store.draft(known, event);
  const row = lastOf(client, event);
  const isBroken = useSignal(false);
  const name = otherName.value;
  const form = sendsBy(() => {
    const options = { ack: asksAnyway.value, timeoutMs: ACK_TIMEOUT_MS };
    const message = {
      event: name,
      args: draft.value,
      isBroken: isBroken.value,
      ...options,
    };
    send({ store, client, selection }, message);
  });
  return (
    <article class="message" aria-labelledby="other-title">
      <header class="message-head">
        <h2 id="other-title" tabIndex={-1}>
          An event that is not in the contract
        </h2>
      </header>
      <form class="composer" {...form}>
        <div class="row-field">
          <label for="other-name">Name</label>
          <input
            id="other-name"
            class="input mono wide"
            value={name}
            spellcheck={false}
            onInput={(input) => (otherName.value = input.currentTarget.value)}
          />
        </div>
        <PayloadEditor
          id="message-other"
          types={known.types}
          event={event}
          direction="clientToServer"
          value={draft.value}
          issues={[]}
          onChange={(next) => (draft.value = next)}
          onBroken={(broken) => (isBroken.value = broken)}
        />
        <div class="send-line">
          <button type="submit" class="button primary">
            Send
          </button>
          <AskAnyway />
        </div>
        {row && <AnswerView store={store} row={row} />}
      </form>
    </article>
  );
}
