import { useEffect } from 'react';
import { isApple } from '../../state/shortcuts.ts';
import { keysText, paletteText, sayShortcut } from '../../words/paletteText.ts';
import type { PaletteGroup, PaletteRow } from './findRows.ts';

const apple = isApple();

interface PaletteListProps {
  readonly id: string;
  readonly rowId: (index: number) => string;
  readonly groups: readonly PaletteGroup[];
  /** All rows of the groups, in order. */
  readonly rows: readonly PaletteRow[];
  /** Index of the walked-to row; −1 for none. */
  readonly active: number;
  readonly onChoose: (row: PaletteRow) => void;
}

function Shortcuts({ shortcuts }: Pick<PaletteRow, 'shortcuts'>) {
  if (shortcuts.length === 0) return null;
  return (
    <span className="palette-keys">
      {shortcuts.map((shortcut, i) => (
        <span key={shortcut}>
          {i > 0 && ` ${keysText.or} `}
          <kbd>{sayShortcut(shortcut, apple)}</kbd>
        </span>
      ))}
    </span>
  );
}

/** The list under the palette's field; focus stays in the field. */
export function PaletteList({ id, rowId, groups, rows, active, onChoose }: PaletteListProps) {
  const activeRow = rows[active];
  useEffect(() => {
    if (activeRow) document.getElementById(rowId(active))?.scrollIntoView({ block: 'nearest' });
  }, [activeRow, active, rowId]);
  return (
    <div id={id} className="palette-list" role="listbox" aria-label={paletteText.list} hidden={groups.length === 0}>
      {groups.map((group) => (
        <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
          <p id={`${id}-${group.id}`} className="palette-group" role="presentation">
            {group.heading}
          </p>
          {group.rows.map((row) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field answers the keys of a combobox
            <div
              key={row.id}
              id={rowId(rows.indexOf(row))}
              role="option"
              aria-selected={row === activeRow}
              aria-disabled={!row.isEnabled}
              className="palette-row"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(row)}
            >
              <span className="palette-label">{row.label}</span>
              {!row.isEnabled && <span className="palette-not"> {paletteText.notNow}</span>}{' '}
              <Shortcuts shortcuts={row.shortcuts} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
