import { useContext, useEffect, useId, useRef, useState } from 'react';
import type { NamedContent } from '../../model/namedContent.ts';
import type { AppState } from '../../state/appState.ts';
import { openingText } from '../../words/openingText.ts';
import { useApp, useAppStore } from '../kit/appContext.ts';
import { findOffer, offer } from '../kit/offered.ts';
import { OpenerContext } from '../kit/opener.ts';
import { Radios } from '../kit/Radios.tsx';
import { asContent, asPasted } from './answerPage.ts';
import { startOpening } from './startOpening.ts';

const selectIsEmpty = ({ dataset }: AppState): boolean => dataset.entities.size === 0;

const sizeOf = ({ content }: NamedContent): number => (typeof content === 'string' ? content.length : content.size);

/** What was pasted with no field in focus waits here until the reader says what is to become of it. */
function useOffered(): readonly [files: readonly NamedContent[], set: (files: readonly NamedContent[]) => void] {
  const store = useAppStore();
  const [files, setFiles] = useState(() => findOffer(store).pasted);
  useEffect(() => {
    // Not offered again the next time.
    offer(store, { pasted: [] });
    const paste = (event: ClipboardEvent): void => {
      const isTyped = event.target instanceof Element && event.target.closest('textarea') !== null;
      const data = event.clipboardData;
      if (!data || (isTyped && data.files.length === 0)) return;
      const pasted = asPasted([...data.files], data.getData('text'));
      if (pasted.length === 0) return;
      event.preventDefault();
      setFiles(pasted);
    };
    document.addEventListener('paste', paste, true);
    return () => document.removeEventListener('paste', paste, true);
  }, [store]);
  return [files, setFiles];
}

interface OfferedProps {
  readonly files: readonly NamedContent[];
  readonly onOpen: () => void;
  readonly onLeave: () => void;
}

function Offered({ files, onOpen, onLeave }: OfferedProps) {
  const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0);
  const first = typeof files[0]?.content === 'string' ? files[0].content.slice(0, 400) : null;
  const open = useRef<HTMLButtonElement>(null);
  useEffect(() => open.current?.focus(), []);
  return (
    <div className="start-offered" role="group" aria-label={openingText.offeredTitle}>
      <h4>{openingText.offeredTitle}</h4>
      <p>
        {openingText.offered(
          files.map(({ name }) => name),
          bytes,
        )}
      </p>
      {first && <pre>{first}</pre>}
      <div className="start-buttons">
        <button ref={open} type="button" className="primary" onClick={onOpen}>
          {openingText.openOffered}
        </button>
        <button type="button" onClick={onLeave}>
          {openingText.dropOffered}
        </button>
      </div>
    </div>
  );
}

interface ChooseProps {
  readonly onFiles: (files: readonly NamedContent[]) => void;
}

function ChooseFiles({ onFiles }: ChooseProps) {
  return (
    <div className="start-drop">
      <label className="start-choose">
        <input
          type="file"
          multiple
          className="unseen"
          onChange={({ currentTarget }) => onFiles(asContent([...(currentTarget.files ?? [])]))}
        />
        <span>{openingText.choose}</span>
      </label>
      <p className="start-here">{openingText.dropHere}</p>
    </div>
  );
}

function PasteField({ onFiles }: ChooseProps) {
  const [text, setText] = useState('');
  const hintId = useId();
  return (
    <div className="start-paste">
      <label>
        <span>{openingText.paste}</span>
        <textarea
          rows={2}
          value={text}
          spellCheck={false}
          aria-describedby={hintId}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p id={hintId} className="start-hint">
        {openingText.pasteHint}
      </p>
      {text.trim() !== '' && (
        <button type="button" onClick={() => onFiles(asPasted([], text))}>
          {openingText.openPasted}
        </button>
      )}
    </div>
  );
}

/** The reader's own data: by picking, dropping or pasting. */
export function OwnData() {
  const store = useAppStore();
  const opener = useContext(OpenerContext);
  const isEmpty = useApp(selectIsEmpty);
  const [offered, setOffered] = useOffered();
  const [add, setAdd] = useState(false);
  const headingId = useId();
  const choose = (next: boolean): void => {
    setAdd(next);
    // What is dropped on the page meanwhile follows this choice.
    offer(store, { add: next });
  };
  useEffect(() => offer(store, { add: false }), [store]);
  if (!opener) return null;
  const open = (files: readonly NamedContent[]): void => void startOpening(store, opener, files, add);
  return (
    <section className="start-own" aria-labelledby={headingId}>
      <h3 id={headingId}>{openingText.own}</h3>
      {offered.length > 0 && (
        <Offered key={offered[0]?.name} files={offered} onOpen={() => open(offered)} onLeave={() => setOffered([])} />
      )}
      {!isEmpty && (
        <Radios
          className="in-a-row"
          legend={openingText.mode}
          options={[
            { value: 'replace', label: openingText.modes.replace },
            { value: 'add', label: openingText.modes.add },
          ]}
          value={add ? 'add' : 'replace'}
          onChoose={(mode) => choose(mode === 'add')}
        />
      )}
      <ChooseFiles onFiles={open} />
      <PasteField onFiles={open} />
      <div className="start-hint">
        <p>{openingText.formats}</p>
        <p>{openingText.together}</p>
      </div>
    </section>
  );
}
