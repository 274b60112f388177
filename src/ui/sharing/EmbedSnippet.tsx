import { useId, useRef, useState } from 'react';
import { readHost, writeEmbedSnippet } from '../../words/embedSnippet.ts';
import { embedText } from '../../words/embedText.ts';
import { useAppStore } from '../kit/appContext.ts';
import { openExport } from '../kit/wantedExport.ts';

interface EmbedSnippetProps {
  readonly link: string;
  readonly title: string;
  /** Whether the address shows the data that are open. */
  readonly isBundled: boolean;
}

const isLocal = (link: string): boolean => /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(link);

/** HTML to paste into an article, and where it would not do what it seems to, what does. */
export function EmbedSnippet({ link, title, isBundled }: EmbedSnippetProps) {
  const [typed, setTyped] = useState('');
  const [follows, setFollows] = useState(true);
  const [said, setSaid] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const store = useAppStore();
  const host = readHost(typed);
  const isBad = typed.trim() !== '' && host === null;
  const snippet = writeEmbedSnippet({ link, title, host, follows });
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(snippet);
      setSaid(embedText.copied);
    } catch {
      setSaid(embedText.refused);
      field.current?.focus();
    }
  };
  const problem = isBundled ? (isLocal(link) ? embedText.localAddress : null) : embedText.otherData;
  return (
    <section className="share-embed">
      <h3>{embedText.heading}</h3>
      <p>{embedText.lead}</p>
      {problem && (
        <p className="share-problem">
          {problem}{' '}
          <button type="button" className="plain" onClick={() => openExport(store, 'page')}>
            {embedText.standAlone}
          </button>
        </p>
      )}
      <label className="share-tick">
        <input type="checkbox" checked={follows} onChange={(event) => setFollows(event.target.checked)} />
        {embedText.height}
      </label>
      <label className="share-host" htmlFor={`${id}-host`}>
        {embedText.host}
        <input
          id={`${id}-host`}
          type="url"
          inputMode="url"
          spellCheck={false}
          placeholder={embedText.hostHint}
          aria-invalid={isBad}
          aria-describedby={isBad ? `${id}-bad` : undefined}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {isBad && (
        <p id={`${id}-bad`} className="share-bad">
          {embedText.badHost}
        </p>
      )}
      <textarea
        ref={field}
        className="share-link"
        readOnly
        rows={4}
        spellCheck={false}
        aria-label={embedText.snippet}
        value={snippet}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="share-actions">
        <button type="button" disabled={isBad} onClick={() => void copy()}>
          {embedText.copySnippet}
        </button>
        <p aria-live="polite">{said}</p>
      </div>
    </section>
  );
}
