// Open data, read by readers that are not ours: the data package and its tables, their form for Excel, the catalogue.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { Package } from 'datapackage';
import jsonld from 'jsonld';
import { DataFactory, Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { assertNone } from './site/faults.mjs';
import { files, root, text } from './site/pages.mjs';
import { variant } from './site/variant.mjs';

const folder = 'du-lieu/';
const descriptor = JSON.parse(text(`${folder}datapackage.json`));
const rowsOf = (file, delimiter) => parse(text(file), { bom: true, delimiter });

test('opendata: the data package is valid, and every table holds what it says, column by column', async (t) => {
  const data = await Package.load(descriptor, { basePath: join(root, folder), strict: false });
  const faults = data.errors.map((error) => `datapackage.json: ${error.message}`);
  let rows = 0;
  for (const resource of data.resources) {
    try {
      rows += (await resource.read({ keyed: true })).length;
    } catch (error) {
      for (const one of error.errors?.length ? error.errors : [error]) faults.push(`${resource.name}: ${one.message}`);
    }
    const { bytes, path } = resource.descriptor;
    if (bytes !== statSync(join(root, folder, path)).size) faults.push(`${resource.name}: does not have ${bytes} bytes`);
  }
  t.diagnostic(`${data.resources.length} tables, ${rows} rows`);
  assertNone(rows > 0 ? faults : ['no row was read', ...faults]);
});

test('opendata: every table is in the package, each with a page and files for programs and for Excel', () => {
  const schemas = files.filter((file) => file.startsWith(folder) && file.endsWith('.schema.json'));
  const named = descriptor.resources.map(({ name }) => name).sort();
  const faults = schemas.map((file) => file.slice(folder.length, -'.schema.json'.length)).filter((name) => !named.includes(name)).map((name) => `${name} is not in the package`);
  for (const name of named) {
    for (const ending of ['.csv', '-excel.csv', '.json', '.schema.json']) if (!files.includes(`${folder}${name}${ending}`)) faults.push(`${name}${ending} is not there`);
    const pages = files.filter((file) => file.startsWith(folder) && file.endsWith('/index.html') && text(file).includes(`${folder}${name}.csv"`));
    if (pages.length < 2) faults.push(`${name}: no page of its own leads to its file`);
  }
  assertNone(faults);
});

/** A cell of a table as JSON has it. */
function valueOf(cell, { name, type }) {
  if (cell === '') return [null, ''];
  if (type === 'number' || type === 'integer') return [Number(cell)];
  if (type === 'boolean') return [{ true: true, false: false }[cell]];
  return [cell, cell.replace(/^'/, '')];  // an apostrophe keeps a spreadsheet from computing it
}

test('opendata: the three forms of each table say the same', () => {
  const faults = [];
  for (const { name, schema } of descriptor.resources) {
    const [head, ...plain] = rowsOf(`${folder}${name}.csv`, ',');
    const [excelHead, ...excel] = rowsOf(`${folder}${name}-excel.csv`, ';');
    const json = JSON.parse(text(`${folder}${name}.json`));
    if (head.join() !== schema.fields.map((field) => field.name).join() || head.join() !== excelHead.join()) faults.push(`${name}: other columns`);
    if (plain.length !== json.length || plain.length !== excel.length) faults.push(`${name}: ${plain.length}, ${excel.length} and ${json.length} rows`);
    plain.forEach((row, at) => schema.fields.forEach((field, column) => {
      const cell = row[column];
      const where = `${name}, row ${at + 1}, ${field.name}: ${cell}`;
      const wanted = field.type === 'number' ? cell.replace('.', ',') : cell;
      if (excel[at]?.[column] !== wanted) faults.push(`${where}, for Excel ${excel[at]?.[column]}`);
      if (!valueOf(cell, field).includes(json[at]?.[field.name])) faults.push(`${where}, in JSON ${json[at]?.[field.name]}`);
    }));
  }
  assertNone(faults);
});

test('opendata: the tables for Excel begin with a byte order mark, have semicolons, and somewhere a comma decimal', () => {
  const tables = descriptor.resources.map(({ name }) => [`${folder}${name}-excel.csv`, `${folder}${name}.csv`]);
  const faults = tables.flatMap(([excel, plain]) => [
    ...(text(excel).startsWith('\ufeff') && text(excel).split('\r\n')[0].includes(';') ? [] : [`/${excel} is not for Excel`]),
    ...(text(plain).startsWith('\ufeff') ? [`/${plain} begins with a byte order mark`] : []),
  ]);
  const decimals = tables.some(([excel]) => rowsOf(excel, ';').flat().some((cell) => /^-?\d+,\d+$/.test(cell)));
  assertNone(decimals ? faults : ['no decimal has a comma', ...faults]);
});

/** The catalogue as RDF, with no help from the network: whatever is loaded is a fault. */
const graph = new Store();
before(async () => {
  const documentLoader = (url) => { throw new Error(`the catalogue needs ${url}`); };
  const quads = await jsonld.toRDF(JSON.parse(text(`${folder}catalog.jsonld`)), { format: 'application/n-quads', documentLoader, safe: true });
  graph.addQuads(new Parser({ format: 'N-Quads' }).parse(quads));
});

test('opendata: the catalogue fits DCAT-AP 3', async (t) => {
  const shapes = new Store(new Parser({ baseIRI: 'https://site.invalid/shapes' }).parse(readFileSync(new URL('site/dcat-ap.ttl', import.meta.url), 'utf8')));
  const report = await new SHACLValidator(shapes).validate(graph);
  t.diagnostic(`${graph.size} statements`);
  const said = ({ focusNode, path, value, message, sourceConstraintComponent }) =>
    `${focusNode?.value}: ${path?.value} ${value?.value ?? ''}: ${message.map((one) => one.value).join() || sourceConstraintComponent.value}`;
  assertNone([...report.results.map(said), ...(report.conforms === (report.results.length === 0) ? [] : ['it does not conform'])]);
});

test('opendata: the catalogue has every table, and each of its files is there, as long as it says', () => {
  const dcat = 'http://www.w3.org/ns/dcat#';
  const base = /^(.*)du-lieu\/$/.exec(descriptor.homepage)[1];
  const faults = [];
  const listed = new Set();
  for (const { subject, object } of graph.match(null, DataFactory.namedNode(`${dcat}downloadURL`))) {
    const file = decodeURIComponent(object.value.slice(base.length));
    listed.add(file);
    if (!object.value.startsWith(base) || !files.includes(file)) faults.push(`${object.value} is not there`);
    else for (const size of graph.getObjects(subject, `${dcat}byteSize`, null)) if (Number(size.value) !== statSync(join(root, file)).size) faults.push(`/${file} does not have ${size.value} bytes`);
  }
  for (const { name } of descriptor.resources) for (const ending of ['.csv', '-excel.csv', '.json']) if (!listed.has(`${folder}${name}${ending}`)) faults.push(`${name}${ending} is not in the catalogue`);
  for (const page of graph.getObjects(null, `${dcat}landingPage`, null)) if (!files.includes(`${page.value.slice(base.length)}index.html`)) faults.push(`${page.value} is not there`);
  assertNone(faults);
});

const formulas = ['=HYPERLINK("https://x.invalid";"a")', '+84 001', '-1+2', '@SUM(A1:A9)'];
const planted = variant(({ edit }) => edit('units/minh-hoa.json', ({ units }) =>
  formulas.forEach((name, at) => units.push({ id: `xa-cong-thuc-${at}`, name, kind: 'unit', level: 'commune' }))));

test('opendata: a text that a spreadsheet would compute is none in the tables, and is untouched in JSON', () => {
  const faults = [];
  const read = (file) => readFileSync(join(planted.root, folder, file), 'utf8');
  for (const [file, delimiter] of [['units.csv', ','], ['units-excel.csv', ';']]) {
    const cells = parse(read(file), { bom: true, delimiter }).flat();
    for (const name of formulas) if (cells.includes(name) || !cells.includes(`'${name}`)) faults.push(`${file}: ${name}`);
  }
  const cells = JSON.parse(read('units.json')).flatMap((row) => Object.values(row));
  for (const name of formulas) if (!cells.includes(name)) faults.push(`units.json lacks ${name}`);
  assertNone(faults);
});
