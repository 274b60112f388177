import { readFileSync } from 'node:fs';
import { type Download, expect, type Locator, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { ExportOptions, PictureOptions } from '../src/api.ts';
import { STORY } from './site.ts';

/** The export dialog. */
export const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Export', exact: true });
export const preview = (page: Page): Locator => dialog(page).getByRole('img');
export const field = (page: Page, name: string): Locator => dialog(page).getByRole('combobox', { name });
export const UPDATED = STORY.updated!.slice(0, 10);

export async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(preview(page)).toBeVisible();
}

/** Does something and waits until the preview shows it. */
export async function changing(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await preview(page).getAttribute('src');
  await act();
  await expect(preview(page)).not.toHaveAttribute('src', before ?? '');
}

export async function choose(page: Page, role: 'radio' | 'checkbox', name: string | RegExp): Promise<void> {
  await changing(page, () => dialog(page).getByRole(role, { name }).click());
}

export async function save(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page)
      .getByRole('button', { name: /^Save( \d+ pictures in a ZIP)?$/ })
      .click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

/** What `window.sayso` makes, as bytes. */
async function take(page: Page, method: 'picture' | 'export', request: object): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([name, asked]) => {
      const blob = await window.sayso![name](asked as never);
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let binary = '';
      for (const byte of bytes) binary += String.fromCharCode(byte);
      return btoa(binary);
    },
    [method, request] as const,
  );
  return Buffer.from(base64, 'base64');
}

export const takePicture = (page: Page, request: PictureOptions): Promise<Buffer> => take(page, 'picture', request);
export const takeExport = (page: Page, request: ExportOptions): Promise<Buffer> => take(page, 'export', request);

export function unzip(bytes: Buffer): Map<string, Buffer> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, each]) => [name, Buffer.from(each)]));
}
