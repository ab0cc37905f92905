(() => {
  'use strict';
  const one = s => document.querySelector(s), all = s => [...document.querySelectorAll(s)];
  const fold = s => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const form = one('form'), view = one('#view'), picture = one('#view svg'), count = one('output');
  const entries = all('#entries li[data-kind]').map(item => ({
    item, text: fold(item.textContent), kind: item.dataset.kind,
    sources: item.dataset.sources.split(' '), names: item.dataset.names.split('|').map(fold)
  }));
  const markOf = item => item.id && view.querySelector(`a[href="#${item.id}"]`);

  /* Names to choose from. */
  const names = new Set(entries.flatMap(e => e.item.dataset.names.split('|')).filter(Boolean));
  for (const name of [...names].sort((a, b) => a.localeCompare(b))) one('#names').append(new Option('', name));

  /* Search and filters: entries that do not fit are hidden, and their marks are dimmed. */
  function fits(e, words, f) {
    return words.every(w => e.text.includes(w)) && (!f.kind.value || e.kind === f.kind.value) &&
      (!f.source.value || e.sources.includes(f.source.value)) &&
      (!f.name.value || e.names.some(n => n.includes(fold(f.name.value))));
  }
  function filter() {
    const f = form.elements, words = fold(f.search.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const e of entries) {
      const hit = fits(e, words, f), mark = markOf(e.item);
      e.item.hidden = !hit;
      if (mark) mark.classList.toggle('off', !hit);
      shown += hit;
    }
    for (const part of all('#entries>section'))
      if (part.querySelector('li[data-kind]')) part.hidden = !part.querySelector('li:not([hidden])');
    count.value = shown === entries.length ? count.dataset.all : `${shown} / ${count.dataset.all}`;
  }
  form.addEventListener('input', filter);
  form.addEventListener('reset', () => setTimeout(filter));
  form.addEventListener('submit', event => event.preventDefault());

  /* An entry lights up with its mark, and a mark with its entry. */
  function light(event) {
    const item = event.target.closest('#entries li[id]'), link = event.target.closest('#view a[href]');
    for (const lit of all('.lit')) lit.classList.remove('lit');
    const other = item ? markOf(item) : link ? one(link.getAttribute('href')) : null;
    if (other) other.classList.add('lit');
  }
  for (const type of ['mouseover', 'focusin']) document.addEventListener(type, light);

  /* Zoom and pan. */
  let zoom = 1;
  function enlarge(factor, x = view.clientWidth / 2) {
    const before = zoom, at = view.scrollLeft + x;
    zoom = factor ? Math.min(12, Math.max(1, zoom * factor)) : 1;
    picture.style.width = zoom * 100 + '%';
    view.scrollLeft = at * zoom / before - x;
  }
  const keys = { '+': 1.25, '=': 1.25, '-': 0.8, '0': 0 };
  one('.zoom').addEventListener('click', event => {
    if (event.target.dataset.zoom) enlarge(+event.target.dataset.zoom);
  });
  view.addEventListener('keydown', event => {
    if (!(event.key in keys) || event.ctrlKey || event.metaKey) return;
    enlarge(keys[event.key]);
    event.preventDefault();
  });
  view.addEventListener('wheel', event => {
    if (!event.ctrlKey) return;
    enlarge(event.deltaY < 0 ? 1.15 : 1 / 1.15, event.clientX - view.getBoundingClientRect().left);
    event.preventDefault();
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
