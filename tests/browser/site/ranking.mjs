// Rankings as they are drawn: read back from a page, and held against the CSV, the table beside them and the plan.
import { rowsOf, near, numberIn } from './tables.mjs';

/** In the page: a ranking as it is drawn, its values in percent of its track, and as the table below it says. */
export function readRankings(all) {
  return all.map((figure) => {
    const wide = (one) => one.getBoundingClientRect().width;
    const track = figure.querySelector('.track').getBoundingClientRect();
    const labels = [...figure.querySelectorAll('svg > text:not(.value, .threshold)')];
    const table = [...document.querySelectorAll('table.ranking')].find((one) => figure.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    return {
      year: figure.closest('section').id.replace('nam-', ''),
      csv: new URL(figure.querySelector('a[download]').href).pathname.slice(1),
      about: figure.querySelector('desc').textContent,
      bars: [...figure.querySelectorAll('.bar')].map((bar, at) => ({ name: labels[at].textContent, value: figure.querySelectorAll('.value')[at].textContent, drawn: (wide(bar) / track.width) * 100 })),
      lines: [...figure.querySelectorAll('line.threshold')].map((line, at) => ({
        words: figure.querySelectorAll('text.threshold')[at].textContent, drawn: ((line.getBoundingClientRect().left - track.left) / track.width) * 100,
        dashed: getComputedStyle(line).strokeDasharray !== 'none', reach: line.getBoundingClientRect().bottom >= [...figure.querySelectorAll('.bar')].at(-1).getBoundingClientRect().bottom - 1,
      })),
      rows: [...table.tBodies[0].rows].map((row) => ({ name: row.querySelector('th a').textContent, share: row.cells[row.cells.length - 1].innerText })),
    };
  });
}

/** What is wrong with a ranking on the page `address` of the site in `folder`. */
export function judgeRanking({ year, csv, about, bars, lines, rows }, address, folder) {
  const faults = [];
  const campaign = address.split('/')[1];
  const all = rowsOf(folder, csv).filter((row) => row.year === year);
  const own = all.filter((row) => row.block === all.find(({ unit_name: name }) => name === rows[0].name)?.block);
  if (bars.length !== own.length || rows.length !== own.length) faults.push(`${year}: ${bars.length} bars, ${rows.length} rows of the table, ${own.length} of the CSV`);
  bars.forEach(({ name, value, drawn }, at) => {
    const row = own.find((one) => one.unit_name === rows[at]?.name);
    const cut = name.endsWith('…') ? rows[at]?.name.startsWith(name.slice(0, -1)) : name === rows[at]?.name;
    if (!row || !cut || rows[at].share !== value) faults.push(`${year}: ${name} ${value}, in the table ${rows[at]?.name} ${rows[at]?.share}`);
    else if (numberIn(value) !== Number(row.percent) || !near(drawn, Number(row.percent))) faults.push(`${year}: ${name} is drawn as ${drawn}, said to be ${value}, in the CSV ${row.percent}`);
  });
  for (const { value } of [bars[0], bars.at(-1)]) if (!about.includes(value)) faults.push(`${year}: its description lacks ${value}`);
  const bounds = rowsOf(folder, 'du-lieu/award_conditions.csv').filter((row) => row.campaign === campaign && row.check === 'index' && row.measure_unit.startsWith('%')).map((row) => Number(row.value));
  for (const { words, drawn, dashed, reach } of lines) {
    const says = numberIn(words);
    if (!bounds.includes(says) || !near(drawn, says, 0.2) || !about.includes(words)) faults.push(`${year}: the threshold ${words} is drawn at ${drawn}, the plan has ${bounds}`);
    if (!dashed || !reach) faults.push(`${year}: the threshold ${words} is no dashed line along all bars`);
  }
  return faults;
}
