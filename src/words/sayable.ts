import type { MessageParams } from '../model/dataError.ts';
import { cutText, plainText } from './plainText.ts';
import { sayNumber } from './sayCount.ts';

/** The part of a DataError or Issue that picks its sentence. */
export interface Sayable {
  readonly code: string;
  readonly where: string;
  readonly params: MessageParams;
}

/** What happened, where, and what to do about it. */
export interface ErrorParts {
  readonly what: string;
  readonly toDo: string;
}

/** The longest parameter that is shown, in characters. */
export const MAX_PARAM = 200;

/** A parameter as short plain text; empty where it is missing. */
export function sayParam(params: MessageParams, key: string): string {
  if (!Object.hasOwn(params, key)) return '';
  const value = params[key];
  return typeof value === 'number' ? sayNumber(value) : cutText(plainText(value ?? ''), MAX_PARAM);
}

/** The place of a problem as it stands in a sentence: " at relations[3].type"; empty where none is known. */
export function sayPlace(where: string): string {
  const place = cutText(plainText(where), MAX_PARAM);
  return place ? ` at ${place}` : '';
}

/** Behind a word: the text in quotation marks; empty where there is none. */
export function quoted(text: string): string {
  return text ? ` “${text}”` : '';
}

/** Behind a word: the text in brackets; empty where there is none. */
export function bracketed(text: string): string {
  return text ? ` (${text})` : '';
}
