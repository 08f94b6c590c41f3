// Where the focus goes when what has it goes away: nobody who uses a keyboard is to begin anew at the top of the page.

/** Gives the focus to the first of these elements that is there, once what has changed is drawn. */
export function focusOn(...selectors: readonly string[]): void {
  requestAnimationFrame(() => {
    for (const selector of selectors) {
      const element = document.querySelector<HTMLElement>(selector);
      // What is not shown takes no focus.
      if (!element || element.getClientRects().length === 0) continue;
      element.focus();
      return;
    }
  });
}

/** The title of what is at work. */
export const TITLE = "#message-title, #other-title, #question-title";
/** The client at work; without one, what makes one. */
export const CLIENT = [
  ".client-tab[aria-selected=true]",
  ".clients .button, .clients select",
] as const;
export const ROWS = ".rows";
