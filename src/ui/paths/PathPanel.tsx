import { useEffect, useRef } from 'react';
import type { PathAnswer } from '../../model/pathAnswer.ts';
import { MOST_PATHS } from '../../model/pathProblem.ts';
import type { AppState, PathQuestion } from '../../state/appState.ts';
import { pathText, sayNoPath, sayPathCount, sayPathQuestion } from '../../words/pathText.ts';
import { sayName } from '../../words/sayRelation.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';
import { type Known, useKnown } from '../kit/known.ts';
import { useFocusOnward } from '../kit/useFocusOnward.ts';
import { EntityPicker } from './EntityPicker.tsx';
import { PathItem } from './PathItem.tsx';

const selectQuestion = (state: AppState): PathQuestion | null => state.question;
const selectAnswer = (state: AppState): PathAnswer | null => state.answer;

interface AskedProps {
  readonly known: Known;
  readonly question: PathQuestion;
}

/** Both ends and what is looked through. */
function Asking({ known: { dataset }, question }: AskedProps) {
  const dispatch = useDispatch();
  const { from, to, everything } = question;
  return (
    <div className="path-ask">
      <EntityPicker
        dataset={dataset}
        label={pathText.from}
        value={from}
        isWaiting={from === null}
        onChoose={(id) => dispatch('askPath', { from: id })}
      />
      <EntityPicker
        dataset={dataset}
        label={pathText.to}
        value={to}
        isWaiting={from !== null && to === null}
        onChoose={(id) => dispatch('askPath', { to: id })}
      />
      <label className="path-everything">
        <input
          type="checkbox"
          role="switch"
          aria-checked={everything}
          checked={everything}
          onChange={() => dispatch('askPath', { everything: !everything })}
        />
        {pathText.everything}
      </label>
    </div>
  );
}

/** What is still missing from the question. */
function Missing({ known: { dataset }, question: { from, to } }: AskedProps) {
  const only = from ?? to;
  return <p>{only === null ? pathText.chooseEnds : pathText.chooseOther(sayName(dataset, only))}</p>;
}

interface AnsweredProps extends AskedProps {
  readonly answer: PathAnswer;
}

function NoPath({ known: { dataset, asOf }, question, answer }: AnsweredProps) {
  const dispatch = useDispatch();
  return (
    <div className="path-none">
      <p>{sayNoPath(dataset, answer, asOf)}</p>
      {answer.blockedBy.length > 0 && !question.everything && (
        <button type="button" onClick={() => dispatch('askPath', { everything: true })}>
          {pathText.lookThroughAll}
        </button>
      )}
    </div>
  );
}

/** What was found, said aloud when it comes. */
function Answered({ known, question, answer }: AnsweredProps) {
  const dispatch = useDispatch();
  const { dataset, asOf } = known;
  const isFound = answer.paths.length > 0;
  const said = isFound ? sayPathCount(answer, MOST_PATHS) : sayNoPath(dataset, answer, asOf);
  useEffect(() => dispatch('report', { said }), [dispatch, said]);
  if (!isFound) return <NoPath known={known} question={question} answer={answer} />;
  const hasFilters = known.choice.passing !== null;
  return (
    <>
      <p className="soft">{said}</p>
      {question.everything && hasFilters && <p className="soft">{pathText.ignoring}</p>}
      {!answer.complete && <p>{pathText.cutShort}</p>}
      <ol className="paths" aria-label={pathText.list}>
        {answer.paths.map((path, i) => (
          <PathItem
            key={path.entities.join(' ')}
            known={known}
            path={path}
            isLit={i === question.chosen}
            onChoose={() => dispatch('choosePath', i)}
          />
        ))}
      </ol>
    </>
  );
}

function Opened({ question }: Pick<AskedProps, 'question'>) {
  const dispatch = useDispatch();
  const known = useKnown();
  const answer = useApp(selectAnswer);
  const panel = useRef<HTMLDivElement>(null);
  useFocusOnward(panel);
  const isAsked = question.from !== null && question.to !== null;
  return (
    <div className="details-panel path-panel" ref={panel}>
      <button type="button" className="plain details-back" onClick={() => dispatch('askPath', null)}>
        <span aria-hidden="true">←</span> {pathText.back}
      </button>
      <h2 tabIndex={-1}>{sayPathQuestion(known.dataset, question)}</h2>
      <Asking known={known} question={question} />
      {!isAsked && <Missing known={known} question={question} />}
      {isAsked && !answer && <p className="soft">{pathText.looking}</p>}
      {isAsked && answer && <Answered known={known} question={question} answer={answer} />}
    </div>
  );
}

/** "How are A and B connected?": both ends, and up to ten paths with the standing of every step. */
export function PathPanel() {
  const question = useApp(selectQuestion);
  return question && <Opened question={question} />;
}
