// Debian's Chromium under remote control, with a fresh profile and without any of its own traffic.
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { root as built } from './pages.mjs';
import { serve } from './server.mjs';

export const executablePath = '/usr/bin/chromium';

export const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync',
];

/** The widths that the site is held against: the smallest phone of WCAG 1.4.10, a usual phone, a desk. */
export const widths = [320, 390, 1280];

/**
 * The site, served, and a browser, both for as long as the tests of one file run; `origin` and `browser` are set before they start. `root`
 * of what is handed in says where the site is, once the tests start.
 */
export function visit(made = { root: built }) {
  const visit = {};
  before(async () => {
    visit.server = await serve(made.root);
    visit.origin = visit.server.origin;
    visit.browser = await chromium.launch({ executablePath, args: flags });
  });
  after(async () => {
    await visit.browser?.close();
    await visit.server?.close();
  });
  /** Runs `look` with a page of its own, in a context with these options. */
  visit.withPage = async (options, look) => {
    const context = await visit.browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
    try {
      return await look(await context.newPage());
    } finally {
      await context.close();
    }
  };
  /**
   * Loads a page as a browser does that has scripts switched off: none runs, `noscript` is shown. Afterwards the tests' own may run; the
   * page's were never started.
   */
  visit.openWithoutScripts = async (page, address) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setScriptExecutionDisabled', { value: true });
    await page.goto(`${visit.origin}/${address}`);
    await session.send('Emulation.setScriptExecutionDisabled', { value: false });
    await session.detach();
  };
  visit.open = (page, address) => page.goto(`${visit.origin}/${address}`);
  return visit;
}
