// The site built from content that the repository's own does not have: a block of sixty units, and texts that a spreadsheet would compute.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { visit } from './site/browser.mjs';
import { assertNone } from './site/faults.mjs';
import { judgeRanking, readRankings } from './site/ranking.mjs';
import { compress } from './site/server.mjs';
import { rowsOf } from './site/tables.mjs';
import { largeBlock, variant } from './site/variant.mjs';

const formulas = ['=HYPERLINK("https://x.invalid";"a")', '+84 001', '-1+2', '@SUM(A1:A9)'];
let units;
const made = variant(({ edit }) => {
  units = largeBlock(edit, 60);
  edit('units/minh-hoa.json', ({ units: known }) => formulas.forEach((name, at) => known.push({ id: `xa-cong-thuc-${at}`, name, kind: 'unit', level: 'commune' })));
});
const site = visit(made);
const page = 'phong-trao/minh-hoa-2021-2025/xep-hang/';
const read = (file) => readFileSync(join(made.root, file), 'utf8');

test('variant: a chart of sixty bars is within 6 KB', (t) => {
  const [chart] = [...read(`${page}index.html`).matchAll(/<svg\b[^]*?<\/svg>/g)].map(([svg]) => svg).filter((svg) => svg.split('class="bar"').length === 61);
  assert.ok(chart, 'there is one');
  const bytes = compress(Buffer.from(chart)).length;
  t.diagnostic(`${bytes} bytes`);
  assert.ok(bytes <= 6 * 1024, `${bytes} bytes`);
});

test('variant: all sixty are drawn as they were scored, the best first, on a phone too', () => site.withPage({ viewport: { width: 320, height: 900 } }, async (browser) => {
  await site.open(browser, page);
  const all = await browser.locator('.chart:has(.bar)').evaluateAll(readRankings);
  const faults = all.flatMap((one) => judgeRanking(one, page, made.root));
  const large = all.find(({ bars }) => bars.length === 60);
  large?.rows.forEach(({ name }, at) => { if (name !== [...units].sort((a, b) => b.percent - a.percent)[at].name) faults.push(`${name} stands at place ${at + 1}`); });
  assertNone(large ? faults : ['there are not sixty']);
}));

test('variant: texts that begin as a formula are none in the tables, and are untouched in JSON', () => {
  const faults = [];
  for (const [file, delimiter] of [['units.csv', ','], ['units-excel.csv', ';']]) {
    const cells = parse(read(`du-lieu/${file}`), { bom: true, delimiter }).flat();
    for (const name of formulas) if (cells.includes(name) || !cells.includes(`'${name}`)) faults.push(`${file}: ${name}`);
  }
  const names = JSON.parse(read('du-lieu/units.json')).map((row) => row.unit_name ?? row.name);
  for (const name of formulas) if (!names.includes(name)) faults.push(`units.json lacks ${name}`);
  assertNone(rowsOf(made.root, 'du-lieu/units.csv').length > formulas.length ? faults : ['there are no units']);
});
