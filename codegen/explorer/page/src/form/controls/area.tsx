// A textarea that is as high as its text. Where a browser knows `field-sizing` the style sheet does that; elsewhere it
// would be one line high, whatever it holds.
import type { ComponentProps, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface AreaProps extends Omit<ComponentProps<"textarea">, "ref"> {
  readonly area?: RefObject<HTMLTextAreaElement | null>;
}

export function GrowingArea({ area, ...props }: AreaProps) {
  const own = useRef<HTMLTextAreaElement>(null);
  const place = area ?? own;
  useLayoutEffect(() => {
    if (place.current) fit(place.current);
  }, [props.value]);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element || growsByItself()) return undefined;
    // Another width breaks its lines elsewhere; what is not shown has none.
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      fit(element);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return <textarea {...props} ref={place} rows={1} />;
}

function growsByItself(): boolean {
  return CSS.supports("field-sizing", "content");
}

function fit(element: HTMLTextAreaElement): void {
  if (growsByItself()) return;
  // What it needs is known only where it has no more than that.
  element.style.height = "auto";
  const borders = element.offsetHeight - element.clientHeight;
  element.style.height = `${element.scrollHeight + borders}px`;
}
