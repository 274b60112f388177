import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { commands } from '../../state/commands.ts';
import { keyOf } from '../../state/shortcuts.ts';
import { paletteText } from '../../words/paletteText.ts';
import { useAppStore } from '../kit/appContext.ts';
import { findRows, type PaletteRow } from './findRows.ts';
import { PaletteList } from './PaletteList.tsx';

const LIST = 'palette-list';
const rowId = (index: number): string => `palette-row-${index}`;
/** What opened it closes it, but for what can be typed. */
const CALLS = new Set(
  [commands.openPalette.shortcut, commands.openPalette.alias].filter((key) => key?.startsWith('Ctrl+')),
);
const STEPS = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
  ['PageDown', 8],
  ['PageUp', -8],
]);

/** One step goes round at the ends, a longer one stops there. */
function stepTo(from: number, step: number, count: number): number {
  if (Math.abs(step) > 1) return Math.min(count - 1, Math.max(0, from + step));
  return from < 0 && step < 0 ? count - 1 : (from + step + count) % count;
}

/**
 * All commands, to be found by typing: a combobox with a list of the ARIA Authoring Practices. The chosen one runs after
 * the dialog has closed and the focus is back where it was.
 */
export function PaletteDialog() {
  const store = useAppStore();
  const dialog = useRef<HTMLDialogElement>(null);
  const chosen = useRef<PaletteRow | null>(null);
  const [query, setQuery] = useState('');
  const groups = useMemo(() => findRows(store.getState(), query), [store, query]);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const isTyped = query.trim() !== '';
  // Nothing is chosen unasked: Enter in the empty field does nothing.
  const [walked, setWalked] = useState<number | null>(null);
  const [refused, setRefused] = useState('');
  const active = walked ?? (isTyped ? rows.findIndex(({ isEnabled }) => isEnabled) : -1);
  const activeRow = rows[active];
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  const counted = rows.length > 0 ? paletteText.count(rows.length) : paletteText.nothing(query);
  useEffect(() => {
    if (isTyped) store.dispatch('report', { said: counted });
  }, [store, isTyped, counted]);
  const close = (): void => dialog.current?.close();
  const choose = (row: PaletteRow): void => {
    if (!row.isEnabled) {
      const said = paletteText.notNowSaid(row.label);
      setRefused(said);
      return store.dispatch('report', { said });
    }
    chosen.current = row;
    return close();
  };
  const finish = (): void => {
    store.dispatch('closeDialog');
    chosen.current?.run(store);
    chosen.current = null;
  };
  const answerKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS.get(event.key);
    if (step !== undefined) setWalked(rows.length === 0 ? null : stepTo(active, step, rows.length));
    else if (event.key === 'Enter') {
      if (activeRow) choose(activeRow);
    } else if (CALLS.has(keyOf(event))) close();
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} className="dialog palette" aria-label={paletteText.title} onClose={finish}>
      <div className="palette-head">
        <input
          type="text"
          role="combobox"
          aria-label={paletteText.field}
          aria-expanded={rows.length > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? rowId(active) : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={paletteText.placeholder}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setWalked(null);
            setRefused('');
          }}
          onKeyDown={answerKey}
        />
        <button type="button" className="plain" onClick={close}>
          {paletteText.close}
        </button>
      </div>
      <PaletteList id={LIST} rowId={rowId} groups={groups} rows={rows} active={active} onChoose={choose} />
      {/* The page's own live region is out of reach behind a modal dialog. */}
      <p aria-live="polite" className="unseen">
        {refused || (isTyped ? counted : '')}
      </p>
      {rows.length === 0 && (
        <p className="palette-nothing">
          {paletteText.nothing(query)} {paletteText.nothingToDo}
        </p>
      )}
    </dialog>
  );
}
