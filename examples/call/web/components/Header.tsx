"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useSocket } from "./providers/SocketProvider";
import { SocketState } from "./SocketState";
import { ThemeToggle } from "./ThemeToggle";
import styles from "./Header.module.css";

const PAGES = [
  { href: "/", name: "Call" },
  { href: "/connection", name: "Connection" },
] as const;

export function Header() {
  const { state } = useSocket();
  const here = usePathname();
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
        {PAGES.map(({ href, name }) => (
          <Link
            key={href}
            href={href}
            prefetch={false}
            aria-current={here === href ? "page" : undefined}
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
