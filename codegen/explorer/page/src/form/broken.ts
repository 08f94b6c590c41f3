// Texts that stand for no value at the moment: whoever sends the value has to know that it is not what is shown.
import { createContext } from "preact";
import { useContext, useLayoutEffect } from "preact/hooks";

export const Broken = createContext<(id: string, isBroken: boolean) => void>(
  () => undefined,
);

/** Tells the editor whether the text of a control is broken, until the control is gone. */
export function useBroken(id: string, isBroken: boolean): void {
  const tell = useContext(Broken);
  useLayoutEffect(() => {
    if (!isBroken) return undefined;
    tell(id, true);
    return () => tell(id, false);
  }, [id, isBroken, tell]);
}
