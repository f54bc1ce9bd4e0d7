// What is done to the open conversation or to all that are picked: assign, snooze, close, tag; and picking.
(function (I) {
  'use strict';
  const $ = I.$, rows = I.rows, acts = I.acts, words = $('menus').dataset;
  const picked = new Set(), MOST = Number($('bulk').dataset.most);
  const sent = new Map(); // its number -> an act whose answer is under way: the next one is not kept waiting for it
  let number = 0, removed = null, mentions = 0;
  let anchor = null; // the row that was picked last; a range begins there

  function these() { return I.target === 'picked' ? Array.from(picked) : I.current() ? [I.current()] : []; }

  function act(command, values, done, undo) {
    const ids = these();
    I.menu.close(true);
    if (ids.length) send({ command: command, values: values, rest: ids, picked: I.target === 'picked', done: done, undo: undo });
  }

  function send(one) { portion(Object.assign({ changed: [] }, one)); }

  // The server takes no more at once: the rest follows its answer, and stays picked until then.
  function portion(one) {
    const ids = one.rest.splice(0, MOST);
    sent.set(++number, one);
    window[one.command](I.params(Object.assign({ ids: ids.join(','), act: number }, one.values)));
    if (one.picked) drop(ids);
  }

  // What was told is undone with the same values by another command.
  function tell(one) {
    const undo = function () { send({ command: one.undo, values: one.values, rest: one.changed, kept: words.kept }); };
    window.tulparToast(I.fill(one.done, one.changed.length), { undo: one.undo && { words: words.undo, act: undo } });
  }

  function pick(row, range) {
    const all = Array.from(rows.children), at = all.indexOf(row);
    const from = range && picked.has(anchor) ? all.findIndex(function (r) { return r.dataset.key === anchor; }) : at;
    if (range || !picked.has(row.dataset.key)) {
      all.slice(Math.min(from, at), Math.max(from, at) + 1).forEach(function (r) { picked.add(r.dataset.key); });
      anchor = row.dataset.key;
    } else picked.delete(row.dataset.key);
    show();
  }

  function pickAll() {
    for (const row of rows.children) picked.add(row.dataset.key);
    show();
  }

  function drop(ids) {
    const there = $('bulk').contains(document.activeElement);
    ids.forEach(function (id) { picked.delete(id); });
    show();
    const row = there && !picked.size && rows.querySelector('[tabindex="0"]'); // the bar is gone: back to the rows
    if (row) row.focus({ preventScroll: true });
  }

  function unpick() { drop(Array.from(picked)); }

  function show() {
    for (const row of rows.children) row.classList.toggle('picked', picked.has(row.dataset.key));
    I.list.classList.toggle('picking', picked.size > 0);
    $('bulk').hidden = picked.size === 0;
    $('picked').textContent = I.fill($('picked').dataset.words, picked.size).replace('{1}', rows.children.length);
    $('pick-all').checked = picked.size === rows.children.length;
    $('pick-all').indeterminate = picked.size < rows.children.length;
  }

  acts.pick = function (b, e) { pick(b.closest('.conv'), e.shiftKey); };
  acts.unpick = unpick;
  function tag(name) { act('inboxTag', { tag: name }, words.tagged, 'inboxUntag'); }

  function untag(name) { act('inboxUntag', { tag: name }, words.untagged, 'inboxTag'); }

  acts.close = function () { I.target = 'open'; act('inboxClose', {}, words.closed, 'inboxUnclose'); };
  acts['close-picked'] = function () { I.target = 'picked'; act('inboxClose', {}, words.closed, 'inboxUnclose'); };
  acts.reopen = function () { I.target = 'open'; act('inboxReopen', {}, null, null); };
  acts.assign = function (b) { act('inboxAssign', { person: b.dataset.person || '', team: b.dataset.team || '' }, words.assigned, 'inboxTakeBack'); };
  acts.snooze = function (b) { act('inboxSnooze', { until: b.dataset.until }, words.snoozed, 'inboxUnsnooze'); };
  acts.untag = function (b) {
    I.target = 'open';
    untag(b.dataset.tag);
  };
  I.keys.KeyE = I.press('[data-act=close], [data-act=reopen]');
  I.keys.KeyM = I.press('[data-menu=snoozes]');
  I.keys.KeyA = I.press('[data-menu=assign]');
  acts.view = function () { window.inboxSaveView(I.params({ name: $('view-name').value, shared: String($('view-shared').checked) })); };
  acts.unview = function (b) {
    removed = { button: b, name: b.dataset.name, query: b.dataset.query, shared: b.dataset.shared };
    window.inboxRemoveView(I.params({ view: b.dataset.view }));
  };

  window.inboxUnviewed = function (args) {
    const view = removed;
    removed = null;
    if (!view || !args || !args.saved) return;
    view.button.closest('.view').remove();
    I.menu.close(true);
    window.tulparToast(I.fill(words.unviewed, view.name), { undo: { words: words.undo, act: function () {
      window.inboxRestoreView(I.params({ name: view.name, query: view.query, shared: view.shared }));
    } } });
  };

  window.inboxViewed = function (args) {
    if (args && args.refused) window.tulparToast(args.refused, { bad: true });
    else if (args && args.saved) location.reload();
  };

  $('snooze-at').addEventListener('submit', function (e) {
    e.preventDefault();
    act('inboxSnooze', { until: window.Days.value(e.target.querySelector('input')) || '' }, words.snoozed, 'inboxUnsnooze');
  });
  $('tag-form').addEventListener('submit', function (e) {
    e.preventDefault();
    (e.submitter && e.submitter.value === 'off' ? untag : tag)(e.target.elements.tag.value);
    e.target.reset();
  });
  document.addEventListener('submit', function (e) {
    if (e.target.id !== 'label') return;
    e.preventDefault();
    I.target = 'open';
    tag(e.target.elements.tag.value);
    e.target.reset();
  });

  // A search looks everywhere, and leaves the open conversation open.
  $('find').addEventListener('submit', function () {
    if (!$('q').value.trim()) $('find-tab').value = $('find-tab').dataset.tab;
    if (I.current() && !I.phone.matches) $('find').action = I.inbox.dataset.base + '/' + I.current();
    $('find').querySelectorAll('select, input[name=q]').forEach(function (one) { if (!one.value) one.disabled = true; });
  });

  // It waits for no pointer, and stays where it is as long as it lies on this pile.
  I.changes.desk = I.changes.take = I.changes.giveBack = I.changes.own;

  I.on('shown', function (what, args) {
    const one = what === 'desk' && sent.get(args.act);
    if (!one) return;
    sent.delete(args.act);
    if (args.changed) one.changed.push.apply(one.changed, args.changed.split(','));
    if (one.rest.length && !args.refused) portion(one);
    else if (one.changed.length && one.done) tell(one);
    else if (!one.changed.length && one.kept && !args.refused) window.tulparToast(one.kept, { bad: true });
  });

  // What is not in the list any more is not picked: nobody sees that it would be acted on.
  I.on('tidied', function () {
    const there = I.keyed(rows);
    drop(Array.from(picked).filter(function (key) { return !there.has(key); }));
    const now = Number((document.querySelector('.mentions') || { dataset: {} }).dataset.mentions || 0);
    if (now > mentions && mentions >= 0) window.tulparToast(words.mentioned);
    mentions = now;
  });
  I.on('opened', function () { mentions = Number((document.querySelector('.mentions') || { dataset: {} }).dataset.mentions || 0); });

  $('pick-all').addEventListener('change', function (e) { if (e.target.checked) pickAll(); else unpick(); });
  I.list.addEventListener('keydown', function (e) {
    const row = e.target.closest('.conv'), all = e.code === 'KeyA' && (e.ctrlKey || e.metaKey) && !e.shiftKey && !e.altKey;
    if (!all && !(row && e.code === 'Space')) return;
    e.preventDefault();
    if (all) pickAll(); else pick(row, e.shiftKey);
  });
  // Where nothing is picked yet, the browser opens a window.
  rows.addEventListener('click', function (e) {
    const row = e.target.closest('.conv');
    if (!row || !e.shiftKey || !picked.size || e.target.closest('[data-act]')) return;
    e.preventDefault();
    pick(row, true);
  });
  document.addEventListener('keydown', function (e) { if (e.code === 'Escape' && picked.size && !e.defaultPrevented) unpick(); });
})(window.Inbox);
