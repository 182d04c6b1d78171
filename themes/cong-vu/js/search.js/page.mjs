// The search page: what is typed -> results, under an address that can be shared. Words come from the page.
import { DamagedIndex } from './decode.mjs';
import { counts, FACETS, narrow, facet } from './facets.mjs';
import { Index } from './index.mjs';
import { passage } from './passage.mjs';
import { search } from './search.mjs';
import { suggest } from './suggest.mjs';

const PER_PAGE = 10;
const FACET_VALUES = 12; // shown of one facet
const PAUSE = 160; // milliseconds without a key before titles are looked up
const PARAMETERS = { kind: 'loai', year: 'nam', campaign: 'phong-trao', unit: 'don-vi', topic: 'chu-de' };

/** An element: make('a', { href }, 'text', child …). */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== false) element.setAttribute(key, value === true ? '' : value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

const say = (form, values) => form.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const inVietnamese = new Intl.NumberFormat('vi');

class SearchPage {
  constructor(form, area) {
    this.form = form;
    this.field = form.elements.q;
    this.area = area;
    this.words = area.dataset;
    this.root = area.dataset.root;
    this.kinds = new Map([...document.querySelectorAll('[data-kind]')].map((item) => [item.dataset.kind, item.textContent]));
    this.status = make('p', { role: 'status', class: 'found' });
    this.body = make('div');
    area.append(this.status, this.body);
    this.turn = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.go({ q: this.field.value.trim() });
    });
    addEventListener('popstate', () => this.show());
    this.suggestions = new Suggestions(this);
    this.show();
  }

  open() {
    this.opened ??= Index.open(this.root, (url, options) => fetch(url, options)).catch((error) => {
      this.opened = null;
      throw error;
    });
    return this.opened;
  }

  /** The address of a query: {q, loai …, trang}. */
  address(query) {
    const url = new URL(location.pathname, location.href);
    for (const [key, value] of Object.entries(query)) if (value) url.searchParams.set(key, value);
    return url;
  }

  get query() {
    return Object.fromEntries(new URL(location.href).searchParams);
  }

  go(query) {
    history.pushState(null, '', this.address(query));
    this.show();
  }

  link(query, text, attributes = {}) {
    const link = make('a', { href: this.address(query), ...attributes }, text);
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      this.go(query);
      this.area.scrollIntoView();
    });
    return link;
  }

  async show() {
    const turn = (this.turn += 1);
    const { query } = this;
    const asked = (query.q ?? '').slice(0, 300);
    this.field.value = asked;
    this.suggestions.close();
    this.area.hidden = asked === '';
    if (asked === '') return;
    this.status.textContent = this.words.looking;
    try {
      const parts = await this.answer(query, asked);
      if (turn === this.turn) this.fill(parts);
    } catch (error) {
      if (turn === this.turn) this.fail(error);
    }
  }

  fill({ status, parts }) {
    this.status.textContent = status;
    this.body.replaceChildren(...parts);
  }

  fail(error) {
    this.opened = null;
    this.status.textContent = error instanceof DamagedIndex ? this.words.damaged : this.words.failed;
    this.body.replaceChildren(make('p', {}, this.wayOn()));
  }

  wayOn() {
    return make('a', { href: '#danh-muc' }, this.words.wayOn);
  }

  async answer(query, asked) {
    const index = await this.open();
    const result = await search(index, asked, { exact: query.dung === '1' });
    if (result.words.length === 0) return { status: this.words.nothingToFind, parts: [make('p', {}, this.wayOn())] };
    const { chosen, names } = await this.chosen(index, query);
    const pages = await narrow(index, result.pages, chosen);
    const count = inVietnamese.format(pages.length);
    const status = say(pages.length > 0 ? this.words.found : this.words.none, { count, query: asked });
    const parts = [...this.notices(result, query), ...this.chips(query, names)];
    if (pages.length === 0) return { status, parts: [...parts, make('p', {}, this.words.noneHint, ' ', this.wayOn())] };
    const part = Math.min(Math.max(1, Number.parseInt(query.trang ?? '1', 10) || 1), Math.ceil(pages.length / PER_PAGE));
    const shown = pages.slice((part - 1) * PER_PAGE, part * PER_PAGE);
    const items = await Promise.all(shown.map(({ page }) => this.item(index, result, page)));
    const list = make('ol', { class: 'found-list', start: (part - 1) * PER_PAGE + 1 }, ...items);
    return { status, parts: [...parts, this.facets(index, pages, query), list, this.pager(query, part, pages.length)] };
  }

  /** The facets that the address names: by position in their names, and as they are written. */
  async chosen(index, query) {
    const chosen = {};
    const names = {};
    for (const name of FACETS) {
      const written = query[PARAMETERS[name]];
      if (!written) continue;
      names[name] = written;
      if (name === 'year') chosen.year = Number(written);
      else chosen[name] = (await facet(index, name)).names.indexOf(written);
    }
    return { chosen, names };
  }

  name(facetName, written) {
    return facetName === 'kind' ? this.kinds.get(written) ?? written : written;
  }

  notices({ corrected, words, whole, scattered }, query) {
    const notices = [];
    if (corrected) {
      const better = make('strong', {}, words.map(({ form }) => form).join(' '));
      const literally = this.link({ ...query, dung: '1', trang: null }, say(this.words.literally, { query: query.q }));
      notices.push(make('p', { class: 'notice' }, `${this.words.corrected} `, better, '. ', literally));
    }
    if (!whole && words.length > 1) notices.push(make('p', { class: 'notice' }, this.words.partly));
    else if (scattered) notices.push(make('p', { class: 'notice' }, this.words.scattered));
    return notices;
  }

  chips(query, names) {
    const entries = Object.entries(names);
    if (entries.length === 0) return [];
    const items = entries.map(([name, written]) => {
      const without = { ...query, [PARAMETERS[name]]: null, trang: null };
      return make('li', {}, this.link(without, `${this.name(name, written)} ×`, { class: 'tag', 'aria-label': say(this.words.remove, { name: this.name(name, written) }) }));
    });
    return [make('ul', { class: 'tags' }, ...items)];
  }

  /** Closed until a reader opens one: then its file is fetched, if it has one. */
  facets(index, pages, query) {
    const all = FACETS.filter((name) => !query[PARAMETERS[name]]).map((name) => {
      const list = make('ul', { class: 'plain' });
      const details = make('details', {}, make('summary', {}, this.words[`facet${name}`]), list);
      details.addEventListener('toggle', async () => {
        if (!details.open || list.firstChild) return;
        try {
          const values = await counts(index, pages, name);
          list.replaceChildren(...values.slice(0, FACET_VALUES).map((value) => this.value(name, value, query)));
          if (values.length === 0) list.append(make('li', {}, this.words.noValues));
        } catch {
          list.replaceChildren(make('li', {}, this.words.failed));
        }
      });
      return details;
    });
    return make('nav', { class: 'facets', 'aria-label': this.words.narrow }, ...all);
  }

  value(name, value, query) {
    const link = this.link({ ...query, [PARAMETERS[name]]: value.name, trang: null }, this.name(name, value.name));
    return make('li', {}, link, ' ', make('span', { class: 'meta' }, `(${inVietnamese.format(value.count)})`));
  }

  async item(index, result, page) {
    const record = await index.record(page);
    const found = await passage(index, record.url, result.matches.placeOf(page), result.words).catch(() => null);
    const anchor = found?.anchor ? `#${encodeURIComponent(found.anchor)}` : '';
    const about = [this.name('kind', index.entry.kinds[index.kind[page]])];
    if (record.date) about.push(record.date.split('-').reverse().join('/'));
    const text = found ? make('p', {}, '… ', ...found.parts.map(({ text: piece, marked }) => (marked ? make('mark', {}, piece) : piece)), ' …') : null;
    return make('li', {}, make('p', { class: 'card-title' }, make('a', { href: this.root + record.url + anchor }, record.title)), text, make('p', { class: 'meta' }, about.join(' · ')));
  }

  pager(query, part, count) {
    const parts = Math.ceil(count / PER_PAGE);
    if (parts < 2) return '';
    const to = (number, text, rel) => this.link({ ...query, trang: number > 1 ? String(number) : null }, text, { rel });
    return make('nav', { class: 'pager', 'aria-label': this.words.pages }, part > 1 ? to(part - 1, this.words.previous, 'prev') : null, make('span', {}, say(this.words.part, { part, parts })), part < parts ? to(part + 1, this.words.next, 'next') : null);
  }
}

/** Titles under the field while a reader types: the combobox pattern of WAI-ARIA, with a list that is chosen from by arrows. */
class Suggestions {
  constructor(page) {
    this.page = page;
    this.field = page.field;
    this.list = make('ul', { id: 'goi-y', role: 'listbox', class: 'suggestions', hidden: true, 'aria-label': page.words.suggestions });
    this.field.parentElement.append(this.list);
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-controls': 'goi-y', 'aria-expanded': 'false', 'aria-autocomplete': 'list' })) this.field.setAttribute(name, value);
    this.field.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), PAUSE);
    });
    this.field.addEventListener('keydown', (event) => this.key(event));
    this.field.addEventListener('blur', () => this.close());
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const option = event.target.closest('[role=option]');
      if (option) location.href = option.dataset.href;
    });
  }

  async look() {
    const typed = this.field.value;
    if (typed.trim().length < 2) return this.close();
    try {
      const titles = await suggest(await this.page.open(), typed.slice(0, 300));
      if (typed === this.field.value && document.activeElement === this.field) this.offer(titles);
    } catch {
      this.close();
    }
    return undefined;
  }

  offer(titles) {
    this.close();
    if (titles.length === 0) return;
    this.list.replaceChildren(...titles.map(({ url, title, kind }, i) => make('li', { role: 'option', id: `goi-y-${i}`, 'aria-selected': 'false', 'data-href': this.page.root + url }, title, ' ', make('span', { class: 'meta' }, this.page.name('kind', kind)))));
    this.list.hidden = false;
    this.field.setAttribute('aria-expanded', 'true');
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.list.replaceChildren();
    this.field.setAttribute('aria-expanded', 'false');
    this.field.removeAttribute('aria-activedescendant');
  }

  key(event) {
    const options = [...this.list.children];
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'Escape' && options.length > 0) {
      event.preventDefault();
      this.close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault();
      const next = (at + (event.key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1) + options.length) % options.length;
      options.forEach((option, i) => option.setAttribute('aria-selected', String(i === next)));
      this.field.setAttribute('aria-activedescendant', options[next].id);
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      location.href = options[at].dataset.href;
    }
  }
}

if (typeof document !== 'undefined') {
  const area = document.getElementById('tim-duoc');
  if (area) new SearchPage(document.querySelector('form.search'), area);
}
