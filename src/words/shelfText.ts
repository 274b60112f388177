import { plainText } from './plainText.ts';

/** What is said about what is kept on this machine. */
export const shelfText = {
  /** Shown instead of the page while a kept dataset is read. */
  opening: (title: string): string => `Opening ${plainText(title)} …`,
  copyOf: (title: string): string => `${title} (copy)`,
  region: 'What is kept on this machine',
  close: 'Close',
  showNewer: 'Show the newer',
  keepCopy: 'Keep mine as a copy',
  older:
    'This was changed in another tab after you opened it here, so nothing more is kept from this tab until you choose which of the two goes on.',
  elsewhere: 'This is also open in another tab: change it in one of them only.',
  deleted: 'What is open was deleted in another tab: it stays on this page until you close it, and is no longer kept.',
  full: 'There is no room left in this browser for your last changes: save to a file (Ctrl+S) or delete something that is kept.',
  refused:
    'This browser refuses to keep anything, a private window often does: save to a file (Ctrl+S) before you leave.',
  saved: (name: string): string => `Saved to ${plainText(name)}.`,
  /** What a file of ours is called in the browser's own dialog. */
  fileKind: 'Sayso dataset',
} as const;
