const SAFE = new Set(['http:', 'https:', 'mailto:']);

/** The address if it is one that may be linked to; null for everything else, `javascript:` first of all. */
export function findSafeHref(address: string | null | undefined): string | null {
  if (!address) return null;
  try {
    const url = new URL(address);
    return SAFE.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
