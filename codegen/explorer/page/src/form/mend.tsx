// Where a value is mended as JSON: whoever does so is not to lose the place as soon as it fits.
import type { ComponentChildren } from "preact";

export interface MendingProps {
  readonly className: string;
  /** Called with whether the focus is in here. */
  readonly onMending: (isMending: boolean) => void;
  readonly children: ComponentChildren;
}

export function Mending({ className, onMending, children }: MendingProps) {
  return (
    <div
      class={className}
      onFocusIn={() => onMending(true)}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        const isInside = to instanceof Node && event.currentTarget.contains(to);
        if (!isInside) onMending(false);
      }}
    >
      {children}
    </div>
  );
}
