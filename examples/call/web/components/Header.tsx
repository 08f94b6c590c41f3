"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useSocket } from "./providers/SocketProvider";
import { SocketState } from "./SocketState";
import { ThemeToggle } from "./ThemeToggle";
import styles from "./Header.module.css";

/** The page of the call in the session that somebody was in last: without one, the page would make a new one. */
function useCallPage(here: string): string {
  const session = useSearchParams().get("session");
  const [last, setLast] = useState(session);
  const isNew = here === "/" && session !== null && session !== last;
  if (isNew) setLast(session);
  return last === null ? "/" : `/?session=${encodeURIComponent(last)}`;
}

export function Header() {
  const { state } = useSocket();
  const here = usePathname();
  const pages = [
    { path: "/", href: useCallPage(here), name: "Call" },
    { path: "/connection", href: "/connection", name: "Connection" },
  ];
  return (
    <header className={styles.header}>
      <span className={styles.brand}>
        <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
          <rect width="32" height="32" rx="10" fill="var(--accent)" />
          <path
            d="M8.5 15.5v1M13 11.5v9M18 8.5v15M23 13v6"
            stroke="var(--on-accent)"
            strokeWidth="2.6"
            strokeLinecap="round"
          />
        </svg>
      </span>
      <nav aria-label="Pages" className={styles.pages}>
        {pages.map(({ path, href, name }) => (
          <Link
            key={path}
            href={href}
            prefetch={false}
            aria-current={here === path ? "page" : undefined}
          >
            {name}
          </Link>
        ))}
      </nav>
      <span className={styles.state}>
        <SocketState state={state} />
      </span>
      <ThemeToggle />
    </header>
  );
}
