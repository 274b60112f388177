import { writeFileSync } from 'node:fs';
import anyAscii from 'any-ascii';

/** Writes src/model/generated/foldTable.ts: Latin spellings of the letters and digits of U+0080 to U+2FFF. */
function main() {
  const target = new URL('../src/model/generated/foldTable.ts', import.meta.url);
  writeFileSync(target, printModule(findRuns()));
}

/** What any-ascii makes of a text, kept to what a search compares: lower-case letters and digits. */
function spell(text) {
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function isLeftOut(char) {
  if (!/[\p{L}\p{M}\p{N}]/u.test(char) || char.toLowerCase() !== char) return true;
  const parts = char.normalize('NFKD').toLowerCase();
  return parts !== char && [...parts].map(spell).join('') === spell(char);
}

function findRuns() {
  const runs = [];
  for (let code = 0x80; code < 0x3000; code += 1) {
    const char = String.fromCharCode(code);
    const spelling = spell(char);
    if (isLeftOut(char) || (spelling === '' && /\p{M}/u.test(char))) continue;
    const last = runs.at(-1);
    if (last && last.start + last.spellings.length === code) last.spellings.push(spelling);
    else runs.push({ start: code, spellings: [spelling] });
  }
  return runs;
}

function printModule(runs) {
  const packed = runs.map((run) => `${run.start.toString(36)} ${run.spellings.join(' ')}`).join('|');
  return `// Written by scripts/generateFold.mjs; do not edit.
// Spellings from any-ascii 0.3.3, https://anyascii.com, Copyright (c) Hunter WB, ISC licence.

/** Runs separated by bars: the first code point in base 36, then one spelling for each code point from there on. */
export const FOLD_TABLE =
  '${packed}';
`;
}

main();
