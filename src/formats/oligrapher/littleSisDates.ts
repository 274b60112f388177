import { intervalOf, textOf } from '../jsonRecord.ts';

/** A date of LittleSis, where what is not known is 00: "2001-05-00" is May 2001. Empty for none. */
export function dateOf(value: unknown): string {
  const text = textOf(value);
  if (text.startsWith('0000')) return '';
  return text.replace(/^(\d{4})-00(?:-\d\d)?$/, '$1').replace(/^(\d{4}-\d\d)-00$/, '$1');
}

/** The period between two such dates as an EDTF interval; undefined without any. */
export function periodOf(start: unknown, end: unknown): string | undefined {
  return intervalOf(dateOf(start), dateOf(end));
}
