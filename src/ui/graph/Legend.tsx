import type { LegendItem } from '../../scene/scene.ts';
import type { AppState } from '../../state/appState.ts';
import { selectScene } from '../../state/selectors.ts';
import { sayKind, sayStandingWord } from '../../words/names.ts';
import { legendText } from '../../words/tableText.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';
import { KindMark } from '../kit/KindMark.tsx';
import { LineSwatch } from '../kit/LineSwatch.tsx';

const selectLegend = (state: AppState): readonly LegendItem[] => selectScene(state).legend;
const selectIsOpen = (state: AppState): boolean => state.legendOpen;

function Item({ item }: { readonly item: LegendItem }) {
  switch (item.type) {
    case 'kind':
      return (
        <>
          <KindMark kind={item.kind} /> {sayKind(item.kind)}
        </>
      );
    case 'pattern':
      return (
        <>
          <LineSwatch word={item.word} /> {sayStandingWord(item.word)}
        </>
      );
    case 'disputed':
      return (
        <>
          <span className="chip">≠</span> {legendText.disputed}
        </>
      );
    case 'several':
      return (
        <>
          <LineSwatch word="stated" several /> {legendText.several}
        </>
      );
  }
}

const isKind = ({ type }: LegendItem): boolean => type === 'kind';
const isLine = (item: LegendItem): boolean => !isKind(item);

const keyOf = (item: LegendItem): string =>
  item.type === 'kind' ? item.kind : item.type === 'pattern' ? item.word : item.type;

export function Legend() {
  const items = useApp(selectLegend);
  const isOpen = useApp(selectIsOpen);
  const dispatch = useDispatch();
  if (items.length === 0) return null;
  return (
    <>
      <button
        type="button"
        className="legend-button"
        aria-expanded={isOpen}
        aria-controls="legend"
        onClick={() => dispatch('toggleLegend')}
      >
        <span>{legendText.button}</span>
      </button>
      <section className="legend" id="legend" aria-label={legendText.title} hidden={!isOpen}>
        <div className="legend-rows">
          {[items.filter(isKind), items.filter(isLine)].map(
            (row) =>
              row[0] && (
                <ul key={row[0].type === 'kind' ? 'kinds' : 'lines'}>
                  {row.map((item) => (
                    <li key={keyOf(item)}>
                      <Item item={item} />
                    </li>
                  ))}
                </ul>
              ),
          )}
        </div>
      </section>
    </>
  );
}
