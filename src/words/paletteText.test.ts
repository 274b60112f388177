import { expect, test } from 'vitest';
import { ALSO_CALLED, keysText, paletteText, sayShortcut } from './paletteText.ts';

function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [value('Ann', 'Bob')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allTexts) : [];
}

test('keys are written as they are printed on the keyboard', () => {
  const said = ['Ctrl+Shift+P', '?', '+', 'Ctrl++', '-', 'f', 'Shift+H', 'Escape', 'Backspace', 'Alt+F'];
  expect(said.map((shortcut) => sayShortcut(shortcut, false))).toEqual([
    'Ctrl+Shift+P',
    '?',
    '+',
    'Ctrl++',
    '−',
    'F',
    'Shift+H',
    'Esc',
    'Backspace',
    'Alt+F',
  ]);
  expect(['Ctrl+Shift+P', 'Alt+F', '?'].map((shortcut) => sayShortcut(shortcut, true))).toEqual([
    '⌘+Shift+P',
    '⌥+F',
    '?',
  ]);
});

test('names from data cannot turn or break what stands around them', () => {
  expect(paletteText.connected('A\u202eB', ' C\nD ')).toBe('How are AB and C D connected?');
  expect(paletteText.goTo('A\u0000')).toBe('Go to A');
  expect(paletteText.nothing('x\u2066')).toBe('No command and no name contains “x”.');
});

test('uses no word of the machine room, no pronoun of a gender and no straight apostrophe', () => {
  for (const line of allTexts([paletteText, keysText, ALSO_CALLED])) {
    expect(line).toMatch(/\S/);
    expect(line).not.toMatch(/undefined|NaN|\w'\w/);
    expect(line).not.toMatch(/\b(he|she|his|her|node|edge|vertex|modality|stance|attribution)\b/i);
  }
});
