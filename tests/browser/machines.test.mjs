// Files for machines, read by readers that are not ours: calendars, tables, schemas, feeds, the sitemap.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { assertNone } from './site/faults.mjs';
import { fileOf, files, pages, root, text } from './site/pages.mjs';
import { inForce, rowsOf } from './site/tables.mjs';

const ending = (...endings) => files.filter((file) => endings.some((one) => file.endsWith(one)));
const list = (one) => (one === undefined ? [] : [one].flat());

/** A test of every file with one of these endings; says so where there is none. */
function each(name, found, faultsOf) {
  test(`machines: ${name}`, { skip: found.length === 0 && 'no such file is published yet' }, (t) => {
    t.diagnostic(`${found.length} files`);
    assertNone(found.flatMap((file) => attempt(() => faultsOf(file)).map((fault) => `/${file}: ${fault}`)));
  });
}

function attempt(look) {
  try {
    return look();
  } catch (error) {
    return [error.message];
  }
}

each('ical.js reads every calendar; its lines are folded at 75 octets and each event is whole', ending('.ics'), (file) => {
  const source = text(file);
  const faults = source.split('\r\n').filter((line) => Buffer.byteLength(line) > 75).map((line) => `longer than 75 octets: ${line.slice(0, 40)}`);
  if (/[^\r]\n/.test(source)) faults.push('a line ends without a carriage return');
  if (source.includes('\ufffd')) faults.push('a letter was cut');
  const events = new ICAL.Component(ICAL.parse(source)).getAllSubcomponents('vevent');
  const value = (event, key) => event.getFirstPropertyValue(key);
  for (const event of events) {
    for (const key of ['uid', 'dtstamp', 'dtstart', 'summary']) if (!value(event, key)) faults.push(`an event without ${key}`);
    if (value(event, 'dtstart')?.isDate !== true) faults.push(`${value(event, 'uid')} does not start on a day`);
    if (value(event, 'status') !== 'CANCELLED' && event.getAllSubcomponents('valarm').length !== 2) faults.push(`${value(event, 'uid')} has not two alarms`);
  }
  const uids = events.map((event) => value(event, 'uid'));
  if (new Set(uids).size !== uids.length) faults.push('a UID twice');
  return faults;
});

const events = (file) => new ICAL.Component(ICAL.parse(text(file))).getAllSubcomponents('vevent');
const ofCampaigns = ending('.ics').filter((file) => file.split('/').length === 2 && file !== 'lich/tat-ca.ics');
each('every calendar of a campaign holds its deadlines as the open data has them, warns 7 and 1 days ahead, and is part of the one of all', ofCampaigns, (file) => {
  const campaign = file.split('/')[1].replace(/\.ics$/, '');
  const uid = (event) => String(event.getFirstPropertyValue('uid')).split('@')[0];
  const all = new Set(events('lich/tat-ca.ics').map(uid));
  const held = events(file).filter((event) => event.getFirstPropertyValue('status') !== 'CANCELLED');
  const days = held.map((event) => `${uid(event)} ${event.getFirstPropertyValue('dtstart')}`).sort();
  const wanted = inForce(rowsOf(root, 'du-lieu/deadlines.csv'), campaign)
    .map((row) => `${[campaign, row.milestone, row.year].filter(Boolean).join('.')} ${(/^(before|from_to)$/.test(row.when) && row.first_day) || row.last_day}`).sort();
  const faults = [...days.filter((day) => !wanted.includes(day)).map((day) => `is not in the open data: ${day}`), ...wanted.filter((day) => !days.includes(day)).map((day) => `is not in the calendar: ${day}`)];
  for (const event of held) {
    const ahead = event.getAllSubcomponents('valarm').map((alarm) => alarm.getFirstPropertyValue('trigger').toSeconds() / 86400).sort((a, b) => a - b);
    if (ahead.join() !== '-7,-1') faults.push(`${uid(event)} warns ${ahead} days from its day`);
    if (!all.has(uid(event))) faults.push(`${uid(event)} is not in the calendar of all`);
  }
  return faults;
});

each('every table is read, all its rows equally long, and no cell is a formula', ending('.csv'), (file) => {
  const source = text(file);
  const forExcel = source.startsWith('\ufeff');
  const rows = parse(source, { bom: true, delimiter: forExcel ? ';' : ',' });
  const faults = rows.length < 1 || new Set(rows[0]).size !== rows[0].length ? ['its head is empty or names a column twice'] : [];
  if (!file.startsWith('du-lieu/')) return faults;
  const number = /^-?\d+(?:[.,]\d+)?$/;
  for (const cell of rows.flat()) if (/^[=+\-@\t\r]/.test(cell) && !number.test(cell)) faults.push(`a cell begins as a formula: ${cell.slice(0, 30)}`);
  if (!source.endsWith('\n') || /[^\r]\n/.test(source.replace(/"[^"]*"/g, ''))) faults.push('a line does not end as RFC 4180 asks');
  return faults;
});

each('every JSON file is JSON', ending('.json', '.jsonld', '.webmanifest'), (file) => (JSON.parse(text(file)), []));

each('every file with a JSON Schema beside it fits it', ending('.schema.json'), (file) => {
  const ajv = addFormats(new Ajv({ allErrors: true, strict: false }));
  const fits = ajv.compile(JSON.parse(text(file)));
  const data = file.replace(/\.schema\.json$/, '.json');
  if (!files.includes(data)) return [`/${data} is not there`];
  return fits(JSON.parse(text(data))) ? [] : fits.errors.map((error) => `${error.instancePath}: ${error.message}`);
});

const xml = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
each('every XML file is well-formed', ending('.xml', '.atom', '.svg'), (file) => {
  const verdict = XMLValidator.validate(text(file));
  return verdict === true ? [] : [`line ${verdict.err.line}: ${verdict.err.msg}`];
});

const feeds = ending('.xml', '.atom').filter((file) => text(file).includes('http://www.w3.org/2005/Atom'));
each('every feed is an Atom feed with what RFC 4287 asks', feeds, (file) => {
  const { feed } = xml.parse(text(file));
  if (!feed) return ['has no feed'];
  const entries = list(feed.entry);
  const lacks = (one, keys) => keys.filter((key) => one[key] === undefined || one[key] === '');
  const faults = [...lacks(feed, ['id', 'title', 'updated']), ...entries.flatMap((entry) => lacks(entry, ['id', 'title', 'updated', 'link']))].map((key) => `lacks ${key}`);
  for (const { updated } of [feed, ...entries]) if (Number.isNaN(Date.parse(updated)) || !/T.*(Z|[+-]\d\d:\d\d)$/.test(updated)) faults.push(`no moment: ${updated}`);
  if (!feed.author && entries.some((entry) => !entry.author)) faults.push('has no author');
  if (!list(feed.link).some((link) => link.rel === 'self')) faults.push('has no link to itself');
  const ids = entries.map((entry) => entry.id);
  if (new Set(ids).size !== ids.length) faults.push('an id twice');
  return faults;
});

each('a feed reader finds in every feed what it holds, each entry on a page of the site', feeds, (file) => {
  const feed = parseAtomFeed(text(file));
  const own = /<link rel="canonical" href="([^"]*)"/.exec(text('index.html'))[1];
  const held = text(file).split('<entry>').length - 1;
  const faults = (feed.entries ?? []).length === held ? [] : [`${feed.entries?.length} of ${held} entries are read`];
  if (!feed.title?.value || feed.links?.find(({ rel }) => rel === 'self')?.href !== own + file) faults.push('does not say what it is, or where');
  for (const { id, title, links, content, summary } of feed.entries ?? []) {
    const href = links?.find(({ rel }) => !rel || rel === 'alternate')?.href ?? '';
    const page = decodeURIComponent(new URL(href, own).href.slice(own.length)).replace(/#.*/, '');
    if (!href.startsWith(own) || !files.includes(fileOf(page))) faults.push(`${id} leads to ${href}`);
    if (!title?.value || !(content?.value ?? summary?.value)) faults.push(`${id} says nothing`);
  }
  return faults;
});

/** Every address in a sitemap, those of its parts included. */
const sitemaps = ending('.xml').filter((file) => text(file).includes('http://www.sitemaps.org/schemas/sitemap/'));
test('machines: the sitemap names every page once, by its canonical address', { skip: sitemaps.length === 0 && 'no sitemap is published yet' }, () => {
  const listed = sitemaps.flatMap((file) => list(xml.parse(text(file)).urlset?.url).map((url) => url.loc));
  const canonical = (page) => /<link rel="canonical" href="([^"]*)"/.exec(text(fileOf(page)))?.[1];
  const wanted = pages.filter((page) => page !== '404.html' && !/http-equiv="refresh"/.test(text(fileOf(page)))).map(canonical);
  assertNone([
    ...wanted.filter((address) => !listed.includes(address)).map((address) => `not listed: ${address}`),
    ...listed.filter((address) => !wanted.includes(address)).map((address) => `no such page: ${address}`),
    ...listed.filter((address, at) => listed.indexOf(address) !== at).map((address) => `twice: ${address}`),
  ]);
});

/** The schema of sitemaps.org, as a package holds it that makes sitemaps. */
const schema = join(dirname(createRequire(import.meta.url).resolve('sitemap/package.json')), 'schema/sitemap.xsd');
each('xmllint holds every sitemap against the schema of sitemaps.org', sitemaps.filter((file) => text(file).includes('<urlset')), (file) => {
  const { status, stderr, error } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, join(root, file)], { encoding: 'utf8' });
  if (error) return [error.message];
  return status === 0 ? [] : stderr.trim().split('\n');
});

each('every OpenSearch description names a page of the site that takes the words searched for', files.filter((file) => text(file).includes('http://a9.com/-/spec/opensearch/1.1/')), (file) => {
  const { OpenSearchDescription: found } = xml.parse(text(file));
  const faults = ['ShortName', 'Description', 'Url'].filter((key) => !found?.[key]).map((key) => `lacks ${key}`);
  if (String(found?.ShortName).length > 16) faults.push('its name has more than 16 letters');
  const html = list(found?.Url).find(({ type }) => type === 'text/html');
  if (!html?.template.includes('{searchTerms}')) faults.push('does not say where the words go');
  const own = /<link rel="canonical" href="([^"]*)"/.exec(text('index.html'))[1];
  if (!files.includes(fileOf(html?.template.slice(own.length).replace(/\?.*/, '')))) faults.push(`nothing is at ${html?.template}`);
  if (!pages.some((page) => text(fileOf(page)).includes('application/opensearchdescription+xml'))) faults.push('no page names it');
  return faults;
});
