import { type MouseEvent, useId } from 'react';
import type { CheckedRecord, CheckName } from '../../model/checkSheet.ts';
import { CHECK_EXPLANATIONS, checkText, sayCheckedRecord, sayFinding } from '../../words/checkText.ts';
import { useDispatch } from '../kit/appContext.ts';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { StandingMark } from '../kit/StandingMark.tsx';

/** Lists of more lines than this open when they are asked for. */
const OPEN_UP_TO = 12;

/** How long the details may take to show what was chosen, ms. */
const UNTIL_SHOWN = 60;

/** The reader's focus goes where the line has led. */
function focusDetails(): void {
  setTimeout(() => document.querySelector<HTMLElement>('#details h2[tabindex]')?.focus(), UNTIL_SHOWN);
}

interface LineProps {
  readonly known: Known;
  readonly name: CheckName;
  readonly record: CheckedRecord;
}

function CheckLine({ known, name, record }: LineProps) {
  const { dataset } = known;
  const dispatch = useDispatch();
  const { id, standing, claims } = record;
  const finding = sayFinding(dataset, name, record);
  const lead = ({ currentTarget }: MouseEvent): void => {
    // By the element itself, which gives the focus back before it goes on.
    currentTarget.closest('dialog')?.close();
    dispatch('closeDialog');
    dispatch('showGraph');
    dispatch('select', { ids: [id], centre: true });
    focusDetails();
  };
  return (
    <li className="check-line">
      <button type="button" className="plain" onClick={lead}>
        {sayCheckedRecord(dataset, record)}
      </button>
      <StandingMark dataset={dataset} standing={standing} claims={claims} />
      {finding !== null && <p className="check-finding">{finding}</p>}
    </li>
  );
}

interface ListProps {
  readonly known: Known;
  readonly name: CheckName;
  readonly records: readonly CheckedRecord[];
}

/** One list of the sheet, with what it means. */
export function CheckList({ known, name, records }: ListProps) {
  const { title, text } = CHECK_EXPLANATIONS[name];
  const textId = useId();
  return (
    <details className="check-list" open={records.length <= OPEN_UP_TO}>
      <summary aria-describedby={textId}>
        <h3>{checkText.heading(title, records.length)}</h3>
      </summary>
      <p id={textId} className="check-meaning">
        {text}
      </p>
      <LongList
        items={records}
        render={(record) => <CheckLine key={record.id} known={known} name={name} record={record} />}
      />
    </details>
  );
}
