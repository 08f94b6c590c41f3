// What is wrong with a value: the first few findings, and more of them when somebody asks.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { counted } from "../form/words.tsx";
import type { Issue } from "../generated/schemas.ts";
import { pathOf } from "../values/schemas.ts";

/** How many are shown before somebody asks for more, and how many more each time: a large value may have thousands. */
const FIRST = 5;
const MORE = 100;

interface IssuesProps {
  readonly issues: readonly Issue[];
  /** What they say of the value, as a sentence that they end. */
  readonly title: string;
  /** Whether those who hear the page are told as soon as there are some. */
  readonly isTold?: boolean;
}

export function Issues({ issues, title, isTold = false }: IssuesProps) {
  const list = useRef<HTMLUListElement>(null);
  const most = useSignal(FIRST);
  const rest = issues.length - most.value;
  if (issues.length === 0) return null;
  return (
    <div class="refused-by">
      <p {...(isTold ? { role: "status" as const } : {})}>{title}:</p>
      <ul ref={list} tabIndex={-1} aria-label={title}>
        {issues.slice(0, most.value).map((issue, at) => (
          <li class="issue" key={at}>
            <code>{pathOf(issue)}</code> {issue.message}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            // The button goes once all are shown.
            list.current?.focus();
            most.value += MORE;
          }}
        >
          and {counted(rest, "more problem")}
        </button>
      )}
    </div>
  );
}
