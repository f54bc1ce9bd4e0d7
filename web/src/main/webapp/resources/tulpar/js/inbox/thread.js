// The thread: lines are exchanged one by one, and the line that is being read stays where it is.
(function (I) {
  'use strict';
  const flow = I.flow, scroll = I.scroll, $ = I.$, thread = $('thread');
  const places = new Map(); // conversation -> {key, at}: the message at the upper edge and how far below it, where somebody has read back
  const MARKED = 2000; // ms
  const FAR = 10; // pages; as far as the server reads back
  let unseen = 0;
  let sought = null; // {c, key, pages}: a message that is to be shown as soon as it is here

  function pinned() { return scroll.scrollTop > -40; } // the column is reversed: zero is the newest line

  function edge() { return scroll.getBoundingClientRect().top; }
  function atEdge(kind) { const top = edge(); return Array.from(flow.children).find(function (n) { return n.matches(kind) && n.getBoundingClientRect().bottom > top; }); }

  function leave() {
    const line = pinned() ? null : atEdge('.msg');
    if (line) places.set(I.current(), { key: line.dataset.key, at: line.getBoundingClientRect().top - edge() });
    else places.delete(I.current());
  }

  // Whoever comes back to a conversation reads on where she was.
  function back() {
    const place = places.get(I.current()), line = place && I.keyed(flow).get(place.key);
    if (line) scroll.scrollTop += line.getBoundingClientRect().top - edge() - place.at;
    return Boolean(line);
  }

  // Runs a change of the thread without moving the line that is being read.
  function steady(change) {
    const stay = pinned();
    const anchor = stay ? null : atEdge('*');
    const was = anchor && anchor.getBoundingClientRect().top;
    change();
    if (stay) scroll.scrollTop = 0;
    else if (anchor && anchor.isConnected) scroll.scrollTop += anchor.getBoundingClientRect().top - was;
  }

  function jump(more) {
    unseen = pinned() ? 0 : unseen + more;
    $('jump').hidden = pinned();
    $('jump').textContent = unseen ? I.fill($('jump').dataset.words, unseen) : '↓';
  }

  // A status that changes leaves what is open and what has the focus as they were.
  function replace(old, now) {
    const at = old.contains(document.activeElement) ? document.activeElement : null;
    I.tell('replaced', old, now);
    if (old.classList.contains('sought')) now.classList.add('sought');
    if (at === old) now.tabIndex = -1;
    old.replaceWith(now);
    const again = at === old ? now : at && (now.contains(at) ? at : at.dataset.act && now.querySelector('[data-act="' + at.dataset.act + '"]'));
    if (again) again.focus();
  }

  function exchange(fresh) {
    const have = I.keyed(flow);
    const lines = Array.from(fresh.children);
    if (lines.length && lines[0].dataset.key[0] === 'd' && have.has(lines[0].dataset.key)) lines.shift();
    if (!lines.length || !lines.some(function (n) { return have.has(n.dataset.key); })) {
      flow.replaceChildren.apply(flow, Array.from(fresh.children));
      return;
    }
    const wanted = new Set(lines.map(function (n) { return n.dataset.key; }));
    let added = 0, last = null;
    lines.forEach(function (line) {
      const old = have.get(line.dataset.key);
      const now = old && old.dataset.rev === line.dataset.rev ? old : line;
      if (old && old !== now) replace(old, now);
      if (!old && line.matches('.msg, .note')) added++;
      if (!old && !last) flow.insertBefore(now, have.get(lines.find(function (n) { return have.has(n.dataset.key); }).dataset.key));
      if (last && last.nextElementSibling !== now) last.after(now);
      last = now;
    });
    const from = Array.from(flow.children).findIndex(function (n) { return wanted.has(n.dataset.key); });
    Array.from(flow.children).slice(from).forEach(function (n) { if (!wanted.has(n.dataset.key)) n.remove(); });
    jump(added);
  }

  // Lines above the newest page, each in its place: nothing comes and nothing goes.
  function renew(fresh) {
    const have = I.keyed(flow);
    Array.from(fresh.children).forEach(function (line) {
      const old = have.get(line.dataset.key);
      if (!old || !line.matches('.msg') || old.dataset.rev === line.dataset.rev) return;
      replace(old, line);
    });
  }

  function prepend(fresh) {
    const first = flow.firstElementChild;
    const keys = I.keyed(fresh);
    if (first && keys.has(first.dataset.key)) first.remove();
    flow.prepend.apply(flow, Array.from(fresh.children));
  }

  function toNew() {
    const mark = flow.querySelector('.sep.new');
    if (mark && mark.getBoundingClientRect().top < scroll.getBoundingClientRect().top) mark.scrollIntoView({ block: 'start' });
    jump(0);
  }

  // In the middle, with the focus, and marked for a moment.
  function point(line) {
    sought = null;
    line.scrollIntoView({ block: 'center' });
    line.tabIndex = -1;
    if (document.activeElement !== I.reply) line.focus({ preventScroll: true });
    line.classList.add('sought');
    setTimeout(function () { flow.querySelectorAll('.sought').forEach(function (one) { one.classList.remove('sought'); }); }, MARKED);
  }

  // What is not loaded yet is asked for page by page, from the newest on, unless another conversation was chosen meanwhile.
  function seek() {
    if (!sought || I.choosing || sought.c !== I.current()) return;
    const line = I.keyed(flow).get(sought.key), further = !line && !$('older').hidden && sought.pages++ < FAR;
    if (line) point(line);
    else if (further) window.inboxOlder(I.params({}));
    else {
      sought = null;
      window.tulparToast(thread.dataset.far, { bad: true });
    }
  }

  I.lines = {
    older: function (fresh) {
      const has = fresh.dataset.older === 'true';
      steady(function () { prepend(fresh); });
      $('older').hidden = !has;
    },
    exchange: function (fresh) { steady(function () { exchange(fresh); }); },
    late: function (fresh) { steady(function () { renew(fresh); }); },
    // Another conversation: nothing of the one before stays.
    clear: function (hasOlder) {
      flow.replaceChildren();
      scroll.scrollTop = 0;
      unseen = 0;
      $('jump').hidden = true;
      $('older').hidden = !hasOlder;
      requestAnimationFrame(function () {
        if (!back()) toNew();
        seek();
      });
    },
    back: back,
    // Shows one message of a conversation, whether that is open or not.
    look: function (c, key) {
      sought = { c: c, key: key, pages: 0 };
      if (c === I.current()) { seek(); return; }
      places.set(c, { key: key, at: scroll.clientHeight / 2 });
      const wanted = sought;
      I.choose(c, true);
      sought = wanted; // leaving the other one has given up what was sought there
    },
    // The message at which somebody has stopped reading a conversation, for the server; or nothing.
    stopped: function (conversation) { const place = places.get(conversation); return place ? place.key.slice(1) : ''; },
    toNew: toNew
  };

  I.on('leave', function () { leave(); sought = null; });
  I.reply.addEventListener('input', function () { sought = null; });
  I.on('unanswered', function (what) { if (what === 'older') sought = null; });
  I.on('shown', function (what) { if (what === 'older') seek(); });
  $('older').addEventListener('click', function () { window.inboxOlder(I.params({})); });
  $('jump').addEventListener('click', function () { scroll.scrollTop = 0; jump(0); });
  scroll.addEventListener('scroll', function () { jump(0); }, { passive: true });
  document.addEventListener('click', function (e) {
    const quote = e.target.closest('.quote[data-to]');
    const line = quote && I.keyed(flow).get(quote.dataset.to);
    if (line) point(line);
  });
})(window.Inbox);
