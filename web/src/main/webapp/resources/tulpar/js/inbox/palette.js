// Ctrl+K: everything by its name. Question mark: the keys.
(function (I) {
  'use strict';
  const AFTER = 200; // ms without a keystroke
  const $ = I.$, palette = $('palette'), q = $('palette-q'), found = $('palette-found'), help = $('help');
  let timer = null, at = 0, asked = '', waits = false;

  function all() { return Array.from($('palette-list').querySelectorAll('[role=option]')).filter(function (o) { return !o.hidden; }); }

  function mark(next) {
    const options = all();
    at = options.length ? (next + options.length) % options.length : 0;
    options.forEach(function (o, i) { o.setAttribute('aria-selected', String(i === at)); o.tabIndex = -1; o.id = 'palette-o' + i; });
    if (options[at]) { options[at].scrollIntoView({ block: 'nearest' }); q.setAttribute('aria-activedescendant', options[at].id); }
    $('palette-none').hidden = waits || options.length > 0;
  }

  function filter() {
    const word = q.value.trim().toLocaleLowerCase();
    $('palette-acts').querySelectorAll('[role=option]').forEach(function (o) { o.hidden = !o.textContent.toLocaleLowerCase().includes(word); });
    clearTimeout(timer);
    waits = word.length > 1;
    if (waits) timer = setTimeout(function () { asked = word; window.inboxPalette(I.params({ q: word })); }, AFTER);
    else found.replaceChildren();
    mark(0);
  }

  function open() {
    if (palette.open) { palette.close(); return; }
    q.value = '';
    found.replaceChildren();
    palette.showModal();
    filter();
    q.focus();
  }

  function run(option) {
    if (!option) return;
    palette.close();
    if (option.dataset.run) I.keys[option.dataset.run]();
    else if (option.dataset.choose) I.choose(option.dataset.choose, true);
    else location.assign(option.href);
  }

  I.on('shown', function (what) {
    if (what !== 'palette' || !I.part('palette') || q.value.trim().toLocaleLowerCase() !== asked) return;
    waits = false;
    found.replaceChildren.apply(found, Array.from(I.part('palette').children));
    mark(at);
  });

  q.addEventListener('input', filter);
  palette.addEventListener('keydown', function (e) {
    if (e.code === 'ArrowDown' || e.code === 'ArrowUp') { e.preventDefault(); mark(at + (e.code === 'ArrowDown' ? 1 : -1)); }
    else if (e.code === 'Enter' || e.code === 'NumpadEnter') { e.preventDefault(); run(all()[at]); }
  });
  palette.addEventListener('click', function (e) {
    const option = e.target.closest('[role=option]');
    if (option) { e.preventDefault(); run(option); } else if (e.target === palette) palette.close();
  });
  help.addEventListener('click', function (e) { if (e.target === help) help.close(); });

  document.addEventListener('keydown', function (e) {
    if ((e.ctrlKey || e.metaKey) && e.code === 'KeyK') { e.preventDefault(); open(); return; }
    const types = e.target.matches('input, textarea, select');
    if (e.key === '?' && !types && !e.ctrlKey && !e.altKey && !e.metaKey) { e.preventDefault(); if (help.open) help.close(); else help.showModal(); }
  });
})(window.Inbox);
