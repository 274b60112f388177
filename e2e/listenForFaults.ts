import type { Page } from '@playwright/test';

/** What must not happen, and what was asked of whom, while a page is used. Both grow as it happens. */
export interface Heard {
  /** Errors and warnings of the console, uncaught errors, breaches of the policy. */
  readonly bad: string[];
  /** Addresses of everything that the page, its frames and its workers asked for. */
  readonly requests: string[];
}

/** Listens to the page, its frames and its workers; to be called before the page is opened. */
export async function listenForFaults(page: Page): Promise<Heard> {
  const bad: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') bad.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => bad.push(`page error: ${String(error)}`));
  page.context().on('request', (request) => requests.push(request.url()));
  await page.exposeFunction('reportViolation', (text: string) => bad.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation;
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  return { bad, requests };
}
