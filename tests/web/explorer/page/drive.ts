// What runs in the page itself, to go through many events in one go: it clicks what a person would click, and waits for
// what the page shows.

export interface Said {
  /** What the button says that sends the message. */
  readonly button: string;
  /** What the editor shows; absent where there is nothing to write. */
  readonly json: string | undefined;
  readonly outcome: string;
  /** The row of the timeline. */
  readonly line: string;
  /** What is said of the answer. */
  readonly issues: readonly string[];
}

/** Sends a random message of each of these events, which are those of the list in its order. */
export async function sendAll(events: readonly string[]): Promise<Said[]> {
  const said: Said[] = [];
  const one = <E extends Element = HTMLElement>(selector: string) =>
    document.querySelector<E>(selector);
  for (const [at, name] of events.entries()) {
    const buttons = document.querySelectorAll<HTMLElement>(
      'ul[aria-labelledby="list-clientToServer"] .event',
    );
    buttons[at]?.click();
    await until(
      () => one("#message-title code")?.textContent === name,
      `${name} is selected`,
    );
    const starts = Array.from(
      document.querySelectorAll<HTMLElement>(".message .editor-actions button"),
    );
    starts.find(({ textContent }) => textContent === "Random")?.click();
    // What was drawn for the click is there before anything else is clicked.
    await new Promise((resolve) => setTimeout(resolve));
    const submit = one(".composer button[type=submit]");
    const json = one<HTMLTextAreaElement>(
      ".message .pane-json textarea",
    )?.value;
    const button = submit?.textContent ?? "";
    submit?.click();
    const answer = await until(() => {
      const answer = one(".work .answer");
      const text = answer?.querySelector("strong")?.textContent ?? "";
      return /no answer yet|waiting/.test(text) ? undefined : answer;
    }, `${name} is answered`);
    const line = await until(
      () =>
        Array.from(document.querySelectorAll(".line.sent"))
          .filter(
            (line) => line.querySelector(".line-name")?.textContent === name,
          )
          .at(-1),
      `${name} is in the timeline`,
    );
    said.push({
      button,
      json,
      outcome: answer.querySelector("strong")?.textContent ?? "",
      line: line.textContent ?? "",
      issues: Array.from(
        answer.querySelectorAll(".issue"),
        ({ textContent }) => textContent ?? "",
      ),
    });
  }
  return said;
}

/** A row of something that came. */
export interface Seen {
  readonly event: string;
  readonly marks: readonly string[];
  /** Where it differs from the contract. */
  readonly paths: readonly string[];
}

/** Waits for so many messages of the server, answers each that is a question, and reads all of them. */
export async function receiveAll(count: number): Promise<Seen[]> {
  const find = () =>
    Array.from(document.querySelectorAll<HTMLElement>(".line.received"));
  await until(() => find().length === count, `${String(count)} came`);
  const seen: Seen[] = [];
  const marksOf = (line: Element | null) =>
    Array.from(
      line?.querySelectorAll(".badge") ?? [],
      ({ textContent }) => textContent ?? "",
    );
  for (const { id } of find()) {
    const line = () => document.getElementById(id);
    line()?.click();
    const detail = await until(
      () =>
        line()?.getAttribute("aria-selected") === "true" &&
        document.querySelector(".detail"),
      "the details are shown",
    );
    const paths = Array.from(
      detail.querySelectorAll(".refused-by code"),
      ({ textContent }) => textContent ?? "",
    );
    if (marksOf(line()).includes("asks")) {
      const answer = Array.from(detail.querySelectorAll("button")).find(
        ({ textContent }) => textContent === "Answer…",
      );
      answer?.click();
      const reply = await until(
        () => document.querySelector<HTMLElement>(".reply > .button.primary"),
        "the question can be answered",
      );
      reply.click();
      await until(() => marksOf(line()).includes("answered"), "it is answered");
    }
    const event = line()?.querySelector(".line-name")?.textContent ?? "";
    seen.push({ event, marks: marksOf(line()), paths });
  }
  return seen;
}
