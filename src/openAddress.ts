import { DataError } from './model/dataError.ts';
import type { AppStore } from './state/createAppStore.ts';
import type { Opener } from './ui/kit/opener.ts';

async function fetchData(address: string): Promise<{ readonly name: string; readonly content: Blob }> {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
  if (!url || url.origin !== location.origin) throw new DataError('other-origin', address);
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) throw new DataError('not-found', address);
  const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '') || 'data';
  return { name, content: await response.blob() };
}

/** Opens what lies at an address of the page's own origin (`?data=`). Never rejects: what is wrong is shown as a failure. */
export async function openAddress(store: AppStore, opener: Opener, address: string): Promise<void> {
  store.dispatch('report', { busy: { what: 'open', done: 0 } });
  try {
    const file = await fetchData(address);
    await opener.open([file]);
  } catch (error) {
    const { code, where, params } = error instanceof DataError ? error : new DataError('unexpected', address);
    store.dispatch('report', { busy: null, failure: { code, where, params } });
  }
}
