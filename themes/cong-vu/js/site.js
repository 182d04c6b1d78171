// What a page can do besides being read: say how far off a deadline is, and sort and filter its tables.
// Without it nothing is missing: dates stand there as dates, tables in their order. Words come from the page.
(() => {
  'use strict';
  const words = document.currentScript.dataset;
  const say = (form, value) => form.replace('{n}', value);

  // Deadlines: what is true on the reader's day in Vietnam, not on the day of the build.
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  const daysTo = (day) => Math.round((Date.parse(day) - Date.parse(today)) / 864e5);
  for (const due of document.querySelectorAll('[data-due]')) {
    const days = daysTo(due.dataset.due);
    const tag = document.createElement('span');
    tag.className = days < 0 ? 'tag past' : 'tag left';
    tag.textContent = days < 0 ? words.past : days === 0 ? words.today : say(words.left, days);
    due.append(' ', tag);
  }
  for (const list of document.querySelectorAll('[data-upcoming]')) {
    for (const due of list.querySelectorAll('[data-due]')) {
      if (daysTo(due.dataset.due) < 0) due.closest('li').hidden = true;
    }
    if (![...list.children].some((item) => !item.hidden)) {
      const none = document.createElement('p');
      none.className = 'empty';
      none.textContent = words.none;
      list.replaceWith(none);
    }
  }

  for (const period of document.querySelectorAll('[data-end]')) {
    if (daysTo(period.dataset.begin) > 0) continue;
    period.className = 'tag';
    period.textContent = daysTo(period.dataset.end) < 0 ? words.ended : words.running;
    period.before(' ');
  }

  // Tables: order and filter are kept in the address, so that a link shows the same.
  const collator = new Intl.Collator('vi', { numeric: true });
  const address = new URL(location.href);
  const keep = (key, value) => {
    if (value) address.searchParams.set(key, value);
    else address.searchParams.delete(key);
    history.replaceState(null, '', address);
  };
  const number = (text) => Number(text.replaceAll('.', '').replace(',', '.').replace(/[^\d.-].*$/, ''));
  // People are sorted by the last word of their name, which is the given name.
  const key = (cell) => {
    const own = cell.dataset.sort;
    if (own !== undefined) return own;
    const text = cell.textContent.trim();
    return cell.classList.contains('person') ? text.split(/\s+/).reverse().join(' ') : text;
  };

  const sortBy = (table, column, down) => {
    const body = table.tBodies[0];
    const numeric = table.tHead.rows[0].cells[column].classList.contains('number');
    const rows = [...body.rows].map((row, place) => ({ row, place, key: key(row.cells[column]) }));
    rows.sort((a, b) => {
      const order = numeric ? number(a.key) - number(b.key) : collator.compare(a.key, b.key);
      return (down ? -order : order) || a.place - b.place;
    });
    body.append(...rows.map((entry) => entry.row));
    [...table.tHead.rows[0].cells].forEach((cell, i) => {
      if (i === column) cell.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    });
  };

  const makeSortable = (table, name) => {
    table.classList.add('sorted');
    [...table.tHead.rows[0].cells].forEach((cell, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...cell.childNodes);
      cell.append(button);
      button.addEventListener('click', () => {
        const down = cell.getAttribute('aria-sort') === 'ascending';
        sortBy(table, column, down);
        keep(`xep-${name}`, `${column + 1}${down ? '-giam' : ''}`);
      });
    });
    const [, wanted, down] = /^(\d+)(-giam)?$/.exec(address.searchParams.get(`xep-${name}`) ?? '') ?? [];
    if (wanted >= 1 && wanted <= table.tHead.rows[0].cells.length) sortBy(table, wanted - 1, Boolean(down));
  };

  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase();
  const makeFilter = (table, name) => {
    const label = document.createElement('label');
    const input = document.createElement('input');
    const found = document.createElement('output');
    input.type = 'search';
    label.className = 'filter';
    label.append(words.filter, ' ', input, ' ', found);
    table.before(label);
    const show = () => {
      const wanted = fold(input.value.trim());
      const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
      rows.forEach((row) => { row.hidden = !fold(row.textContent).includes(wanted); });
      found.textContent = wanted ? say(words.found, rows.filter((row) => !row.hidden).length) : '';
    };
    input.addEventListener('input', () => { show(); keep(`loc-${name}`, input.value.trim()); });
    input.value = address.searchParams.get(`loc-${name}`) ?? '';
    if (input.value) show();
  };

  document.querySelectorAll('table[data-table]').forEach((table) => {
    makeSortable(table, table.dataset.table);
    if (table.tBodies[0].rows.length >= 8) makeFilter(table, table.dataset.table);
  });
})();
