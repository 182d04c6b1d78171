// What people come for, done as they would do it: on a phone, from the home page, by links alone; with scripts and without.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import { visit } from './site/browser.mjs';
import { fileOf, files, pages, text } from './site/pages.mjs';

const site = visit();
const phone = { viewport: { width: 390, height: 844 } };
const calendars = files.filter((file) => file.endsWith('.ics'));

/** The published record, as `du-lieu/cong-bo.json` tells it to everyone: `{ unit, anchor, date }` for each award. */
const awards = Object.entries(JSON.parse(text('du-lieu/cong-bo.json')).records).filter(([name]) => name.includes('/results/')).flatMap(([name, record]) =>
  Object.entries(record.values).filter(([id]) => id !== 'decision').map(([id, award]) => ({ ...award, anchor: `${name.split('/').at(-1)}-${id}`, date: record.values.decision.date })));

/** The unit that was awarded most often, and what it was awarded. */
const [unit, itsAwards] = [...grouped(awards)].sort((a, b) => b[1].length - a[1].length)[0];

function grouped(list) {
  const groups = new Map();
  for (const one of list) groups.set(one.unit, [...(groups.get(one.unit) ?? []), one]);
  return groups;
}

/** Follows the link to an address below the root, on this page or on the next ones of a long list. */
async function follow(page, address) {
  for (let part = 0; part < 50; ++part) {
    const link = page.locator('a[href]').filter({ visible: true });
    const at = (await link.evaluateAll((all) => all.map((one) => one.href))).findIndex((href) => href === `${site.origin}/${address}`);
    if (at >= 0) return link.nth(at).click();
    const next = page.locator('.pager a').last();
    assert.ok(await next.count(), `no link leads from ${page.url()} to /${address}`);
    await next.click();
  }
  throw new Error(`/${address} is too far away`);
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
  const walk = (look) => site.withPage({ ...phone, javaScriptEnabled }, async (page) => { await site.open(page, ''); await look(page); });

  test(`journey: was my ward awarded in that year, and why, ${how}`, () => walk(async (page) => {
    await follow(page, 'don-vi/');
    await follow(page, `don-vi/${unit}/`);
    const name = (await page.locator('h1').innerText()).trim();
    const shown = await page.locator('main a[href*="/ket-qua/#"]').evaluateAll((all) => all.map((one) => decodeURIComponent(one.hash.slice(1))));
    assert.deepEqual([...new Set(shown)].sort(), itsAwards.map((award) => award.anchor).sort(), 'its page lists all its awards, and no other');
    const award = itsAwards.find((one) => one.for === 'collective') ?? itsAwards[0];
    await page.locator(`main a[href$="#${award.anchor}"]`).first().click();
    const there = page.locator(`[id="${award.anchor}"]`);
    assert.ok(await there.evaluate((one) => one.matches(':target')), 'the link leads to that award');
    assert.ok((await there.innerText()).includes(name), 'the award names the ward');
    assert.ok((await there.innerText()).includes(award.achievement), 'and says for what');
    await there.locator('summary').first().click();
    const reasons = there.locator('details[open]').first();
    assert.ok((await reasons.innerText()).length > 200, 'what was checked can be read');
    const clause = reasons.locator('a[href*="/ke-hoach/#"]').first();
    await clause.click();
    assert.ok(await page.evaluate(() => document.querySelector(':target')?.innerText.trim().length > 0), 'and leads to the clause of the plan');
  }));

  test(`journey: what must my ward send, by when and to whom, ${how}`, () => walk(async (page) => {
    await follow(page, 'don-vi/');
    await follow(page, `don-vi/${unit}/`);
    const section = page.locator('main :is(h2, h3)', { hasText: /^Thời hạn/ }).first();
    await section.scrollIntoViewIfNeeded();
    const due = page.locator('main li', { has: page.locator('time[datetime]') }).filter({ visible: true, hasText: /Nơi nhận/ });
    assert.ok((await due.count()) > 0, 'there are dated duties that say to whom');
    const first = due.first();
    assert.ok((await first.locator('strong').first().innerText()).length > 5, 'a duty says what is to be sent');
    assert.ok(/\d{4}/.test(await first.locator('time').first().getAttribute('datetime')), 'by when');
    assert.ok(await first.locator('a[href*="/don-vi/"]').count(), 'to whom');
    assert.ok(await first.locator('a[href*="/ke-hoach/#"]').count(), 'and on which clause it rests');
  }));

  test(`journey: three practices on online payment, one of them on paper, ${how}`, () => walk(async (page) => {
    await follow(page, 'cach-lam-hay/');
    await follow(page, 'chu-de/thanh-toan-truc-tuyen/');
    const list = await page.locator('main a[href*="cach-lam-hay/"]').evaluateAll((all) => [...new Set(all.map((one) => new URL(one.href).pathname.slice(1)))]);
    assert.ok(list.length >= 3, `the topic has ${list.length} practices`);
    for (const address of list.slice(0, 3)) {
      await follow(page, address);
      assert.ok((await page.locator('main h2').count()) >= 4, `/${address} tells its parts in order`);
      if (address !== list[2]) await page.goBack();
    }
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const squeeze = (words) => words.normalize('NFC').toLowerCase().replace(/\s+/g, '');
    const paper = squeeze(execFileSync('pdftotext', ['-', '-'], { input: pdf }).toString());
    for (const heading of await page.locator('main :is(h1, h2)').allInnerTexts()) assert.ok(paper.includes(squeeze(heading)), `"${heading}" is on the paper`);
  }));
}

/** Clicks a link that offers a file, and holds what arrives against what was published. */
async function download(page, link) {
  const address = await link.evaluate((one) => decodeURIComponent(new URL(one.href).pathname.slice(1)));
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  assert.equal(readFileSync(await download.path(), 'utf8'), text(address), `/${address} arrives as it was published`);
  return address;
}

for (const javaScriptEnabled of [true, false]) {
  test(`journey: my ward's deadlines, put into a calendar, ${javaScriptEnabled ? 'with' : 'without'} scripts`, { skip: calendars.length === 0 && 'no calendar is published yet' }, () =>
    site.withPage({ ...phone, javaScriptEnabled, acceptDownloads: true }, async (page) => {
      await site.open(page, '');
      await follow(page, 'don-vi/');
      await follow(page, `don-vi/${unit}/`);
      const dates = await page.locator('main li:has(time[datetime]) time').evaluateAll((all) => all.map((one) => one.dateTime).filter((date) => date.length === 10));
      const link = page.locator('a[href$=".ics"]').filter({ visible: true }).first();
      assert.ok(await link.count(), 'the page offers a calendar');
      const calendar = text(await download(page, link));
      const days = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((one) => one.getFirstPropertyValue('dtstart').toString().slice(0, 10));
      assert.ok(days.some((day) => dates.includes(day)), `the dates of the page are in it: ${dates.slice(0, 3)}; ${days.slice(0, 3)}`);
    }));
}

const ranked = pages.find((page) => page.endsWith('/xep-hang/') && text(fileOf(page)).includes('class="chart'));
for (const javaScriptEnabled of [true, false]) {
  test(`journey: the numbers of a ranking and a table of open data, taken home, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () =>
    site.withPage({ ...phone, javaScriptEnabled, acceptDownloads: true }, async (page) => {
      await site.open(page, '');
      await follow(page, 'phong-trao/');
      await follow(page, ranked.replace(/xep-hang\/$/, ''));
      await follow(page, ranked);
      assert.ok((await download(page, page.locator('main .chart a[download]').first())).endsWith('.csv'));
      await follow(page, 'du-lieu/');
      await page.locator('main a[href*="du-lieu/"]').filter({ visible: true }).first().click();
      const offered = await page.locator('main a[href$=".csv"], main a[href$=".json"]').all();
      assert.ok(offered.length >= 3, 'a table has files for programs and for Excel');
      const taken = [];
      for (const link of offered) if ((await link.getAttribute('download')) !== null) taken.push(await download(page, link));
      assert.ok(taken.some((file) => file.endsWith('-excel.csv')) && taken.some((file) => /(?<!-excel)\.csv$/.test(file)), `both CSV files can be taken home: ${taken}`);
    }));
}
