// Ctrl+K: everything by its name. Question mark: what one does here, and the keys. [data-shows] of a menu opens either. On every page;
// the inbox has acts of its own and opens conversations in place.
(function () {
  'use strict';
  const AFTER = 200; // ms without a keystroke
  const $ = function (id) { return document.getElementById(id); };
  const palette = $('palette'), q = $('palette-q'), list = $('palette-list'), found = $('palette-found'), help = $('help');
  let timer = null, at = 0, asked = '', waits = false;

  function all() { return Array.from(list.querySelectorAll('[role=option]')).filter(function (o) { return !o.hidden; }); }

  function mark(next) {
    const options = all();
    at = options.length ? (next + options.length) % options.length : 0;
    options.forEach(function (o, i) { o.setAttribute('aria-selected', String(i === at)); o.tabIndex = -1; o.id = 'palette-o' + i; });
    if (options[at]) { options[at].scrollIntoView({ block: 'nearest' }); q.setAttribute('aria-activedescendant', options[at].id); }
    $('palette-none').hidden = waits || options.length > 0;
  }

  function element(tag, name, text) {
    const node = document.createElement(tag);
    node.className = name;
    if (text) { node.textContent = text; node.dir = 'auto'; }
    return node;
  }

  function line(one) {
    const option = element('a', ''), icon = palette.querySelector('.search svg').cloneNode(true), words = element('span', 'grow cut');
    const use = icon.querySelector('use');
    use.setAttribute('href', use.getAttribute('href').replace(/#.*/, '#i-' + one.icon));
    option.setAttribute('role', 'option');
    option.href = (palette.dataset.base || '') + one.address; // an empty attribute is left out
    if (one.conversation) option.dataset.choose = one.conversation;
    words.append(element('b', '', one.name), ' ', element('span', 'meta', one.about));
    option.append(icon, words, element('span', 'meta num', one.end));
    return option;
  }

  // What is offered already, by its name in the language of the page, is not offered twice.
  function show(word, lines) {
    if (asked !== word || q.value.trim().toLocaleLowerCase() !== word) return;
    waits = false;
    found.replaceChildren();
    const there = all().map(function (o) { return o.href; });
    found.append.apply(found, lines.map(line).filter(function (o) { return !there.includes(o.href); }));
    mark(at);
  }

  // Every word has a space before it, and nothing else stands between two.
  function plain(text) { return (' ' + text.toLocaleLowerCase()).replaceAll('ё', 'е').replace(/[^\p{L}\p{N}]+/gu, ' ').trimEnd(); }

  function ask(word) {
    asked = word;
    fetch(palette.dataset.address + '?q=' + encodeURIComponent(word), { headers: { Accept: 'application/json' } })
      .then(function (answer) { return answer.ok && !answer.redirected ? answer.json() : []; })
      .catch(function () { return []; }) // where one can go is there without it
      .then(function (lines) { show(word, lines); });
  }

  function filter() {
    const word = q.value.trim().toLocaleLowerCase();
    const begun = plain(word) || word; // signs alone begin no word
    $('palette-acts').querySelectorAll('[role=option]').forEach(function (o) { o.hidden = !plain(o.querySelector('.grow').textContent).includes(begun); });
    clearTimeout(timer);
    waits = word.length > 1;
    if (waits) timer = setTimeout(function () { ask(word); }, AFTER);
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
    if (option.dataset.run) window.Inbox.keys[option.dataset.run]();
    else if (option.dataset.choose && window.Inbox && window.Inbox.choose) window.Inbox.choose(option.dataset.choose, true);
    else location.assign(option.href);
  }

  q.addEventListener('input', filter);
  palette.addEventListener('keydown', function (e) {
    if (e.code === 'ArrowDown' || e.code === 'ArrowUp') { e.preventDefault(); mark(at + (e.code === 'ArrowDown' ? 1 : -1)); }
    else if (e.code === 'Enter' || e.code === 'NumpadEnter') { e.preventDefault(); run(all()[at]); }
  });
  palette.addEventListener('click', function (e) {
    const option = e.target.closest('[role=option]');
    if (option && !e.ctrlKey && !e.metaKey) { e.preventDefault(); run(option); } else if (e.target === palette) palette.close();
  });
  help.addEventListener('click', function (e) { if (e.target === help) help.close(); });

  // The menu goes first: what was opened by it gives the focus back to its button.
  document.addEventListener('click', function (e) {
    const entry = e.target.closest('[data-shows]');
    if (!entry) return;
    const menu = entry.closest('details');
    menu.open = false;
    menu.querySelector('summary').focus();
    if (entry.dataset.shows === 'help') help.showModal(); else open();
  });

  document.addEventListener('keydown', function (e) {
    if ((e.ctrlKey || e.metaKey) && e.code === 'KeyK') { e.preventDefault(); open(); return; }
    const types = e.target.matches('input, textarea, select, [contenteditable]');
    if (e.key === '?' && !types && !e.ctrlKey && !e.altKey && !e.metaKey) { e.preventDefault(); if (help.open) help.close(); else help.showModal(); }
  });
})();
