import { useEffect, useRef } from 'react';
import { KINDS, STANCES } from '../../model/records.ts';
import { STANDING_WORDS } from '../../model/standing.ts';
import {
  DISPUTE_EXPLANATION,
  type Explanation,
  LINE_EXPLANATIONS,
  SHAPE_EXPLANATIONS,
  STANCE_EXPLANATIONS,
  WORD_EXPLANATIONS,
} from '../../words/glossary.ts';
import { helpText } from '../../words/tableText.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { KindMark } from '../kit/KindMark.tsx';
import { LineSwatch } from '../kit/LineSwatch.tsx';
import { HelpKeys } from './HelpKeys.tsx';

function Entry({ mark, explanation }: { readonly mark?: React.ReactNode; readonly explanation: Explanation }) {
  return (
    <div className="help-entry">
      <dt>
        {mark} {explanation.term}
      </dt>
      <dd>{explanation.text}</dd>
    </div>
  );
}

/** "How to read this": patterns, glyphs, words and keys; `at`: where it opens, if not at its beginning. */
export function HelpDialog({ at }: { readonly at?: 'keys' }) {
  const keys = useRef<HTMLHeadingElement>(null);
  // After the effect of the dialog in it, which opens it.
  useEffect(() => {
    if (at !== 'keys') return;
    keys.current?.focus();
    keys.current?.scrollIntoView({ block: 'start' });
  }, [at]);
  return (
    <Dialog title={helpText.title} closeLabel={helpText.close} className="help">
      <p>{helpText.intro}</p>
      <h3>{helpText.lines}</h3>
      <dl>
        {STANDING_WORDS.map((word) => (
          <Entry key={word} mark={<LineSwatch word={word} />} explanation={LINE_EXPLANATIONS[word]} />
        ))}
      </dl>
      <h3>{helpText.disputes}</h3>
      <dl>
        <Entry mark={<span className="chip">≠</span>} explanation={DISPUTE_EXPLANATION} />
        {STANCES.filter((stance) => stance !== 'asserts').map((stance) => (
          <Entry key={stance} explanation={STANCE_EXPLANATIONS[stance]} />
        ))}
      </dl>
      <h3>{helpText.shapes}</h3>
      <dl>
        {KINDS.map((kind) => (
          <Entry key={kind} mark={<KindMark kind={kind} />} explanation={SHAPE_EXPLANATIONS[kind]} />
        ))}
      </dl>
      <h3>{helpText.words}</h3>
      <dl>
        {WORD_EXPLANATIONS.map((explanation) => (
          <Entry key={explanation.term} explanation={explanation} />
        ))}
      </dl>
      <h3 ref={keys} tabIndex={-1}>
        {helpText.keys}
      </h3>
      <HelpKeys />
    </Dialog>
  );
}
