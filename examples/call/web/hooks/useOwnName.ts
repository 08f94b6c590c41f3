"use client";

import { useCallback, useSyncExternalStore } from "react";

const KEY = "name";
const watchers = new Set<() => void>();

/** Where nothing may be stored, it lasts until the page is left. */
let unstored = "";

function subscribe(watcher: () => void) {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}

function read(): string {
  try {
    return localStorage.getItem(KEY) ?? unstored;
  } catch {
    return unstored;
  }
}

/** The name under which one is known to the others, as this browser remembers it. */
export function useOwnName(): [name: string, setName: (name: string) => void] {
  const name = useSyncExternalStore(subscribe, read, () => "");
  const setName = useCallback((next: string) => {
    unstored = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // It is in `unstored`.
    }
    for (const watcher of watchers) watcher();
  }, []);
  return [name, setName];
}
