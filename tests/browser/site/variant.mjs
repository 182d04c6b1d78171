// The site built from other content than the repository's, for what its own content does not have.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const program = join(repository, 'build/thidua');

/**
 * A copy of the content, changed by `change`, and the site built from it, for as long as the tests of one file run; `root` is set before
 * they start. `change` is handed what edits the JSON files and the texts of the copy: `edit(file, (value) => …)`, `write(file, text)`,
 * `remove(file)`, and `check()`, which gives what is found wrong in it, as text.
 */
export function variant(change) {
  const made = {};
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'thidua-variant-'));
    for (const part of ['content', 'themes']) cpSync(join(repository, part), join(folder, part), { recursive: true });
    const at = (file) => join(folder, 'content', file);
    const edit = (file, how) => {
      const value = JSON.parse(readFileSync(at(file), 'utf8'));
      how(value);
      writeFileSync(at(file), JSON.stringify(value));
    };
    const check = () => spawnSync(program, ['check', '--root', folder], { encoding: 'utf8', maxBuffer: 2 ** 26 }).stderr;
    change({ edit, write: (file, words) => writeFileSync(at(file), words), remove: (file) => rmSync(at(file)), check });
    made.root = join(folder, 'site');
    execFileSync(program, ['build', '--root', folder, '--output', made.root], { stdio: 'pipe' });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  return made;
}

/** A block of `count` units in the fictional town, scored in one year, and what was scored: `{ name, percent }`, the best first. */
export function largeBlock(edit, count) {
  const names = ['Hòa Bình', 'Tân Lập', 'Mỹ Phước', 'Long Thạnh', 'Vĩnh Quới', 'Đại Đồng', 'Nghĩa Thắng', 'Bình Khương', 'Phú Xuân', 'Quảng Yên', 'Kỳ Sơn', 'Ea Nuôl'];
  const units = Array.from({ length: count }, (_, at) => ({
    id: `xa-thu-${at + 1}`,
    name: `${at % 3 === 0 ? 'Phường' : 'Xã'} ${names[(at * 7) % names.length]} ${at + 1} (hư cấu)`,
    percent: Math.round(9950 - at * 87.31 - ((at * 37) % 50)) / 100,
  }));
  edit('units/minh-hoa.json', ({ units: known }) => {
    known.push({ id: 'khoi-thu', name: 'Khối thử (hư cấu)', kind: 'block', level: 'commune' });
    for (const { id, name } of units) known.push({ id, name, kind: 'unit', level: 'commune', block: 'khoi-thu' });
  });
  edit('campaigns/minh-hoa-2021-2025/scores/2025.json', ({ scores }) => {
    units.forEach(({ id, percent }, at) => scores.push({ unit: `minh-hoa/${id}`, points: percent, maximum: 100, rank: at + 1 }));
  });
  return units;
}
