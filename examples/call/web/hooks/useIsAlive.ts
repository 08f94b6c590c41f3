"use client";

import { useSyncExternalStore } from "react";

/**
 * Whether React has taken over what the server wrote. Until then a form is the browser's own: what is typed is lost
 * when React comes, and who submits it loads the page anew, without its address's `?session=…`.
 */
export function useIsAlive(): boolean {
  return useSyncExternalStore(
    unchanging,
    () => true,
    () => false,
  );
}

function unchanging() {
  return () => undefined;
}
