import type { AppState } from '../../state/appState.ts';
import { selectChoice } from '../../state/selectors.ts';
import { exportingText } from '../../words/exportingText.ts';
import { followText } from '../../words/followText.ts';
import { useApp } from './appContext.ts';
import { HOPS, type PublishedScope, SCOPES, selectHasSelection, selectIsPathLit } from './publishedScope.ts';
import { Radios } from './Radios.tsx';

const selectIsFiltered = (state: AppState): boolean => selectChoice(state).passing !== null;

interface ScopeFieldProps {
  readonly scope: PublishedScope;
  readonly onChange: (scope: PublishedScope) => void;
}

/** Which part of the graph is published. */
export function ScopeField({ scope, onChange }: ScopeFieldProps) {
  const hasSelection = useApp(selectHasSelection);
  const isFiltered = useApp(selectIsFiltered);
  const labels = useApp(selectIsPathLit) ? { ...exportingText.scopes, ...exportingText.ofPath } : exportingText.scopes;
  const options = SCOPES.map((value) => ({
    value,
    label: value === 'all' && isFiltered ? followText.everythingShown : labels[value],
    disabled: !hasSelection && (value === 'selection' || value === 'neighbourhood'),
  }));
  return (
    <>
      <Radios
        legend={exportingText.scope}
        options={options}
        value={scope.type}
        onChoose={(type) => onChange({ ...scope, type })}
      />
      {!hasSelection && <p className="field-hint">{exportingText.needsSelection}</p>}
      {isFiltered && <p className="field-hint">{followText.named}</p>}
      {scope.type === 'neighbourhood' && (
        <Radios
          className="in-a-row"
          legend={exportingText.hops}
          options={HOPS.map((value) => ({ value, label: exportingText.hopsValue(value) }))}
          value={scope.hops}
          onChoose={(hops) => onChange({ ...scope, hops })}
        />
      )}
    </>
  );
}
