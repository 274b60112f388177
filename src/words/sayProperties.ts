import type { Properties } from '../model/records.ts';
import { cutText, plainText, upperFirst } from './plainText.ts';
import { sayNumber } from './sayCount.ts';

/** A property of a record in words. */
export interface SaidProperty {
  readonly name: string;
  readonly values: readonly string[];
}

/** So much of a value is shown, in characters; the whole is in the data. */
const MAX_VALUE = 2000;
/** Numbers that are sums; others may be the numbers of registers, which nobody writes with commas. */
const IS_SUM = /amount|value|capital|price|salary|revenue|turnover|budget|count|total|sum$/i;

function sayValue(key: string, value: string): string {
  if (IS_SUM.test(key) && /^\d{5,15}$/.test(value)) return sayNumber(Number(value));
  return value.length > MAX_VALUE ? cutText(plainText(value), MAX_VALUE) : plainText(value);
}

function sayPropertyName(key: string): string {
  return upperFirst(
    plainText(
      key.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replaceAll(/(?<=[\p{L}\d])_(?=[\p{L}\d])/gu, ' '),
    ).toLowerCase(),
  );
}

/**
 * Properties (FollowTheMoney names) as rows of a list, amounts with their currency: "Amount: USD 3,000,000,000". The
 * currency is a row of its own where it cannot be told to which amount it belongs.
 */
export function sayProperties(properties: Properties | undefined): SaidProperty[] {
  const entries = new Map(Object.entries(properties ?? {}));
  const [currency, ...others] = entries.get('currency') ?? [];
  const joined = entries.has('amount') && currency !== undefined && others.length === 0;
  return [...entries].flatMap(([key, values]) => {
    if (joined && key === 'currency') return [];
    const sign = joined && key === 'amount' ? `${plainText(currency)} ` : '';
    return [{ name: sayPropertyName(key), values: values.map((value) => `${sign}${sayValue(key, value)}`) }];
  });
}
