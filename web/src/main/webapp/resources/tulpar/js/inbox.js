// The inbox: carries what the server has changed over to the page, line by line, and leaves alone what a person has under her hands:
// the text she types, where she has scrolled to, and the row under her pointer.
(function () {
  'use strict';
  const NEWS_EVERY = 250; // ms
  const TYPING_EVERY = 4000; // ms
  const RETRY_EVERY = 4000; // ms
  const MOST_NEWS = 50; // conversations; more than that is the whole list
  const $ = function (id) { return document.getElementById(id); };
  const inbox = $('inbox'), rows = $('rows'), list = $('list'), flow = $('flow'), scroll = $('scroll'), topOf = $('top'), reply = $('reply'), note = $('composer-note');
  const wide = matchMedia('(min-width: 1280px)'), phone = matchMedia('(max-width: 639px)');

  function current() { return inbox.dataset.conversation || null; }
  function part(name) { return document.querySelector('.fresh-parts [data-part="' + name + '"]'); }
  function params(values) { values.c = values.c || current() || ''; return Object.entries(values).map(function (e) { return { name: e[0], value: e[1] }; }); }
  function fill(pattern, value) { return pattern.replace('{0}', value); }
  function keyed(box) { return new Map(Array.from(box.children).filter(function (n) { return n.dataset.key; }).map(function (n) { return [n.dataset.key, n]; })); }

  // ---------- the list

  const latestFirst = inbox.dataset.tab !== 'NEEDS_HUMAN';
  let kept = new Map(); // rows that wait until the pointer has left: key to row, or to null when the row shall go
  function held() { return !phone.matches && (rows.matches(':hover') || list.scrollTop > 40); }

  function before(a, b) {
    const order = Number(a.dataset.order) - Number(b.dataset.order) || Number(a.dataset.key) - Number(b.dataset.key);
    return latestFirst ? order > 0 : order < 0;
  }

  function place(row, old) {
    if (old) old.remove();
    const next = Array.from(rows.children).find(function (r) { return before(row, r); });
    if (!next && !$('more').hidden && !old) return;
    rows.insertBefore(row, next || null);
  }

  function inPlace(row, old) {
    const p = old.previousElementSibling, n = old.nextElementSibling;
    return !(p && before(row, p)) && !(n && before(n, row));
  }

  function showRow(key, row) {
    const old = keyed(rows).get(key);
    if (!row) {
      if (old && held()) kept.set(key, null);
      else if (old) old.remove();
    } else if (old && (old.dataset.rev === row.dataset.rev || inPlace(row, old))) {
      if (old.dataset.rev !== row.dataset.rev) old.replaceWith(row);
    } else if (!held()) {
      place(row, old);
    } else {
      if (old) old.replaceWith(row.cloneNode(true));
      kept.set(key, row);
    }
  }

  function release() {
    const waiting = kept;
    kept = new Map();
    waiting.forEach(function (row, key) {
      const old = keyed(rows).get(key);
      if (row) place(row, old);
      else if (old) old.remove();
    });
    tidyRows();
  }

  function tidyRows() {
    const open = current();
    let stop = null;
    for (const row of rows.children) {
      const is = row.dataset.key === open;
      if (is) row.setAttribute('aria-current', 'true'); else row.removeAttribute('aria-current');
      row.tabIndex = -1;
      if (is || !stop) stop = is ? row : row;
      const draft = row.querySelector('.draft');
      draft.hidden = is || !sessionStorage.getItem('draft:' + row.dataset.key);
    }
    const chosen = rows.querySelector('[aria-current]') || rows.firstElementChild;
    if (chosen) chosen.tabIndex = 0;
    const moved = Array.from(kept.values()).filter(Boolean).length;
    $('moved').hidden = moved === 0;
    $('moved').textContent = fill($('moved').dataset.words, moved);
    waits();
  }

  function waits() {
    rows.querySelectorAll('.badge[data-since]').forEach(function (badge) {
      const minutes = Math.max(0, Math.floor((Date.now() - Number(badge.dataset.since)) / 60000));
      const words = minutes < 60 ? fill(rows.dataset.minutes, minutes)
        : minutes < 2880 ? fill(rows.dataset.hours, Math.floor(minutes / 60)) : fill(rows.dataset.days, Math.floor(minutes / 1440));
      badge.querySelector('.words').textContent = fill(rows.dataset.waits, words);
    });
  }

  // ---------- the thread

  function pinned() { return scroll.scrollTop > -40; } // the column is reversed: zero is the newest line

  // Runs a change of the thread without moving the line that is being read.
  function steady(change) {
    const stay = pinned();
    const edge = scroll.getBoundingClientRect().top;
    const anchor = stay ? null : Array.from(flow.children).find(function (n) { return n.getBoundingClientRect().bottom > edge; });
    const was = anchor && anchor.getBoundingClientRect().top;
    change();
    if (stay) scroll.scrollTop = 0;
    else if (anchor && anchor.isConnected) scroll.scrollTop += anchor.getBoundingClientRect().top - was;
  }

  let unseen = 0;
  function jump(more) {
    unseen = pinned() ? 0 : unseen + more;
    $('jump').hidden = pinned();
    $('jump').textContent = unseen ? fill($('jump').dataset.words, unseen) : '↓';
  }

  function exchange(fresh) {
    const have = keyed(flow);
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
      if (old && old !== now) old.replaceWith(now);
      if (!old && line.matches('.msg')) added++;
      if (!old && !last) flow.insertBefore(now, have.get(lines.find(function (n) { return have.has(n.dataset.key); }).dataset.key));
      if (last && last.nextElementSibling !== now) last.after(now);
      last = now;
    });
    const from = Array.from(flow.children).findIndex(function (n) { return wanted.has(n.dataset.key); });
    Array.from(flow.children).slice(from).forEach(function (n) { if (!wanted.has(n.dataset.key)) n.remove(); });
    jump(added);
  }

  function older(fresh) {
    const first = flow.firstElementChild;
    const keys = keyed(fresh);
    if (first && keys.has(first.dataset.key)) first.remove();
    flow.prepend.apply(flow, Array.from(fresh.children));
  }

  function exchangeHtml(box, fresh) {
    if (box.innerHTML === fresh.innerHTML) return;
    const act = box.contains(document.activeElement) && document.activeElement.dataset.act;
    box.replaceChildren.apply(box, Array.from(fresh.childNodes));
    const again = act && box.querySelector('[data-act="' + act + '"], .handler [data-act]');
    if (again) again.focus();
  }

  // ---------- what an action brought

  const parts = {
    news: function () {
      const fresh = part('rows') ? keyed(part('rows')) : new Map();
      asked.forEach(function (key) { showRow(key, fresh.get(key)); });
    },
    reload: function () {
      kept = new Map();
      rows.replaceChildren.apply(rows, Array.from(part('rows').children));
    },
    more: function () {
      const have = keyed(rows);
      rows.append.apply(rows, Array.from(part('rows').children).filter(function (r) { return !have.has(r.dataset.key); }));
    }
  };

  let busy = null, asked = [];

  window.inboxShow = function (what, args) {
    if (what === 'news' || what === 'reload') { busy = null; }
    if (!args) { if (what === 'send') restore(null); next(); return; }
    if (!part('top') && !part('rows') && !part('lines')) { next(); return; }
    found();
    if (part('tabs')) exchangeHtml($('tabs'), part('tabs'));
    if (part('rows') && parts[what]) {
      const more = part('rows').dataset.more === 'true';
      parts[what]();
      if (what !== 'news') $('more').hidden = !more;
    }
    if (what === 'choose') chosen();
    const here = part('top') && part('top').dataset.conversation === current();
    if (what === 'older' && part('lines')) {
      const has = part('lines').dataset.older === 'true';
      steady(function () { older(part('lines')); });
      $('older').hidden = !has;
    } else if (here) {
      exchangeHtml(topOf, part('top'));
      if (part('lines')) steady(function () { exchange(part('lines')); });
      if (part('card')) exchangeHtml($('card'), part('card'));
    }
    if (what === 'template' && args.sent) sessionStorage.removeItem('sent:' + current());
    if (what === 'send') restore(args.refused || (args.sent ? '' : null));
    else if (args.refused) toast(args.refused);
    document.querySelector('.fresh-parts').replaceChildren();
    tidyRows();
    hint();
    next();
  };

  window.inboxFailed = function (what) {
    if (what === 'choose') { location.assign(inbox.dataset.base + '/' + wanted + '?tab=' + inbox.dataset.tab); return; }
    window.inboxLost();
  };

  // ---------- news

  let changed = new Set(), timer = null, told = 0;

  window.inboxPushed = function (id) {
    changed.add(String(id));
    next();
  };

  function next() {
    if (timer || busy || !changed.size) return;
    timer = setTimeout(function () {
      timer = null;
      told = Date.now();
      busy = 'news';
      asked = Array.from(changed);
      changed = new Set();
      const seen = String(document.visibilityState === 'visible');
      if (asked.length > MOST_NEWS) window.inboxReload(params({ seen: seen }));
      else window.inboxNews(params({ ids: asked.join(','), seen: seen }));
    }, Math.max(0, NEWS_EVERY - (Date.now() - told)));
  }

  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'visible' && current()) window.inboxPushed(current());
  });

  // ---------- a lost connection: a banner, and everything anew when it is back

  let retry = null;

  window.inboxLost = function () {
    $('lost').hidden = false;
    busy = null;
    if (!retry) retry = setInterval(again, RETRY_EVERY);
  };

  function again() {
    busy = 'reload';
    window.inboxReload(params({ seen: String(document.visibilityState === 'visible') }));
  }

  function found() {
    $('lost').hidden = true;
    if (!retry) return;
    clearInterval(retry);
    retry = null;
    window.OmniFaces.Push.open('conversations');
    setTimeout(again, RETRY_EVERY); // what came between the answer and the open socket
  }

  window.addEventListener('offline', window.inboxLost);
  window.addEventListener('online', again);

  // ---------- one conversation after another

  let wanted = current(), requested = wanted; // what is asked for may lie ahead of what is shown

  function choose(id, push) {
    if (!id) { close(push); return; }
    keep();
    wanted = String(id);
    inbox.dataset.open = 'thread';
    if (push) history.pushState(null, '', inbox.dataset.base + '/' + wanted + '?tab=' + inbox.dataset.tab);
    if (wanted !== requested) window.inboxChoose(params({ c: wanted }));
    requested = wanted;
  }

  function close(push) {
    keep();
    inbox.dataset.open = 'list';
    if (push) history.pushState(null, '', inbox.dataset.base + '?tab=' + inbox.dataset.tab);
  }

  function chosen() {
    if (!part('top') || part('top').dataset.conversation !== wanted) return;
    inbox.dataset.conversation = wanted;
    flow.replaceChildren();
    scroll.scrollTop = 0;
    unseen = 0;
    $('jump').hidden = true;
    $('older').hidden = part('lines').dataset.older !== 'true';
    requestAnimationFrame(toNew);
    draft();
    if (!phone.matches) reply.focus();
    const row = keyed(rows).get(wanted);
    if (row) row.scrollIntoView({ block: 'nearest' });
  }

  function toNew() {
    const mark = flow.querySelector('.sep.new');
    if (mark && mark.getBoundingClientRect().top < scroll.getBoundingClientRect().top) mark.scrollIntoView({ block: 'start' });
    jump(0);
  }

  function step(by) {
    const all = Array.from(rows.children);
    const at = all.findIndex(function (r) { return r.dataset.key === wanted; });
    const row = all[at < 0 ? 0 : at + by];
    if (row) choose(row.dataset.key, true);
  }

  window.addEventListener('popstate', function () {
    const id = location.pathname.slice(inbox.dataset.base.length + 1);
    choose(/^\d+$/.test(id) ? id : null, false);
  });

  // ---------- the composer

  let sending = []; // in the order of the requests: {c, text, key}
  let typed = 0;

  function keep() {
    if (!current()) return;
    if (reply.value.trim()) sessionStorage.setItem('draft:' + current(), reply.value);
    else sessionStorage.removeItem('draft:' + current());
  }

  function draft() {
    reply.value = sessionStorage.getItem('draft:' + current()) || '';
  }

  function uuid() {
    const b = crypto.getRandomValues(new Uint8Array(16)); // randomUUID is missing where the page came without TLS
    b[6] = b[6] & 15 | 64;
    b[8] = b[8] & 63 | 128;
    const h = Array.from(b, function (x) { return x.toString(16).padStart(2, '0'); }).join('');
    return [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join('-');
  }

  // The same text sent again after a failure keeps its key: the server takes it once.
  function keyFor(c, text) {
    const last = JSON.parse(sessionStorage.getItem('sent:' + c) || 'null');
    const key = last && last.text === text ? last.key : uuid();
    sessionStorage.setItem('sent:' + c, JSON.stringify({ text: text, key: key }));
    return key;
  }

  function say(words, bad) {
    note.textContent = words;
    note.classList.toggle('t-danger', Boolean(bad));
    note.setAttribute('role', bad ? 'alert' : 'status');
  }

  function hint() {
    if (note.classList.contains('t-danger') || sending.length) return;
    const strip = topOf.querySelector('.handler');
    const closed = strip && strip.dataset.closed || '';
    reply.disabled = Boolean(closed);
    $('send').disabled = Boolean(closed);
    say(closed || strip && strip.dataset.hint || '', false);
  }

  // The only thing that a messenger takes when its window for free text has closed.
  topOf.addEventListener('submit', function (e) {
    if (e.target.id !== 'template') return;
    e.preventDefault();
    const chosen = $('template-id').value, values = $('template-values').value.trim();
    e.target.querySelector('button').disabled = true;
    window.inboxTemplate(params({ template: chosen, values: values, key: keyFor(current(), 'template ' + chosen + ' ' + values) }));
  });

  function send() {
    const text = reply.value.trim();
    if (!text || !current()) return;
    const one = { c: current(), text: text, key: keyFor(current(), text) };
    sending.push(one);
    reply.value = '';
    say($('composer').dataset.sending, false);
    scroll.scrollTop = 0;
    window.inboxSend(params(one));
  }

  // trouble: '' when it was sent, null when nobody answered, else the reason
  function restore(trouble) {
    const one = sending.shift();
    if (!one) return;
    if (trouble === '') {
      sessionStorage.removeItem('sent:' + one.c);
      if (one.c === current()) keep(); else sessionStorage.removeItem('draft:' + one.c);
      if (!sending.length) say('', false);
      return;
    }
    const box = one.c === current() ? reply : { value: sessionStorage.getItem('draft:' + one.c) || '' };
    box.value = box.value ? one.text + '\n' + box.value : one.text;
    sessionStorage.setItem('draft:' + one.c, box.value);
    say(trouble || $('composer').dataset.lost, true);
  }

  $('composer').addEventListener('submit', function (e) { e.preventDefault(); send(); });

  reply.addEventListener('keydown', function (e) {
    if (e.code !== 'Enter' && e.code !== 'NumpadEnter' || e.shiftKey || e.isComposing) return;
    e.preventDefault();
    send();
  });

  reply.addEventListener('input', function () {
    note.classList.remove('t-danger');
    hint();
    keep();
    const strip = topOf.querySelector('.handler');
    if (strip && (strip.dataset.voice === 'bot' || strip.dataset.voice === 'waiting') && reply.value.trim() && Date.now() - typed > TYPING_EVERY) {
      typed = Date.now();
      window.inboxTyping(params({}));
    }
  });

  // ---------- clicks and keys

  function toast(words) {
    const one = document.createElement('div');
    one.className = 'toast';
    one.textContent = words;
    $('toasts').append(one);
    setTimeout(function () { one.remove(); }, 6000);
  }

  function card() {
    const open = inbox.dataset.card ? inbox.dataset.card === 'open' : wide.matches;
    inbox.dataset.card = open ? 'closed' : 'open';
  }

  const acts = {
    take: function () { window.inboxTake(params({})); },
    'return': function () { window.inboxGiveBack(params({})); },
    close: function () { window.inboxClose(params({})); },
    decide: function (b) { b.disabled = true; window.inboxDecide(params({ message: b.dataset.message.slice(1), choice: b.dataset.choice })); },
    card: card,
    back: function () { close(true); }
  };

  document.addEventListener('click', function (e) {
    const act = e.target.closest('[data-act]');
    if (act) { e.preventDefault(); acts[act.dataset.act](act); return; }
    const quote = e.target.closest('.quote[data-to]');
    if (quote) { const line = keyed(flow).get(quote.dataset.to); if (line) line.scrollIntoView({ block: 'center' }); return; }
    const row = e.target.closest('#rows .conv');
    if (row && !e.ctrlKey && !e.metaKey && !e.shiftKey) { e.preventDefault(); choose(row.dataset.key, true); }
  });

  rows.addEventListener('mouseleave', release);
  $('moved').addEventListener('click', function () { list.scrollTop = 0; release(); });
  $('more').addEventListener('click', function () { window.inboxMore(); });
  $('older').addEventListener('click', function () { window.inboxOlder(params({})); });
  $('jump').addEventListener('click', function () { scroll.scrollTop = 0; jump(0); });
  scroll.addEventListener('scroll', function () { jump(0); }, { passive: true });
  list.addEventListener('scroll', function () { if (list.scrollTop < 40 && kept.size && !held()) release(); }, { passive: true });

  rows.addEventListener('keydown', function (e) {
    const row = document.activeElement.closest('.conv');
    const to = row && (e.code === 'ArrowDown' ? row.nextElementSibling : e.code === 'ArrowUp' ? row.previousElementSibling : null);
    if (!to) return;
    e.preventDefault();
    to.focus();
  });

  const keys = {
    KeyJ: function () { step(1); },
    KeyK: function () { step(-1); },
    KeyT: function () { const b = topOf.querySelector('[data-act=take], [data-act=return]'); if (b) b.click(); },
    KeyL: function () { reply.focus(); },
    KeyO: card
  };

  document.addEventListener('keydown', function (e) {
    if (e.code === 'Escape' && inbox.dataset.card === 'open' && !wide.matches) card();
    if (!e.altKey || e.ctrlKey || e.metaKey || !keys[e.code]) return;
    e.preventDefault();
    keys[e.code]();
  });

  // ---------- the page as it was opened

  if (current()) { draft(); requestAnimationFrame(toNew); }
  tidyRows();
  hint();
  setInterval(waits, 30000);
})();
