import type { ReactNode } from 'react';
import type { AppStore } from '../../state/createAppStore.ts';
import { StoreContext } from './appContext.ts';

export function AppStoreProvider({ store, children }: { readonly store: AppStore; readonly children: ReactNode }) {
  return <StoreContext value={store}>{children}</StoreContext>;
}
