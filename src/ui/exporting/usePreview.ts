import { useEffect, useRef, useState } from 'react';
import { DataError } from '../../model/dataError.ts';
import type { DraftPicture } from '../../picture/draftPicture.ts';
import { type Exported, type Exporter, type ExportRequest, type MakeOptions, useExporter } from '../kit/exporter.ts';

/**
 * The pages of a picture with an address each, or a finished file with how it begins, where it is text, and with what of
 * it can be pasted as text.
 */
export type Shown =
  | { readonly type: 'pages'; readonly draft: DraftPicture; readonly urls: readonly string[] }
  | { readonly type: 'file'; readonly made: Exported; readonly text: string | null; readonly words: Blob };

export interface Preview {
  /** What was made last; null before the first and after a failure. */
  readonly shown: Shown | null;
  readonly failed: DataError | null;
  /** Something newer is being made. */
  readonly isMaking: boolean;
  /** How far that is, 0 to 1; null where nobody tells. */
  readonly done: number | null;
}

/** What is typed comes letter by letter, ms. */
const PAUSE = 180;
const LONGEST_TEXT = 4000;

/** Any failure in a form that has a sentence. */
export function asDataError(error: unknown): DataError {
  return error instanceof DataError ? error : new DataError('export-failed', '', { reason: String(error) });
}

type Making = Required<MakeOptions>;

async function drawPages(exporter: Exporter, request: ExportRequest): Promise<Shown> {
  const draft = await exporter.draft(request);
  const urls = draft.pages.map(({ svg }) => URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })));
  return { type: 'pages', draft, urls };
}

const isText = ({ type }: Blob): boolean => /^text\/|json|xml|bibtex|ris/.test(type);

async function makeFile(exporter: Exporter, request: ExportRequest, options: Making): Promise<Shown> {
  const made = await exporter.make(request, options);
  // A page for reading is shown by its words.
  const { blob: words } =
    request.format === 'dossier-html' ? await exporter.make({ ...request, format: 'dossier-markdown' }) : made;
  const text = isText(words) ? await words.slice(0, LONGEST_TEXT * 4).text() : null;
  const isCut = text !== null && (text.length > LONGEST_TEXT || words.size > LONGEST_TEXT * 4);
  return { type: 'file', made, text: text !== null && isCut ? `${text.slice(0, LONGEST_TEXT)}…` : text, words };
}

function release(shown: Shown | null): void {
  if (shown?.type === 'pages') for (const url of shown.urls) URL.revokeObjectURL(url);
}

interface Last extends Omit<Preview, 'isMaking' | 'done'> {
  /** What was asked for; null before the first. */
  readonly of: ExportRequest | null;
}

const NOTHING: Last = { of: null, shown: null, failed: null };

/**
 * What a request gives, made again whenever it changes, a moment after the last change; what was under way for an older
 * one is cancelled. `isDrawn`: its pages, else the finished file.
 */
export function usePreview(request: ExportRequest, isDrawn: boolean): Preview {
  const exporter = useExporter();
  const [preview, setPreview] = useState(NOTHING);
  const [done, setDone] = useState<number | null>(null);
  const last = useRef<Shown | null>(null);
  useEffect(() => () => release(last.current), []);
  useEffect(() => {
    let isWanted = true;
    const making = new AbortController();
    const replace = (shown: Shown | null, failed: DataError | null): void => {
      if (!isWanted) return release(shown);
      // What is drawn from an address stays drawn without it.
      release(last.current);
      last.current = shown;
      setPreview({ of: request, shown, failed });
      setDone(null);
    };
    const make = isDrawn ? drawPages : makeFile;
    const follow = (): Promise<void> =>
      make(exporter, request, { signal: making.signal, onProgress: (part) => isWanted && setDone(part) }).then(
        (shown) => replace(shown, null),
        (error) => replace(null, asDataError(error)),
      );
    const timer = setTimeout(() => void follow(), PAUSE);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      making.abort();
      setDone(null);
    };
  }, [exporter, request, isDrawn]);
  return { shown: preview.shown, failed: preview.failed, isMaking: preview.of !== request, done };
}
