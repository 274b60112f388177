import type { ReactNode } from 'react';

const SAFE = new Set(['http:', 'https:', 'mailto:']);

/** The address if it is one that may be linked to; null for everything else, `javascript:` first of all. */
export function findSafeHref(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  return SAFE.has(url.protocol) ? url.href : null;
}

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
