import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { Header } from "@/components/Header";
import { SocketProvider } from "@/components/providers/SocketProvider";
import { socketUrl } from "@/lib/config";
import "./globals.css";

export const metadata: Metadata = {
  title: "Call",
  description:
    "A voice call, and beside it who is there, what they write, and who is typing.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f4f2ec" },
    { media: "(prefers-color-scheme: dark)", color: "#101312" },
  ],
};

/** Before anything is painted, so that the page does not flash in the other colours. */
const THEME = `try{const t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch{}`;

export default async function Layout({ children }: { children: ReactNode }) {
  // The address is that of when the page is asked for, not that of the build.
  await connection();
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* Written here, since what Next adds to a page that is rendered on demand comes too late for browsers that look for one. */}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <script dangerouslySetInnerHTML={{ __html: THEME }} />
      </head>
      <body>
        <a className="skip" href="#main">
          To the content
        </a>
        <SocketProvider autoConnect={false} url={socketUrl()}>
          <Header />
          {children}
        </SocketProvider>
      </body>
    </html>
  );
}
