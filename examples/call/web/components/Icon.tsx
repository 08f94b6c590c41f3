// The few pictures that the page has, drawn for it.

const PATHS = {
  microphone:
    "M12 15a3.5 3.5 0 0 0 3.5-3.5v-5a3.5 3.5 0 1 0-7 0v5A3.5 3.5 0 0 0 12 15Zm-6.5-4a6.5 6.5 0 0 0 13 0M12 17.5V21m-3.5 0h7",
  muted:
    "M15.5 10.5v-4a3.5 3.5 0 0 0-6.8-1.1M8.5 9v2.5a3.5 3.5 0 0 0 5.3 3M5.5 11a6.5 6.5 0 0 0 10.6 5M18.5 11c0 .9-.2 1.8-.5 2.6M12 17.5V21m-3.5 0h7M4 3.5l16 17",
  phone:
    "M6.6 3.5h2.7l1.5 4-2 1.6a11.5 11.5 0 0 0 6.1 6.1l1.6-2 4 1.5v2.7a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4.6 5.7a2 2 0 0 1 2-2.2Z",
  end: "M3 14.2c0-1 .3-1.9 1-2.5a12.3 12.3 0 0 1 16 0c.7.6 1 1.5 1 2.5v1.3a1 1 0 0 1-1.2 1l-3.2-.7a1 1 0 0 1-.8-1v-2a11.5 11.5 0 0 0-7.6 0v2a1 1 0 0 1-.8 1l-3.2.7a1 1 0 0 1-1.2-1v-1.3Z",
  link: "M10 14a4 4 0 0 0 5.7 0l3.2-3.2a4 4 0 1 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.2 3.2a4 4 0 1 0 5.7 5.7l1.2-1.2",
  check: "m5 12.5 4.5 4.5L19 7.5",
  send: "M4.5 12 3.7 4.7a.8.8 0 0 1 1.2-.8l15.5 7.4a.8.8 0 0 1 0 1.4L4.9 20.1a.8.8 0 0 1-1.2-.8L4.5 12Zm0 0h7",
  clock: "M12 7v5.2l3.2 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z",
  warning:
    "M12 8.5v4.7m0 3.3v.1M10.4 4l-7.8 13.6a1.8 1.8 0 0 0 1.6 2.7h15.6a1.8 1.8 0 0 0 1.6-2.7L13.6 4a1.8 1.8 0 0 0-3.2 0Z",
  retry:
    "M4.5 12a7.5 7.5 0 0 1 13-5.1l2 2.1m0-5v5h-5m5 3a7.5 7.5 0 0 1-13 5.1l-2-2.1m0 5v-5h5",
  sun: "M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 2v2m0 16v2M2 12h2m16 0h2M4.9 4.9l1.4 1.4m11.4 11.4 1.4 1.4m0-14.2-1.4 1.4M6.3 17.7l-1.4 1.4",
  moon: "M20.5 14.3A8.7 8.7 0 0 1 9.7 3.5a8.7 8.7 0 1 0 10.8 10.8Z",
  system:
    "M4 4.5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-10a1 1 0 0 1 1-1ZM12 16.5V20m-4 0h8",
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside a text that says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
