import { useState } from 'react';
import { type CheckSheet, usualAge } from '../../model/checkSheet.ts';
import { latestDay } from '../../model/dates.ts';
import { dayText } from '../../model/days.ts';
import { checkText, sayNone, writeCheckSheet } from '../../words/checkText.ts';
import { exportingText } from '../../words/exportingText.ts';
import { sayError } from '../../words/sayError.ts';
import { useAppStore, useDispatch } from '../kit/appContext.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { useKnown } from '../kit/known.ts';
import { type PublishedScope, usePublishedPart, usePublishedScope } from '../kit/publishedScope.ts';
import { ScopeField } from '../kit/ScopeField.tsx';
import { useCheckSheet } from '../kit/useCheckSheet.ts';
import { CheckList } from './CheckList.tsx';

interface FormProps {
  readonly scope: PublishedScope;
  readonly onScope: (scope: PublishedScope) => void;
  readonly olderThan: number | null;
  readonly onOlderThan: (day: number | null) => void;
}

function CheckForm({ scope, onScope, olderThan, onOlderThan }: FormProps) {
  const [first] = useState(olderThan);
  return (
    <div className="check-form">
      <div>
        <ScopeField scope={scope} onChange={onScope} />
      </div>
      <label className="check-age">
        <span>{checkText.olderThan}</span>
        {/* Not led by its value: while a date is typed it is none. */}
        <input
          type="date"
          defaultValue={first === null ? '' : dayText(first)}
          onChange={(event) => onOlderThan(latestDay(event.target.value))}
        />
      </label>
      {olderThan === null && <p className="field-hint">{checkText.noDate}</p>}
    </div>
  );
}

function CheckActions({ sheet, of }: { readonly sheet: CheckSheet; readonly of: string }) {
  const { dataset } = useAppStore().getState();
  const dispatch = useDispatch();
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(writeCheckSheet(dataset, sheet, of));
      setSaid(checkText.copied);
    } catch {
      setSaid(sayError({ code: 'clipboard-refused', where: '', params: {} }));
    }
  };
  return (
    <div className="check-actions">
      <button type="button" onClick={() => void copy()}>
        {checkText.copy}
      </button>
      <button type="button" onClick={() => window.print()}>
        {checkText.print}
      </button>
      <button type="button" onClick={() => dispatch('openDialog', 'export')}>
        {checkText.toExport}
      </button>
      <p role="status">{said}</p>
    </div>
  );
}

function CheckResult({ sheet, of }: { readonly sheet: CheckSheet; readonly of: string }) {
  const known = useKnown();
  const lists = [...sheet.lists];
  const empty = lists.filter(([, records]) => records.length === 0).map(([name]) => name);
  return (
    <>
      <p className="check-of">{checkText.of(known.dataset.file.title, of)}</p>
      <p className="check-count" role="status">
        {checkText.listed(sheet.flagged.length, sheet.checked)}
      </p>
      {sheet.flagged.length > 0 && <p className="check-intro">{checkText.intro}</p>}
      {lists.map(
        ([name, records]) => records.length > 0 && <CheckList key={name} known={known} name={name} records={records} />,
      )}
      {empty.length > 0 && <p className="check-none">{sayNone(empty)}</p>}
      <CheckActions sheet={sheet} of={of} />
    </>
  );
}

/** What to look at again before a part of the graph is published; each line leads to its place. */
export function CheckDialog() {
  const { dataset } = useAppStore().getState();
  const [scope, setScope] = usePublishedScope();
  const [olderThan, setOlderThan] = useState(() => usualAge(dataset));
  const part = usePublishedPart(scope);
  const sheet = useCheckSheet(part, olderThan);
  return (
    <Dialog title={checkText.title} closeLabel={checkText.close} className="check">
      <CheckForm scope={scope} onScope={setScope} olderThan={olderThan} onOlderThan={setOlderThan} />
      {part && sheet && <CheckResult sheet={sheet} of={part.name} />}
      {!(part && sheet) && <p role="status">{part ? exportingText.preparing : checkText.nothingToCheck}</p>}
    </Dialog>
  );
}
