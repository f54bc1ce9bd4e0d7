// What is done to the open conversation or to all that are picked: assign, snooze, close, tag; and picking.
(function (I) {
  'use strict';
  const $ = I.$, rows = I.rows, acts = I.acts, words = $('menus').dataset;
  const picked = new Set();
  let last = null, removed = null, mentions = 0;

  function these() { return I.target === 'picked' ? Array.from(picked) : I.current() ? [I.current()] : []; }

  function act(command, values, done, undo) {
    const ids = these();
    I.menu.close(true);
    if (!ids.length) return;
    last = { done: done, undo: undo };
    command(I.params(Object.assign({ ids: ids.join(',') }, values)));
    if (I.target === 'picked') unpick();
  }

  function pick(row, on) {
    if (on) picked.add(row.dataset.key); else picked.delete(row.dataset.key);
    show();
  }

  function unpick() {
    const there = $('bulk').contains(document.activeElement);
    picked.clear();
    show();
    const row = there && rows.querySelector('[tabindex="0"]'); // the bar is gone: back to the rows
    if (row) row.focus({ preventScroll: true });
  }

  function show() {
    for (const row of rows.children) row.classList.toggle('picked', picked.has(row.dataset.key));
    I.list.classList.toggle('picking', picked.size > 0);
    $('bulk').hidden = picked.size === 0;
    $('picked').textContent = I.fill($('picked').dataset.words, picked.size);
  }

  acts.pick = function (b) { const row = b.closest('.conv'); pick(row, !picked.has(row.dataset.key)); };
  acts.unpick = unpick;
  function reopen(ids) { window.inboxReopen(I.params({ ids: ids })); }
  function tag(name) { act(window.inboxTag, { tag: name }, words.tagged, function (ids) { window.inboxUntag(I.params({ ids: ids, tag: name })); }); }

  function untag(name) { act(window.inboxUntag, { tag: name }, words.untagged, function (ids) { window.inboxTag(I.params({ ids: ids, tag: name })); }); }

  acts.close = function () { I.target = 'open'; act(window.inboxClose, {}, words.closed, reopen); };
  acts['close-picked'] = function () { I.target = 'picked'; act(window.inboxClose, {}, words.closed, reopen); };
  acts.reopen = function () { I.target = 'open'; act(window.inboxReopen, {}, null, null); };
  acts.assign = function (b) { act(window.inboxAssign, { person: b.dataset.person || '', team: b.dataset.team || '' }, words.assigned, function (ids) { window.inboxTakeBack(I.params({ ids: ids })); }); };
  acts.snooze = function (b) { act(window.inboxSnooze, { until: b.dataset.until }, words.snoozed, reopen); };
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
    act(window.inboxSnooze, { until: window.Days.value(e.target.querySelector('input')) || '' }, words.snoozed, reopen);
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

  I.changes.desk = function () {
    const ids = I.part('rows') ? Array.from(I.keyed(I.part('rows')).keys()) : [];
    I.changes.news(ids);
  };

  I.on('shown', function (what, args) {
    if (what !== 'desk' || !last) return;
    const ids = args.changed ? args.changed.split(',') : [];
    if (ids.length && last.done) {
      const undo = last.undo;
      I.changes.news(ids);
      window.tulparToast(I.fill(last.done, ids.length), { undo: undo && { words: words.undo, act: function () { last = null; undo(ids.join(',')); } } });
    }
    last = null;
  });

  I.on('tidied', function () {
    show();
    const now = Number((document.querySelector('.mentions') || { dataset: {} }).dataset.mentions || 0);
    if (now > mentions && mentions >= 0) window.tulparToast(words.mentioned);
    mentions = now;
  });
  I.on('opened', function () { mentions = Number((document.querySelector('.mentions') || { dataset: {} }).dataset.mentions || 0); });

  rows.addEventListener('keydown', function (e) {
    const row = e.target.closest('.conv');
    if (!row || e.code !== 'Space') return;
    e.preventDefault();
    pick(row, !picked.has(row.dataset.key));
  });
  document.addEventListener('keydown', function (e) { if (e.code === 'Escape' && picked.size && !e.defaultPrevented) unpick(); });
})(window.Inbox);
