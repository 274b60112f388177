import { useContext, useState } from 'react';
import type { TableMapping } from '../../model/tableMapping.ts';
import type { TablesPeek } from '../../model/tablePeek.ts';
import type { AppState } from '../../state/appState.ts';
import { mappingText } from '../../words/mappingText.ts';
import { sayError } from '../../words/sayError.ts';
import { useApp, useAppStore } from '../kit/appContext.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { findOffer } from '../kit/offered.ts';
import { type Opener, OpenerContext } from '../kit/opener.ts';
import { openFiles } from '../kit/openFiles.ts';
import { Radios } from '../kit/Radios.tsx';
import { setRule } from './editMapping.ts';
import { PreviewList } from './PreviewList.tsx';
import { TableSection } from './TableSection.tsx';
import { type Peeked, useTablesPeek } from './useTablesPeek.ts';
import { WordingList } from './WordingList.tsx';

const selectIsEmpty = ({ dataset }: AppState): boolean => dataset.entities.size === 0;

interface FootProps {
  readonly peeked: Peeked;
  readonly add: boolean;
  readonly onAdd: (add: boolean) => void;
  readonly onOpen: () => void;
}

function MappingFoot({ peeked: { peek, said }, add, onAdd, onOpen }: FootProps) {
  const store = useAppStore();
  const isEmpty = useApp(selectIsEmpty);
  return (
    <div className="mapping-foot">
      <p className="mapping-holds">{peek && mappingText.holds(peek.entities, peek.relations)}</p>
      {!isEmpty && (
        <Radios
          className="in-a-row"
          legend={mappingText.mode}
          options={[
            { value: 'replace', label: mappingText.modes.replace },
            { value: 'add', label: mappingText.modes.add },
          ]}
          value={add ? 'add' : 'replace'}
          onChoose={(mode) => onAdd(mode === 'add')}
        />
      )}
      <div className="mapping-buttons">
        <button type="button" onClick={() => store.dispatch('closeDialog')}>
          {mappingText.cancel}
        </button>
        <button type="button" className="primary" aria-disabled={peek ? undefined : true} onClick={onOpen}>
          {mappingText.open}
        </button>
      </div>
      <p role="status" className="unseen">
        {said}
      </p>
    </div>
  );
}

interface BodyProps {
  readonly peeked: Peeked;
  readonly peek: TablesPeek;
  readonly mapping: TableMapping;
}

function MappingBody({ peeked, peek, mapping }: BodyProps) {
  return (
    <>
      {peek.tables.map((table, at) => {
        const rule = mapping.tables[at];
        return (
          rule && (
            <TableSection
              key={table.name}
              table={table}
              rule={rule}
              onChange={(next) => peeked.change(setRule(mapping, at, next))}
            />
          )
        );
      })}
      <div className={peek.wordings.length > 1 ? 'mapping-columns' : ''}>
        <PreviewList peeked={peeked} peek={peek} />
        {peek.wordings.length > 1 && (
          <WordingList
            counts={peek.wordings}
            wordings={mapping.wordings}
            onChange={(wordings) => peeked.change({ ...mapping, wordings })}
          />
        )}
      </div>
    </>
  );
}

function MappingForm({ opener }: { readonly opener: Opener }) {
  const store = useAppStore();
  const [offered] = useState(() => findOffer(store));
  const [add, setAdd] = useState(offered.add);
  const peeked = useTablesPeek(opener, offered);
  const { peek, mapping, failed } = peeked;
  const isMany = (peek?.tables.length ?? 0) > 1;
  const open = (): void => {
    if (peek && mapping) void openFiles(store, opener, offered.files, { add, mapping });
  };
  return (
    <Dialog
      title={isMany ? mappingText.titleMany : mappingText.title}
      closeLabel={mappingText.close}
      className="mapping"
    >
      {peek && mapping ? (
        <>
          <p className="mapping-intro">{mappingText.intro}</p>
          <MappingBody peeked={peeked} peek={peek} mapping={mapping} />
        </>
      ) : (
        <p role={failed ? 'alert' : 'status'}>{failed ? sayError(failed) : mappingText.looking}</p>
      )}
      <MappingFoot peeked={peeked} add={add} onAdd={setAdd} onOpen={open} />
    </Dialog>
  );
}

/** How tables are read: a guess to be corrected, with what comes of it in words, before anything is opened. */
export function MappingDialog() {
  const opener = useContext(OpenerContext);
  return opener && <MappingForm opener={opener} />;
}
