import { useState } from 'react';
import { DataError } from '../../model/dataError.ts';
import { exportingText } from '../../words/exportingText.ts';
import { type Exported, type ExportRequest, useExporter } from '../kit/exporter.ts';
import { copyPicture } from './copyPicture.ts';
import type { ExportKind } from './exportChoices.ts';
import type { Preview } from './usePreview.ts';
import { asDataError } from './usePreview.ts';

/** How long a browser may take to begin with a download, ms. */
const UNTIL_TAKEN = 10_000;

function saveFile({ blob, fileName }: Exported): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), UNTIL_TAKEN);
}

/** What became of the last action: words to say, or why it failed. */
export interface Outcome {
  readonly said: readonly string[];
  readonly failed: DataError | null;
}

interface ExportActionsProps {
  readonly kind: ExportKind;
  readonly request: ExportRequest;
  readonly preview: Preview;
  /** What is asked for cannot be made into a file. */
  readonly isRefused: boolean;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** Save, copy, print: each says what became of it. */
export function ExportActions({ kind, request, preview, isRefused, onOutcome }: ExportActionsProps) {
  const exporter = useExporter();
  const [isBusy, setIsBusy] = useState(false);
  const { shown } = preview;
  const isReady = shown !== null && !preview.isMaking && !preview.failed && !isBusy;

  const act = async (action: () => Promise<readonly string[]>): Promise<void> => {
    setIsBusy(true);
    onOutcome({ said: [exportingText.saving], failed: null });
    try {
      onOutcome({ said: await action(), failed: null });
    } catch (error) {
      onOutcome({ said: [], failed: asDataError(error) });
    } finally {
      setIsBusy(false);
    }
  };
  const save = async (): Promise<string[]> => {
    const made = shown?.type === 'file' ? shown.made : await exporter.make(request);
    saveFile(made);
    return [exportingText.saved(made.fileName), ...(shown?.type === 'file' ? [] : made.notes)];
  };
  const copy = async (): Promise<string[]> => {
    if (shown?.type === 'pages') {
      const made = exporter.make({ ...request, format: 'png', scale: request.scale ?? 2 });
      await copyPicture(made, shown.draft.alternative.long);
      return [exportingText.copied];
    }
    const text = await shown?.words.text();
    await navigator.clipboard.writeText(text ?? '').catch(() => {
      throw new DataError('clipboard-refused', '');
    });
    return [exportingText.copiedText];
  };
  const print = async (): Promise<string[]> => {
    await exporter.print({ ...request, format: kind === 'picture' ? 'pdf' : 'dossier-html' });
    return [];
  };
  const savesPages = kind === 'picture' && shown?.type === 'pages' ? shown.draft.pages.length : 1;
  const isOnePicture = kind === 'picture' && shown?.type === 'pages' && shown.draft.pages.length === 1;
  const isTextFile = shown?.type === 'file' && shown.text !== null;
  // Not disabled while something is made: the focus would be lost, and with it the reader's place.
  const button = (name: string, run: () => Promise<readonly string[]>, isPossible = true, className = '') => {
    const isOn = isReady && isPossible;
    return (
      <button
        type="button"
        className={className}
        aria-disabled={isOn ? undefined : true}
        onClick={() => isOn && void act(run)}
      >
        {name}
      </button>
    );
  };
  return (
    <div className="export-actions">
      {button(savesPages > 1 ? exportingText.savePages(savesPages) : exportingText.save, save, !isRefused, 'primary')}
      {(isOnePicture || isTextFile) &&
        button(isOnePicture ? exportingText.copyPicture : exportingText.copyText, copy, !isRefused)}
      {(kind === 'picture' || kind === 'dossier') && button(exportingText.print, print)}
    </div>
  );
}
