import { createContext, useContext } from 'react';
import type { DraftPicture, PictureRequest } from '../../picture/draftPicture.ts';
import type { ExportFormat } from './exportFormats.ts';

/** A picture's request, whatever the format: scope and view decide what every export holds. */
export interface ExportRequest extends Omit<PictureRequest, 'view'> {
  readonly format: ExportFormat;
  /** Private notes of the dataset's maker leave only where this is true. */
  readonly notes?: boolean;
  /** The id of a story that goes with the stand-alone page, or whose steps become a series of pictures. */
  readonly story?: string | null;
}

/** A finished file. */
export interface Exported {
  readonly blob: Blob;
  readonly fileName: string;
  /** What the format could not hold, or was cut, as sentences; empty where nothing was lost. */
  readonly notes: readonly string[];
}

/** How something is made that takes a while; what is small may be done before it can be cancelled. */
export interface MakeOptions {
  /** Rejects with DataError `cancelled`. */
  readonly signal?: AbortSignal;
  /** 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** Makes what leaves the page; owned by the root, which joins the rooms. All reject with DataError. */
export interface Exporter {
  /** The pages of a picture before any file is made of them: what the preview shows. */
  draft(request: ExportRequest): Promise<DraftPicture>;
  make(request: ExportRequest, options?: MakeOptions): Promise<Exported>;
  /** Hands a picture (`pdf`) or a dossier (`dossier-html`) to the browser's print dialog. Resolves when it is open. */
  print(request: ExportRequest): Promise<void>;
  /** Formats that this browser can write. */
  offers(): Promise<readonly ExportFormat[]>;
}

export const ExporterContext = createContext<Exporter | null>(null);

/** The exporter; throws outside the page. */
export function useExporter(): Exporter {
  const exporter = useContext(ExporterContext);
  if (!exporter) throw new Error('There is no exporter here.');
  return exporter;
}
