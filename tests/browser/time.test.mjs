// Deadlines that never lie: what is said of a day is true on the reader's day in Vietnam, whenever the page was built and wherever it is
// read; without scripts, pages state dates and nothing else.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './site/browser.mjs';
import { assertNone } from './site/faults.mjs';
import { fileOf, pages, samples, scripted, text } from './site/pages.mjs';

const site = visit();
const phone = { viewport: { width: 390, height: 844 } };
const dated = pages.filter((page) => text(fileOf(page)).includes('data-due="'));
const day = 864e5;

/** A page with deadlines and the last day of one of them. */
const deadlines = dated.filter((page) => page.endsWith('/thoi-han/')).sort((a, b) => count(b) - count(a))[0];
function count(page) { return text(fileOf(page)).split('data-due="').length; }
const lastDay = [...text(fileOf(deadlines)).matchAll(/data-due="([^"]+)"/g)].map((at) => at[1]).sort().at(-2);

/** The moment `time` of the day that is `days` after `date`, in Vietnam. */
const moment = (date, days, time) => new Date(Date.parse(`${date}T${time}+07:00`) + days * day);

/** In the page: each deadline's last day, what stands there, and the word that was added to it. */
const shown = (page) => page.locator('[data-due]').evaluateAll((all) => all.map((one) => ({
  due: one.dataset.due, word: [...one.querySelectorAll(':scope > .tag')].map((tag) => tag.textContent).join(), hidden: one.closest('li')?.hidden ?? false,
})));

/** What has to be said of a deadline on a day. */
function wordFor(due, today) {
  const days = Math.round((Date.parse(due) - Date.parse(today)) / day);
  return days < 0 ? 'đã qua' : days === 0 ? 'hôm nay' : `còn ${days} ngày`;
}

/** Opens a page as it is at a moment. */
async function openAt(page, now, address) {
  await page.clock.setFixedTime(now);
  await site.open(page, address);
}

const days = [['twelve days before', -12, 'còn 12 ngày'], ['the day before', -1, 'còn 1 ngày'], ['on its last day', 0, 'hôm nay'], ['the day after', 1, 'đã qua']];
for (const timezoneId of ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
  test(`time: a deadline before, on and after its last day in Vietnam, read in ${timezoneId}`, () => site.withPage({ ...phone, timezoneId }, async (page) => {
    const faults = [];
    for (const [when, after, word] of days) {
      for (const time of ['00:00:01', '23:59:58']) {
        await openAt(page, moment(lastDay, after, time), deadlines);
        const own = (await shown(page)).filter(({ due }) => due === lastDay);
        for (const one of own) if (one.word !== word) faults.push(`/${deadlines}: ${lastDay}, ${when} at ${time}: "${one.word}"`);
        if (own.length === 0) faults.push(`/${deadlines}: ${lastDay} is not shown`);
      }
    }
    assertNone(faults);
  }));
}

test('time: every deadline of each kind of page says what is true on three days, and home hides what is past', (t) => site.withPage(phone, async (page) => {
  const faults = [];
  let held = 0;
  const kinds = [...new Set(['', deadlines, ...samples])].filter((address) => dated.includes(address));
  for (const today of ['2021-01-01', lastDay, '2031-12-31']) {
    for (const address of kinds) {
      await openAt(page, moment(today, 0, '12:00:00'), address);
      for (const { due, word, hidden } of await shown(page)) {
        ++held;
        if (word !== wordFor(due, today)) faults.push(`/${address} on ${today}: ${due} is "${word}"`);
        if (address === '' && hidden !== due < today) faults.push(`home on ${today}: ${due} is ${hidden ? 'hidden' : 'shown'}`);
      }
    }
  }
  t.diagnostic(`${held} deadlines on ${kinds.length} pages`);
  assertNone(held > 0 ? faults : ['nothing is due']);
}));

test('time: when all that home announces has passed, it says so', { skip: !text('index.html').includes('data-upcoming') && 'nothing is announced' }, () =>
  site.withPage(phone, async (page) => {
    await openAt(page, new Date('2099-01-01T12:00:00+07:00'), '');
    assert.equal(await page.locator('[data-upcoming] [data-due]').filter({ visible: true }).count(), 0, 'nothing that is past is announced');
    assert.ok((await page.locator('main .empty').first().innerText()).length > 20, 'and a sentence says why nothing is');
  }));

test('time: whether a campaign runs is said for the reader\'s day', () => site.withPage(phone, async (page) => {
  const faults = [];
  for (const [today, word] of [['1999-06-01', ''], ['2023-06-01', 'đang diễn ra'], ['2099-06-01', 'đã kết thúc']]) {
    await openAt(page, moment(today, 0, '12:00:00'), 'phong-trao/');
    const periods = await page.locator('[data-end]').evaluateAll((all) => all.map((one) => ({ ...one.dataset, word: one.classList.contains('tag') ? one.textContent.trim().toLowerCase() : '' })));
    const wanted = ({ begin, end }) => (today < begin ? '' : today > end ? 'đã kết thúc' : 'đang diễn ra');
    for (const one of periods) if (one.word !== wanted(one)) faults.push(`${one.begin} to ${one.end} on ${today}: "${one.word}"`);
    if (!periods.some((one) => one.word === word)) faults.push(`no campaign is "${word}" on ${today}`);
  }
  assertNone(faults);
}));

test('time: without scripts, pages state dates and say nothing of today', async () => {
  const relative = /còn \d+ ngày|hôm nay|đã qua|sắp (tới|diễn ra|đến hạn)|đang diễn ra|đã kết thúc|ngày nữa/i;
  const faults = dated.flatMap((page) => {
    const each = text(fileOf(page)).split('data-due="').slice(1).map((part) => part.split('</section>')[0].replace(/<[^>]+>/g, ' '));
    return each.filter((words) => relative.test(words)).map((words) => `/${page}: "${relative.exec(words)[0]}"`);
  });
  await site.withPage({ ...phone, javaScriptEnabled: false }, async (page) => {
    for (const address of ['', deadlines]) {
      await site.open(page, address);
      const all = page.locator('main [data-due]');
      for (let i = 0; i < (await all.count()); ++i) {
        const words = await all.nth(i).innerText();
        if (!/\d{4}/.test(words)) faults.push(`/${address}: no date: "${words}"`);
      }
      if ((await page.locator('main .tag.left, main .tag.past').count()) > 0) faults.push(`/${address}: a word of today`);
    }
  });
  assertNone(faults.concat(scripted('') ? [] : ['home runs no script: nothing was compared']));
});
