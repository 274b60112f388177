import type { PathAnswer } from '../model/pathAnswer.ts';
import type { VoiceKey } from '../model/voices.ts';
import type { AppState, PathQuestion } from './appState.ts';
import { always, changeView, define, selectedEntities, wish } from './command.ts';
import { selectPart } from './selectors.ts';

const OPEN: PathQuestion = { from: null, to: null, everything: false, chosen: -1 };

/** Whether two questions have the same answer. */
function isSame(a: PathQuestion, b: PathQuestion): boolean {
  return a.from === b.from && a.to === b.to && a.everything === b.everything;
}

function ask({ question, dataset }: AppState, change: Partial<PathQuestion>): PathQuestion {
  const { from, to, ...rest } = { ...(question ?? OPEN), chosen: -1, ...change };
  const known = (id: PathQuestion['from']) => (id !== null && dataset.entities.has(id) ? id : null);
  return { ...rest, from: known(from), to: known(to) };
}

/** The voice that the selection is: a speaker or a source; else everyone who is not named. */
function offerVoice(state: AppState): VoiceKey {
  const [source] = state.selection.filter((id) => state.dataset.sources.has(id as never));
  const entity = selectedEntities(state).at(-1);
  return (entity !== undefined ? `id ${entity}` : source !== undefined ? `source ${source}` : 'unnamed') as VoiceKey;
}

/** Questions to the whole: how two are connected, and what rests on one voice. */
export const findCommands = {
  /** Null closes the question. */
  askPath: define<Partial<PathQuestion> | null>({
    id: 'askPath',
    label: 'How are two connected?',
    group: 'find',
    shortcut: 't',
    scope: 'graph',
    enabled: always,
    offer: (state) => {
      const [from = null, to = null] = selectedEntities(state).slice(-2);
      return { from, to };
    },
    run: (state, change) => {
      if (change === null) return { question: null, answer: null, pointed: [] };
      const question = ask(state, change);
      const goesOn = state.question !== null && isSame(question, state.question);
      return { question, answer: goesOn ? state.answer : null, voice: null, pointed: [] };
    },
  }),
  choosePath: define<number>({
    id: 'choosePath',
    label: 'Show a path',
    group: 'find',
    enabled: (state) => state.answer !== null,
    record: 'merge',
    run: (state, chosen) => {
      const { question, answer, view } = state;
      const path = answer?.paths[chosen];
      if (!question || !path) return question ? { question: { ...question, chosen: -1 } } : {};
      const lit = { question: { ...question, chosen }, pointed: [], ...wish(state, { show: path.entities }) };
      // What the path needs and is not drawn comes into the picture.
      const missing = path.entities.filter((id) => !selectPart(state).ids.has(id));
      if (missing.length === 0) return lit;
      const hidden = view.hidden.filter((id) => !missing.includes(id));
      return { ...lit, ...changeView(state, { hidden, added: [...new Set([...view.added, ...missing])] }) };
    },
  }),
  /** The answer of a job; dropped if the question moved on. */
  answerPath: define<{ readonly answer: PathAnswer; readonly for: PathQuestion }>({
    id: 'answerPath',
    label: 'Answer',
    group: 'find',
    record: 'never',
    enabled: always,
    run: ({ question }, { answer, for: asked }) => (question && isSame(question, asked) ? { answer } : {}),
  }),
  light: define<VoiceKey | null>({
    id: 'light',
    label: 'What rests on whom?',
    group: 'find',
    shortcut: 'w',
    scope: 'graph',
    enabled: always,
    offer: offerVoice,
    run: (_, voice) => ({ voice, question: null, answer: null, pointed: [] }),
  }),
};
