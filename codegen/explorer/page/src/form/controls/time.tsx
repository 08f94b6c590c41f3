// Dates and times. The text is the value, to its last digit; pickers change only what they pick.
import { useRef } from "preact/hooks";
import { IconButton } from "../icon.tsx";
import { saying, type ValueProps } from "../props.ts";

const MOMENT =
  /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(?::(\d\d)(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)?$/;

export function TimeControl(
  props: ValueProps & { readonly builtin: "datetime" | "date" },
) {
  const { value, onChange, builtin, label } = props;
  const text = String(value);
  const picker = useRef<HTMLInputElement>(null);
  const isDate = builtin === "date";
  const open = () => {
    const element = picker.current;
    if (!element) return;
    element.value = isDate ? text : wallClock(text);
    try {
      element.showPicker();
    } catch {
      // Some browsers have no picker of this kind: the text can be typed.
      element.focus();
    }
  };
  const pick = (picked: string) => {
    if (picked) onChange(isDate ? picked : moved(text, picked));
  };
  const now = () => {
    const moment = new Date();
    onChange(isDate ? localDay(moment) : moment.toISOString());
  };
  const here = isDate ? "" : reading(text);
  return (
    <div class="control">
      <div class="time">
        <input
          {...saying(props)}
          class="input mono"
          type="text"
          spellcheck={false}
          autocomplete="off"
          placeholder={isDate ? "2024-12-31" : "2024-12-31T23:59:59Z"}
          value={text}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        <input
          ref={picker}
          class="picker"
          type={isDate ? "date" : "datetime-local"}
          step={isDate ? undefined : "1"}
          tabIndex={-1}
          aria-label={`Pick ${label}`}
          onInput={(event) => pick(event.currentTarget.value)}
        />
        <IconButton name="calendar" label={`Pick ${label}`} onClick={open} />
      </div>
      <button
        type="button"
        class="button small"
        aria-label={`${isDate ? "Today" : "Now"} for ${label}`}
        onClick={now}
      >
        {isDate ? "Today" : "Now"}
      </button>
      {here && <span class="quiet">{here}</span>}
    </div>
  );
}

/** What a native field shows of a moment: the clock on the wall where it was written. */
export function wallClock(text: string): string {
  const [, day, minute, second] = MOMENT.exec(text) ?? [];
  if (day === undefined || minute === undefined) return "";
  return `${day}T${minute}:${second ?? "00"}`;
}

/** A moment at another clock time: its offset stays, and its fraction while the second does. */
export function moved(text: string, picked: string): string {
  const [, , , second, fraction = "", offset = "Z"] = MOMENT.exec(text) ?? [];
  const [day = "", clock = ""] = picked.split("T");
  // Browsers leave out seconds that are none.
  const [hour = "00", minute = "00", seconds = "00"] = clock.split(/[:.]/);
  const rest = seconds === second ? fraction : "";
  return `${day}T${hour}:${minute}:${seconds}${rest}${offset}`;
}

function localDay(moment: Date): string {
  const two = (count: number) => count.toString().padStart(2, "0");
  return `${moment.getFullYear().toString()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** A moment as this place has it, where that is not what the text says. */
function reading(text: string): string {
  const moment = new Date(text);
  const [, , , , , offset] = MOMENT.exec(text) ?? [];
  if (offset === undefined || Number.isNaN(moment.getTime())) return "";
  const said = moment.toLocaleString(undefined, {
    dateStyle: "medium",
    timeStyle: "medium",
  });
  return `${said} here`;
}
