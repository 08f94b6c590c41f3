"use client";

import { useEffect, useState } from "react";
import { Icon } from "../Icon";
import styles from "./CopyLink.module.css";

type Outcome = "copied" | "failed" | null;

const SHOWN_MS = 2500;

/** Copies the page's address, which names the session. */
export function CopyLink() {
  const [outcome, setOutcome] = useState<Outcome>(null);
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setOutcome("copied");
    } catch {
      // Some browsers ask, and some pages are not allowed to.
      setOutcome("failed");
    }
  };

  return (
    <>
      <button type="button" className={styles.copy} onClick={() => void copy()}>
        <Icon name={outcome === "copied" ? "check" : "link"} />
        {outcome === "copied"
          ? "Copied"
          : outcome === "failed"
            ? "Copy it from the address bar"
            : "Copy link"}
      </button>
      <span className="hidden" role="status">
        {outcome === "copied" && "The link is copied."}
        {outcome === "failed" && "The link could not be copied."}
      </span>
    </>
  );
}
