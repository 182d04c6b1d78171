// Charts: every value read back from the drawing, from where and how large it is drawn, is that of the CSV and of the table beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { visit } from './site/browser.mjs';
import { assertNone } from './site/faults.mjs';
import { fileOf, pages, root, text } from './site/pages.mjs';
import { judgeRanking, readRankings } from './site/ranking.mjs';
import { compress } from './site/server.mjs';
import { daysOf, inForce, near, numberIn, rowsOf } from './site/tables.mjs';
import { largeBlock, variant } from './site/variant.mjs';

const site = visit();
const holding = (mark) => pages.filter((page) => text(fileOf(page)).includes(mark));
const rankings = holding('<rect class="bar" y=');
const tables = Object.fromEntries(['scores', 'deadlines', 'quota_use', 'award_conditions'].map((name) => [name, rowsOf(root, `du-lieu/${name}.csv`)]));

/** Looks at all charts that match `selector` on these pages; `read` runs in the page for all of them, `judge` is handed what it gives of one. */
async function readBack(t, addresses, selector, read, judge) {
  const faults = [];
  let count = 0;
  await site.withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
    for (const address of addresses) {
      await site.open(page, address);
      const found = await page.locator(selector).evaluateAll(read);
      count += found.length;
      for (const one of found) faults.push(...judge(one, address).map((fault) => `/${address}: ${fault}`));
    }
  });
  t.diagnostic(`${count} charts`);
  assertNone(count > 0 ? faults : ['there is no such chart']);
}

test('charts: each has a title, a description, numbers beside it and the CSV that holds them', (t) =>
  readBack(t, holding('<svg'), 'main svg', (all) => all.map((svg) => {
    const figure = svg.closest('.chart');
    const around = figure ?? svg.closest('table');
    const named = (svg.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
    const next = figure ? [...document.querySelectorAll('main :is(table, ol.rows, ul.rows)')].find((one) => figure.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) : around;
    const csv = (figure ?? around.nextElementSibling).querySelector('a[download]');
    return {
      role: svg.getAttribute('role'), named, next: next?.innerText ?? '', csv: csv?.getAttribute('href'),
      title: svg.querySelector(':scope > title')?.textContent, about: svg.querySelector(':scope > desc')?.textContent, path: csv && new URL(csv.href).pathname.slice(1),
    };
  }), ({ role, named, next, title, about, path }) => [
    ...(role === 'img' && title && /\d/.test(about ?? '') ? [] : [`is not described: ${role}, ${title}, ${about}`]),
    ...(named.join() === '' || named.join() === [title, about].join() ? [] : ['is named by something else']),
    ...(next.length > 10 ? [] : ['nothing stands beside it']),
    ...(path?.endsWith('.csv') && text(path) ? [] : [`has no CSV: ${path}`]),
  ]));

test('charts: rankings: bars, their values and the thresholds are those of the CSV, the table and the plan', (t) =>
  readBack(t, rankings, '.chart:has(.bar)', readRankings, (one, address) => judgeRanking(one, address, root)));

test('charts: rankings: a year that the plan sets a threshold for has its line', () => {
  const years = tables.award_conditions.filter((row) => row.check === 'index' && row.rounds === '' && row.recipients === 'collective').map((row) => row.campaign);
  const faults = rankings.filter((page) => years.includes(page.split('/')[1]))
    .flatMap((page) => [...text(fileOf(page)).matchAll(/<svg\b[^]*?<\/svg>/g)].filter(([svg]) => !svg.includes('<line class="threshold"')).map(() => `/${page}: a chart without its threshold`));
  assertNone(years.length > 0 ? faults : ['no plan sets a threshold for every year']);
});

test('charts: a unit\'s years: each point stands where the CSV has it', (t) =>
  readBack(t, holding('<polyline'), '.chart:has(polyline)', (all) => all.map((figure) => ({
    line: figure.querySelector('polyline').getAttribute('points').split(' ').map((point) => point.split(',').map(Number)),
    points: [...figure.querySelectorAll('circle')].map((one) => ({ x: one.cx.baseVal.value, y: one.cy.baseVal.value, words: one.textContent })),
    about: figure.querySelector('desc').textContent,
    id: figure.querySelector('title').id,
    beside: [...document.querySelectorAll('table.history')].map((one) => one.innerText).join('\n'),
  })), ({ line, points, about, id, beside }, address) => {
    const own = tables.scores.filter((row) => row.unit === address.replace(/^don-vi\/|\/$/g, '') && id.startsWith(`diem-${row.campaign}`)).sort((a, b) => a.year - b.year);
    if (own.length !== points.length || own.length !== line.length) return [`${points.length} points, ${line.length} on the line, ${own.length} rows of the CSV`];
    const shares = own.map((row) => Number(row.percent));
    const [low, high] = [Math.min(...shares), Math.max(...shares)];
    const ends = [Math.max(...points.map(({ y }) => y)), Math.min(...points.map(({ y }) => y))];
    const scale = (points.at(-1).x - points[0].x) / (own.at(-1).year - own[0].year);
    return points.flatMap(({ x, y, words }, at) => {
      const [year, share] = [Number(own[at].year), shares[at]];
      const said = /(\d{4}): (.*)/.exec(words);
      const faults = Number(said?.[1]) === year && numberIn(said[2]) === share && about.includes(words) && beside.includes(said[2]) ? [] : [`says ${words}, in the CSV ${year} ${share}`];
      if (!near(x, points[0].x + (year - own[0].year) * scale, 0.2) || !near(line[at][0], x) || !near(line[at][1], y)) faults.push(`${year} stands at ${x}, ${y}; its line goes through ${line[at]}`);
      if (high - low >= 1 && !near((ends[0] - y) / (ends[0] - ends[1]), (share - low) / (high - low), 0.01)) faults.push(`${year}: ${share} stands at the height ${y}`);
      return faults;
    });
  }));

test('charts: numbers of awards: each bar is as full as the CSV has it, the table says the same', (t) => {
  const shown = new Map();
  return readBack(t, holding('class="used'), 'svg.used', (all) => all.map((svg) => ({
    cells: [...svg.closest('tr').cells].slice(1, 4).map((cell) => cell.querySelector('.figure')?.textContent),
    over: svg.classList.contains('over'),
    drawn: svg.querySelector('.bar').getBoundingClientRect().width / svg.querySelector('.track').getBoundingClientRect().width,
    about: svg.querySelector('desc')?.textContent ?? '',
  })), ({ cells, over, drawn, about }, address) => {
    const [allowed, granted, left] = cells.map(numberIn);
    const key = [address.split('/')[1], allowed, granted, over ? -left : left].join();
    const wanted = tables.quota_use.filter((row) => row.left !== '' && [row.campaign, row.count, row.granted, row.left].map(String).join() === key).length;
    shown.set(key, (shown.get(key) ?? 0) + 1);
    return [
      ...(shown.get(key) <= wanted ? [] : [`${cells}: is not in the CSV as often`]),
      ...(near(drawn, Math.min(granted / allowed, 1), 0.01) && over === granted > allowed ? [] : [`${granted} of ${allowed} is drawn as ${drawn}`]),
      ...([allowed, granted, left].every((number) => about.includes(String(number))) ? [] : [`${cells} is described as "${about}"`]),
    ];
  }).then(() => {
    const total = [...shown.values()].reduce((sum, count) => sum + count, 0);
    const wanted = tables.quota_use.filter((row) => row.left !== '').length;
    assertNone(total === wanted ? [] : [`${total} bars, ${wanted} rows of the CSV`]);
  });
});

test('charts: the dates of a campaign stand where the CSV has them, as later documents have them', (t) =>
  readBack(t, holding('chart timeline'), '.chart.timeline', (all) => all.map((figure) => {
    const wide = figure.querySelector('svg').getBoundingClientRect();
    const middle = (one) => { const box = one.getBoundingClientRect(); return (((box.left + box.right) / 2 - wide.left) / wide.width) * 100; };
    return {
      marks: [...figure.querySelectorAll('circle')].map((one) => ({ x: middle(one), words: one.textContent })),
      years: [...figure.querySelectorAll('.year')].map((one) => Number(one.textContent)),
      about: figure.querySelector('desc').textContent,
    };
  }), ({ marks, years, about }, address) => {
    const from = daysOf(`${years[0]}-01-01`);
    const length = daysOf(`${years.at(-1)}-12-31`) - from + 1;
    const wanted = inForce(tables.deadlines, address.split('/')[1]).map((row) => {
      const day = daysOf(row.when === 'before' ? row.first_day : row.last_day);
      return { name: row.milestone_name, x: Math.min(Math.max(((day - from) / length) * 100, 1.5), 98.5) };
    });
    const faults = marks.length === wanted.length && about.includes(String(wanted.length)) ? [] : [`${marks.length} marks, ${wanted.length} dates in the CSV; ${about}`];
    marks.forEach(({ x, words }) => {
      const at = wanted.findIndex((one) => near(one.x, x, 0.15) && words.endsWith(`: ${one.name}`));
      if (at < 0) faults.push(`"${words}" stands at ${x.toFixed(2)}%`);
      else wanted.splice(at, 1);
    });
    return [...faults, ...wanted.map(({ name, x }) => `"${name}" is missing at ${x.toFixed(2)}%`)];
  }));

let units;
const sixty = variant(({ edit }) => { units = largeBlock(edit, 60); });
const large = visit(sixty);
const largeRanking = 'phong-trao/minh-hoa-2021-2025/xep-hang/';

test('charts: one of sixty bars is within 6 KB', (t) => {
  const html = readFileSync(join(sixty.root, largeRanking, 'index.html'), 'utf8');
  const [chart] = [...html.matchAll(/<svg\b[^]*?<\/svg>/g)].map(([svg]) => svg).filter((svg) => svg.split('class="bar"').length === 61);
  const bytes = chart && compress(Buffer.from(chart)).length;
  t.diagnostic(`${bytes} bytes`);
  assertNone(bytes <= 6 * 1024 ? [] : [chart ? `${bytes} bytes` : 'there is none']);
});

test('charts: all sixty bars are drawn as they were scored, the best first, on the smallest phone', () => large.withPage({ viewport: { width: 320, height: 900 } }, async (page) => {
  await large.open(page, largeRanking);
  const all = await page.locator('.chart:has(.bar)').evaluateAll(readRankings);
  const faults = all.flatMap((one) => judgeRanking(one, largeRanking, sixty.root));
  const best = [...units].sort((a, b) => b.percent - a.percent).map(({ name }) => name);
  const shown = all.find(({ bars }) => bars.length === 60)?.rows.map(({ name }) => name) ?? [];
  assertNone(shown.join() === best.join() ? faults : [...faults, `their order is ${shown}`]);
}));
