import { allCommands, isApple } from '../../state/shortcuts.ts';
import { keysText, sayShortcut } from '../../words/paletteText.ts';
import { useDispatch } from '../kit/appContext.ts';

const apple = isApple();

interface Row {
  readonly keys: readonly string[];
  readonly label: string;
}

function registryRows(wanted: 'page' | 'graph'): Row[] {
  return allCommands.flatMap(({ shortcut, alias, scope, label }) =>
    shortcut !== undefined && scope === wanted
      ? [{ keys: [shortcut, ...(alias === undefined ? [] : [alias])], label }]
      : [],
  );
}

const EVERYWHERE: readonly Row[] = [...registryRows('page'), { keys: keysText.searchKeys, label: keysText.search }];
const IN_GRAPH: readonly Row[] = [...keysText.walking, ...registryRows('graph')];

function Keys({ heading, rows }: { readonly heading: string; readonly rows: readonly Row[] }) {
  return (
    <>
      <h4 className="help-scope">{heading}</h4>
      <dl className="help-keys">
        {rows.map(({ keys, label }) => (
          <div key={label}>
            <dt>
              {keys.map((key, i) => (
                <span key={key}>
                  {i > 0 && ` ${keysText.or} `}
                  <kbd>{sayShortcut(key, apple)}</kbd>
                </span>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Every key there is, from the registry of commands, and the way to the commands that have none. */
export function HelpKeys() {
  const dispatch = useDispatch();
  const openPalette = (event: React.MouseEvent): void => {
    const dialog = event.currentTarget.closest('dialog');
    // Closed first, so that the focus goes back past both when the list closes.
    dialog?.addEventListener('close', () => dispatch('openPalette'), { once: true });
    dialog?.close();
  };
  return (
    <>
      <p>
        {keysText.all}
        <button type="button" onClick={openPalette}>
          {keysText.openAll}
        </button>
      </p>
      <Keys heading={keysText.everywhere} rows={EVERYWHERE} />
      <Keys heading={keysText.graph} rows={IN_GRAPH} />
      <p className="help-hint">{keysText.graphHint}</p>
    </>
  );
}
