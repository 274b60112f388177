import type { ReactNode } from 'react';
import { findSafeHref } from '../../model/safeAddress.ts';

/** A link out of the page, or its text alone where the address may not be linked to. */
export function SafeLink({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const href = findSafeHref(address);
  if (!href) return <span>{children}</span>;
  return (
    <a href={href} rel="noopener noreferrer" target="_blank">
      {children}
    </a>
  );
}
