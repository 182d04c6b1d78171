// What a reader finds on the search page, with and without tone marks, and what the address keeps of it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { violations } from '../site/axe.mjs';
import { visit, widths } from '../site/browser.mjs';
import { fileOf, text } from '../site/pages.mjs';

const site = visit();

/** Opens the search page with a query and waits until it has answered. */
async function ask(page, query, more = '') {
  await site.open(page, `tim-kiem/?q=${encodeURIComponent(query)}${more}`);
  await answered(page);
}

const answered = (page) => page.waitForFunction(() => {
  const status = document.querySelector('[role=status]');
  return status && status.textContent !== '' && status.textContent !== document.getElementById('tim-duoc').dataset.looking;
});
const titles = (page) => page.locator('.found-list .card-title').allTextContents();
const count = async (page) => Number((await page.locator('[role=status]').textContent()).match(/^[\d.]+/)?.[0].replaceAll('.', '') ?? 0);

test('search: the same pages with tones, without, in normal form D, and with the tone at its other place', async () => {
  await site.withPage({}, async (page) => {
    for (const forms of [
      ['thanh toán trực tuyến', 'thanh toan truc tuyen', 'THANH TOÁN TRỰC TUYẾN', 'thanh toán trực tuyến'.normalize('NFD')],
      ['số hóa hồ sơ', 'số hoá hồ sơ', 'số hoá hồ sơ'.normalize('NFD')],
    ]) {
      await ask(page, forms[0]);
      const [wanted] = await titles(page);
      assert.ok(wanted);
      for (const query of forms.slice(1)) {
        await ask(page, query);
        assert.equal((await titles(page))[0], wanted, query);
      }
    }
  });
});

test('search: đ is found as d', async () => {
  await site.withPage({}, async (page) => {
    await ask(page, 'dang ky thi dua');
    const found = await page.locator('.found-list mark').allTextContents();
    assert.ok(found.some((word) => word.toLowerCase() === 'đăng'), found.join(' '));
  });
});

test('search: a document number is found as printed, in parts, without marks', async () => {
  const number = /\b\d+\/QĐ-UBND/.exec(text('phong-trao/minh-hoa-2021-2025/ket-qua/index.html'))[0];
  await site.withPage({}, async (page) => {
    for (const query of [number, number.toLowerCase().replace('đ', 'd'), number.replace(/[/-]/g, ' ')]) {
      await ask(page, query);
      const hrefs = await page.locator('.found-list .card-title a').evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
      assert.ok(hrefs.some((href) => href.includes('/ket-qua/') || href.startsWith('/tin-tuc/')), `${query}: ${hrefs}`);
    }
  });
});

test('search: a passage shows the words, marked, and its link leads to the place', async () => {
  await site.withPage({}, async (page) => {
    await ask(page, 'gửi hồ sơ khen thưởng');
    assert.ok((await page.locator('.found-list mark').count()) > 0);
    for (const href of await page.locator('.found-list .card-title a').evaluateAll((links) => links.map((link) => link.href))) {
      const { pathname, hash } = new URL(href);
      const html = text(fileOf(pathname.slice(1)));
      if (hash) assert.ok(html.includes(`id="${decodeURIComponent(hash.slice(1)).replaceAll('&', '&amp;')}"`), href);
    }
  });
});

test('search: a typing error is corrected, openly, and can be searched as typed', async () => {
  await site.withPage({}, async (page) => {
    await ask(page, 'thanh toán trực tuyêsn');
    await page.locator('.notice strong').waitFor();
    assert.match(await page.locator('.notice strong').textContent(), /tuyến/);
    await page.locator('.notice a').click();
    await page.waitForURL(/dung=1/);
    await answered(page);
    assert.equal(await page.locator('.notice strong').count(), 0);
  });
});

test('search: facets have counts that hold, and the address keeps the choice', async () => {
  await site.withPage({}, async (page) => {
    await ask(page, 'thi đua');
    const all = await count(page);
    const facet = page.locator('.facets details').first();
    await facet.locator('summary').click();
    const first = facet.locator('li').first();
    await first.waitFor();
    const promised = Number((await first.textContent()).match(/\((\d+)\)/)[1]);
    assert.ok(promised > 0 && promised <= all);
    await first.locator('a').click();
    await page.waitForURL(/loai=/);
    await answered(page);
    await page.waitForFunction((n) => document.querySelector('[role=status]').textContent.startsWith(String(n)), promised);
    const address = page.url();
    await page.goto(address);
    await answered(page);
    assert.equal(await count(page), promised);
    await page.locator('#tim-duoc .tags a').click();
    await page.waitForFunction((n) => document.querySelector('[role=status]').textContent.startsWith(n), all.toLocaleString('vi'));
  });
});

test('search: each facet opens, and years, campaigns, units and topics are those of the results', async () => {
  await site.withPage({}, async (page) => {
    await ask(page, 'một cửa');
    const facets = page.locator('.facets details');
    assert.equal(await facets.count(), 5);
    for (let i = 0; i < 5; i += 1) {
      await facets.nth(i).locator('summary').click();
      await facets.nth(i).locator('li').first().waitFor();
    }
  });
});

test('search: results come ten at a time, and going back shows the earlier ones', async () => {
  await site.withPage({}, async (page) => {
    await ask(page, 'thi đua');
    const first = await titles(page);
    assert.equal(first.length, 10);
    await page.locator('.pager [rel=next]').click();
    await page.waitForURL(/trang=2/);
    await page.waitForFunction(() => document.querySelector('.found-list')?.start === 11);
    assert.notDeepEqual(await titles(page), first);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('.found-list')?.start === 1);
    assert.deepEqual(await titles(page), first);
  });
});

test('search: a quotation is found as it stands', async () => {
  await site.withPage({}, async (page) => {
    await ask(page, 'cách hay làm');
    const loose = await count(page);
    await ask(page, '"cách làm hay"');
    const exact = await count(page);
    assert.ok(exact > 0 && loose > 0);
    await ask(page, '"hay làm cách"');
    assert.equal(await count(page), 0);
  });
});

test('search: every page has a form that leads here, without scripts too', async () => {
  await site.withPage({}, async (page) => {
    await site.open(page, 'gioi-thieu/');
    await page.locator('.site-search input').fill('mot cua');
    await page.locator('.site-search button').click();
    await page.waitForURL(/tim-kiem\/\?q=mot\+cua/);
    await answered(page);
    assert.ok((await count(page)) > 0);
  });
  await site.withPage({ javaScriptEnabled: false }, async (page) => {
    await site.open(page, 'tim-kiem/?q=mot+cua');
    assert.ok(await page.locator('#danh-muc').isVisible());
    await page.locator('.letters a').first().click();
    assert.ok((await page.locator('.titles li').count()) > 0);
  });
});

test('search: what is found is announced, and the field keeps the focus', async () => {
  await site.withPage({}, async (page) => {
    await site.open(page, 'tim-kiem/');
    await page.locator('#q').fill('hồ sơ');
    await page.locator('#q').press('Enter');
    await answered(page);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
    assert.match(await page.locator('[role=status]').textContent(), /kết quả cho “hồ sơ”/);
  });
});

test('search: titles are offered while typing, and chosen by keyboard', async () => {
  await site.withPage({}, async (page) => {
    await site.open(page, 'tim-kiem/');
    await page.locator('#q').pressSequentially('ba câu h', { delay: 20 });
    const options = page.getByRole('option');
    await options.first().waitFor();
    assert.equal(await page.locator('#q').getAttribute('aria-expanded'), 'true');
    await page.locator('#q').press('ArrowDown');
    const active = await page.locator('#q').getAttribute('aria-activedescendant');
    assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
    await page.locator('#q').press('Escape');
    assert.equal(await options.count(), 0);
    await page.locator('#q').pressSequentially('ỏ');
    await options.first().waitFor();
    await page.locator('#q').press('ArrowDown');
    await page.locator('#q').press('Enter');
    await page.waitForURL(/cach-lam-hay\/ba-cau-hoi/);
  });
});

test('search: axe finds nothing on results with facets open, and on titles offered', async () => {
  for (const colorScheme of ['light', 'dark']) {
    await site.withPage({ colorScheme }, async (page) => {
      await ask(page, 'thanh toán trực tuyêsn');
      for (const summary of await page.locator('.facets summary').all()) await summary.click();
      await page.locator('.facets li').last().waitFor();
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await violations(page), [], `${width} px, ${colorScheme}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `scrolls sideways by ${wide} at ${width} px`);
      }
      await page.locator('#q').fill('');
      await page.locator('#q').pressSequentially('một cửa', { delay: 10 });
      await page.getByRole('option').first().waitFor();
      assert.deepEqual(await violations(page), [], `titles offered, ${colorScheme}`);
    });
  }
});
