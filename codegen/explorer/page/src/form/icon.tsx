// Small pictures of buttons, which say in words what they do.

const PATHS = {
  add: "M8 3v10M3 8h10",
  remove: "M4 4l8 8M12 4l-8 8",
  up: "M8 13V3M4 7l4-4 4 4",
  down: "M8 3v10M4 9l4 4 4-4",
  copy: "M6 6h7v7H6zM10 6V3H3v7h3",
  open: "M4 6l4 4 4-4",
  closed: "M6 4l4 4-4 4",
  calendar: "M3 4.5h10V13H3zM3 7.5h10M5.5 3v2.5M10.5 3v2.5",
  warn: "M8 2.5L14.5 13.5h-13zM8 7v3M8 11.6v.3",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** A button that is nothing but a picture. */
export function IconButton(props: {
  readonly name: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly id?: string;
}) {
  const { name, label, onClick, disabled = false, id } = props;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      {...(id === undefined ? {} : { id })}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={name} />
    </button>
  );
}
