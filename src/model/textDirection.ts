const LETTER = /\p{L}/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** True where the first letter of a text is of a script that runs from right to left (UAX 9, rule P2). */
export function isRightToLeft(text: string): boolean {
  const [first] = LETTER.exec(text) ?? [];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}
