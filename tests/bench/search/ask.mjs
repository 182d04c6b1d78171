// Asks one search all queries of a file in all forms, in a browser, and prints what came of it as JSON:
//   node ask.mjs SITE QUERIES ENGINE [--misses]
// SITE is a built folder with the index in it, ENGINE the name of an adaptor here. With --misses it also says which queries failed.
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { chromium } from 'playwright-core';
import { forms } from '../../search/quality/forms.mjs';
import { mean, ndcgAt10, percentile, successAt1 } from '../../search/quality/measures.mjs';
import { readQueries } from '../../search/quality/queries.mjs';
import { serve } from './host.mjs';

const phone = 4;  // times slower than this machine
const sessions = 40;  // visits of which the bytes are measured, each with a cold first query and one more
const [site, file, engineName, option] = process.argv.slice(2);
const engine = await import(`./${engineName}.mjs`);
const queries = readQueries(file, urlsOf(site));
const host = await serve(site);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const report = { engine: engine.name, queries: queries.length, forms: await quality(), bytes: await weight() };
  if (option !== '--misses') for (const form of report.forms) delete form.missed;
  console.log(JSON.stringify(report));
} finally {
  await browser.close();
  await host.close();
}

function urlsOf(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((path) => path === 'index.html' || path.endsWith(`${sep}index.html`));
  return new Set(pages.map((path) => `/${relative('', path).split(sep).join('/').replace(/index\.html$/, '')}`));
}

/** A visitor who has never been here: { search(query) → addresses, close() }. */
async function open(slowdown = 1) {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (slowdown > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { search: await engine.open(page, host), close: () => context.close() };
}

/** For each form the means over the queries that it changes, and beside them the same queries with tones. */
async function quality() {
  const visitor = await open();
  const asTyped = new Map();
  const out = [];
  for (const form of forms) {
    const rows = [];
    for (const query of queries) {
      const asked = form.of(query.text);
      if (asked === undefined) continue;
      const { urls } = await visitor.search(asked);
      const row = { asked, query, urls, success: successAt1(query, urls), ndcg: ndcgAt10(query, urls) };
      if (!asTyped.has(query)) asTyped.set(query, row);
      rows.push(row);
    }
    out.push(summary(form.name, rows, rows.map(({ query }) => asTyped.get(query))));
  }
  await visitor.close();
  return out;
}

function summary(form, rows, asTyped) {
  if (rows.length === 0) return { form, queries: 0 };
  const means = (of) => ({ success: mean(of.map((row) => row.success)), ndcg: mean(of.map((row) => row.ndcg)) });
  const missed = rows.filter((row) => row.success === 0).map(({ asked, urls, ndcg }) => ({ asked, first: urls[0], ndcg }));
  return { form, queries: rows.length, ...means(rows), withTones: means(asTyped), missed };
}

/** Adds what was sent before the counting began. */
async function count(paths) {
  for (const path of paths) {
    const answer = await fetch(host.base + path);  // compressed on the way, and counted by the host
    await answer.arrayBuffer();
  }
}

/** Bytes and requests of a first query with all it needs, and of the next one, over visits of different visitors with slow machines. */
async function weight() {
  const first = [];
  const later = [];
  const step = Math.max(1, Math.floor(queries.length / sessions));
  for (let at = 0; at + 1 < queries.length && first.length < sessions; at += step) {
    const visitor = await open(phone);
    for (const [into, query] of [[first, queries[at]], [later, queries[at + 1]]]) {
      Object.assign(host.sent, { bytes: 0, requests: 0 });
      const { after } = await visitor.search(query.text);
      if (into === first) await count(engine.neededBefore(site));
      into.push({ ...host.sent, milliseconds: after });
    }
    await visitor.close();
  }
  const spread = (rows, key) => ({ median: percentile(rows.map((r) => r[key]), 0.5), p95: percentile(rows.map((r) => r[key]), 0.95),
    max: Math.max(...rows.map((r) => r[key])) });
  const of = (rows) => ({ visits: rows.length, bytes: spread(rows, 'bytes'), requests: spread(rows, 'requests'), milliseconds: spread(rows, 'milliseconds') });
  return { first: of(first), later: of(later) };
}
