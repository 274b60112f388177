import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { useFocusOnward } from '../kit/useFocusOnward.ts';

/** Told of each heading that has appeared, so that the focus can go along with a reader who walked there. */
export const ArriveContext = createContext<(heading: HTMLElement) => void>(() => undefined);

/** The heading of a panel. */
export function Heading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrive = useContext(ArriveContext);
  useFocusOnward(heading);
  useEffect(() => {
    if (heading.current) arrive(heading.current);
  }, [arrive]);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
