// axe-core on the page that a browser shows.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, a line for each element: every rule that is on by default, best practices among them, and target-size. */
export async function violations(page) {
  if (await page.evaluate(() => typeof globalThis.axe === 'undefined')) await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }));
  return found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, any }) => `${id}: ${target} (${any[0]?.message ?? help})`));
}
