"use client";

import { useSyncExternalStore } from "react";
import { Icon } from "./Icon";
import styles from "./ThemeToggle.module.css";

const THEMES = [
  { name: "system", label: "the system's colours", icon: "system" },
  { name: "light", label: "light", icon: "sun" },
  { name: "dark", label: "dark", icon: "moon" },
] as const;

type Theme = (typeof THEMES)[number]["name"];

const watchers = new Set<() => void>();

function subscribe(watcher: () => void) {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}

/** The page's own attribute is where it is kept: a script in the head sets it before anything is painted. */
function current(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function choose(theme: Theme) {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // Where nothing may be stored it lasts until the page is left.
  }
  for (const watcher of watchers) watcher();
}

export function ThemeToggle() {
  const theme = useSyncExternalStore<Theme>(subscribe, current, () => "system");
  const at = THEMES.findIndex(({ name }) => name === theme);
  const { label, icon } = THEMES[at] ?? THEMES[0];
  const next = THEMES[(at + 1) % THEMES.length] ?? THEMES[0];
  return (
    <button
      type="button"
      className={styles.toggle}
      onClick={() => choose(next.name)}
      aria-label={`Colours: ${label}. Change to ${next.label}`}
      title={`Colours: ${label}`}
    >
      <Icon name={icon} />
    </button>
  );
}
