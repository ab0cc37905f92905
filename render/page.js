(() => {
  'use strict';
  const one = s => document.querySelector(s), all = s => [...document.querySelectorAll(s)];
  const fold = s => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const form = one('form'), view = one('#view'), count = one('output');
  const headingOf = item => item.closest('section')?.querySelector('h2')?.textContent ?? '';
  /* An entry is found by its time too, as it is shown and as ISO 8601 has it. */
  const entries = all('#entries li[data-kind]').map(item => ({
    item, text: fold([headingOf(item), ...[...item.children].map(part => part.textContent), item.dataset.when,
      item.dataset.category].join(' ')),
    kind: item.dataset.kind, category: item.dataset.category,
    sources: item.dataset.sources.split(' '), names: item.dataset.names.split('|').map(fold)
  }));

  /* The marks of each entry in all views: its own, that of its cluster, or what counts those without a mark. */
  const marks = new Map(), marksOf = item => marks.get(item.id) ?? [];
  const idsOf = mark => [mark.getAttribute('href')?.slice(1), ...(mark.dataset.with ?? '').split(' ')].filter(Boolean);
  for (const mark of all('#view a[href],#view [data-with]'))
    for (const id of new Set(idsOf(mark))) marks.set(id, [...marksOf({ id }), mark]);

  /* Names and categories to choose from. */
  const sorted = words => [...new Set(words.filter(Boolean))].sort((a, b) => a.localeCompare(b));
  for (const name of sorted(entries.flatMap(e => e.item.dataset.names.split('|')))) one('#names')?.append(new Option('', name));
  for (const category of sorted(entries.map(e => e.category)))
    form.elements.category?.append(new Option(category, category));

  /* Search and filters: entries that do not fit are hidden, and marks of which none fits are dimmed. */
  const begins = /^\d/; /* "27" is no part of "1927" */
  const says = (text, word) => begins.test(word)
    ? text.split(word).slice(0, -1).some(before => !/\d$/.test(before)) : text.includes(word);
  function fits(e, words, f) {
    return words.every(w => says(e.text, w)) && (!f.kind.value || e.kind === f.kind.value) &&
      (!f.category?.value || e.category === f.category.value) &&
      (!f.source.value || e.sources.includes(f.source.value)) &&
      (!f.name?.value || e.names.some(n => n.includes(fold(f.name.value))));
  }
  function filter() {
    const f = form.elements, words = fold(f.search.value).split(/\s+/).filter(Boolean);
    const found = new Set();
    let shown = 0;
    for (const e of entries) {
      const hit = fits(e, words, f);
      e.item.hidden = !hit;
      if (hit) marksOf(e.item).forEach(mark => found.add(mark));
      shown += hit;
    }
    for (const mark of all('#view a[href],#view [data-with]')) mark.classList.toggle('off', !found.has(mark));
    for (const part of all('#entries>section'))
      if (part.querySelector('li[data-kind]')) part.hidden = !part.querySelector('li:not([hidden])');
    count.value = shown === entries.length ? count.dataset.all : `${shown} / ${count.dataset.all}`;
  }
  form.addEventListener('input', filter);
  form.addEventListener('reset', () => setTimeout(filter));
  form.addEventListener('submit', event => event.preventDefault());

  /* An entry lights up with its mark, and a mark with its entries. */
  function light(event) {
    const item = event.target.closest('#entries li[id]'), mark = event.target.closest('#view a[href],#view [data-with]');
    for (const lit of all('.lit')) lit.classList.remove('lit');
    const others = item ? marksOf(item) : mark ? idsOf(mark).map(id => document.getElementById(id)) : [];
    for (const other of others) other.classList.add('lit');
  }
  for (const type of ['mouseover', 'focusin']) document.addEventListener(type, light);

  /* Zoom and pan.  Each view is wider and shows more events; a single one is made larger. */
  const views = all('#view>div');
  const steps = views.length > 1 ? views.map(v => [v, +v.dataset.wide])
    : [1, 1.25, 1.6, 2, 2.5, 3.2, 4].map(wide => [views[0], wide]);
  let now = 0;
  const middle = mark => {
    const box = mark.getBoundingClientRect();
    return box.left + box.width / 2;
  };
  /* The mark nearest to `x` that the other view has too. */
  function nearest(x, from, to) {
    let best = null;
    for (const mark of from.querySelectorAll('a[href]')) {
      const other = to.querySelector(`a[href="${mark.getAttribute('href')}"]`), away = Math.abs(middle(mark) - x);
      if (other && (!best || away < best.away)) best = { other, away, x: middle(mark) };
    }
    return best;
  }
  function zoom(by, x = view.getBoundingClientRect().left + view.clientWidth / 2) {
    const next = by ? Math.min(steps.length - 1, Math.max(0, now + by)) : 0, [from] = steps[now], [to, wide] = steps[next];
    const kept = nearest(x, from, to);
    now = next;
    from.hidden = true;
    to.hidden = false;
    to.style.width = wide * 100 + '%';
    to.style.minWidth = wide * 64 + 'rem';
    if (kept) view.scrollLeft += middle(kept.other) - kept.x;
  }
  const keys = { '+': 1, '=': 1, '-': -1, '0': 0 };
  one('.zoom').addEventListener('click', event => {
    if (event.target.dataset.zoom) zoom(+event.target.dataset.zoom);
  });
  view.addEventListener('keydown', event => {
    if (!(event.key in keys) || event.ctrlKey || event.metaKey) return;
    zoom(keys[event.key]);
    event.preventDefault();
  });
  let turned = 0;
  view.addEventListener('wheel', event => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    turned += event.deltaY;
    if (Math.abs(turned) < 60) return;
    zoom(turned < 0 ? 1 : -1, event.clientX);
    turned = 0;
  }, { passive: false });
  let held = null;
  view.addEventListener('pointerdown', event => {
    if (event.pointerType !== 'mouse' || event.button || event.target.closest('a')) return;
    held = { x: event.clientX + view.scrollLeft, y: event.clientY + view.scrollTop };
    view.classList.add('held');
  });
  addEventListener('pointermove', event => {
    if (held) view.scrollTo(held.x - event.clientX, held.y - event.clientY);
  });
  addEventListener('pointerup', () => {
    held = null;
    view.classList.remove('held');
  });

  /* "/" goes to the search. */
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.target.matches('input,select')) return;
    form.elements.search.focus();
    event.preventDefault();
  });
  form.hidden = one('.zoom').hidden = false;
  filter();
})();
