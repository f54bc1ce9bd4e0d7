// The composer: a reply to the client or a note for colleagues. What is typed survives pushes, reloads and refused sends; each send
// carries a key of its own. The server keeps drafts; this browser keeps what the server does not have yet.
(function (I) {
  'use strict';
  const TYPING_EVERY = 4000; // ms
  const KEEP_AFTER = 900; // ms without a keystroke
  const $ = I.$, box = $('composer'), reply = I.reply, note = $('composer-note'), topOf = I.topOf;
  let sending = []; // in the order of the requests: {c, text, key, mode}
  let typed = 0, keeping = null;
  const under = { REPLY: '', NOTE: '' }; // the text of each tab
  const kept = {}; // slot -> the draft of the server as this page knows it: another tab's is not taken away with what is sent here
  const others = {}; // slot -> what another tab has typed meanwhile; the person decides which of the two stays

  function mode() { return box.dataset.mode; }
  function slot(c, m) { return (m === 'NOTE' ? 'note:' : 'draft:') + c; }

  function show(next) {
    box.dataset.mode = next;
    box.classList.toggle('is-note', next === 'NOTE');
    box.querySelectorAll('[data-act=mode]').forEach(function (b) { b.setAttribute('aria-selected', String(b.dataset.mode === next)); });
    reply.placeholder = next === 'NOTE' ? box.dataset.note : box.dataset.reply;
    reply.value = under[next];
    note.classList.remove('t-danger');
    elsewhere();
    hint();
    I.tell('mode');
  }

  // What is typed lies in this browser until the server has it.
  function keep() {
    const c = I.current();
    if (!c) return;
    const where = slot(c, mode());
    under[mode()] = reply.value;
    if (sessionStorage.getItem('known:' + where) === null) upon(where, kept[where] || '');
    sessionStorage.setItem(where, reply.value);
    soon();
  }

  function soon() {
    clearTimeout(keeping);
    keeping = setTimeout(flush, KEEP_AFTER);
  }

  function flush() {
    clearTimeout(keeping);
    keeping = null;
    const c = I.current();
    const text = c && sessionStorage.getItem(slot(c, mode()));
    if (text === null || !c) return;
    deposit(c, mode(), text);
  }

  function deposit(c, m, text) {
    const where = slot(c, m), known = kept[where] || '';
    window.inboxKeep(I.params({ c: c, kind: m, text: text, known: known }));
    kept[where] = text;
    if (m === 'REPLY') I.tell('drafted', c, Boolean(text.trim()));
    waiting.push({ slot: where, text: text, known: known });
  }

  // Beside a text that the server may not have yet lies the draft it was typed upon, as the server has had it: a reload loses neither.
  function upon(where, draft) { sessionStorage.setItem('known:' + where, draft); }

  function forget(where) {
    sessionStorage.removeItem(where);
    sessionStorage.removeItem('known:' + where);
  }

  const waiting = []; // in the order of the requests
  window.inboxKept = function (args) {
    const one = waiting.shift();
    if (!one) return;
    if (!args || args.other !== undefined) { // not kept: the next try is made upon what the server has
      if (kept[one.slot] === one.text) kept[one.slot] = one.known;
      if (args) others[one.slot] = args.other;
    } else {
      delete others[one.slot];
      if (sessionStorage.getItem(one.slot) === one.text) forget(one.slot); else upon(one.slot, one.text);
    }
    elsewhere();
  };

  // One line: the own text stays in the field, the other one is a press away.
  function elsewhere() {
    const c = I.current(), other = c && others[slot(c, mode())], line = $('elsewhere');
    line.hidden = other === undefined || other === null;
    if (!line.hidden) line.querySelector('[data-other]').textContent = other;
  }

  // Which of the two stays: the other one comes into the field, or the own one is kept over it.
  function decide(taken) {
    const c = I.current(), where = c && slot(c, mode()), other = where && others[where];
    if (other === undefined || other === null) return;
    delete others[where];
    clearTimeout(keeping);
    keeping = null;
    kept[where] = other;
    if (taken) {
      forget(where);
      reply.value = under[mode()] = other;
      I.tell('typed');
    } else {
      upon(where, other);
      sessionStorage.setItem(where, reply.value);
      flush();
    }
    elsewhere();
    reply.focus();
  }

  // The text of this browser is newer than the server's, where there is one.
  function draft(from) {
    ['REPLY', 'NOTE'].forEach(function (m) {
      const there = from && from.querySelector('[data-kind=' + m + ']');
      const where = slot(I.current(), m), own = sessionStorage.getItem(where), known = sessionStorage.getItem('known:' + where);
      if (own === null) delete others[where];
      if (there) kept[where] = own !== null && known !== null ? known : there.value;
      under[m] = own !== null ? own : there ? there.value : '';
    });
    show('REPLY');
    if (sessionStorage.getItem(slot(I.current(), 'REPLY')) !== null) soon();
  }

  // The same text sent again after a failure keeps its key: the server takes it once. While it is under way it is another message.
  function keyFor(c, text) {
    const last = JSON.parse(sessionStorage.getItem('sent:' + c) || 'null');
    const again = last && last.text === text && !sending.some(function (one) { return one.key === last.key; });
    const key = again ? last.key : I.uuid();
    sessionStorage.setItem('sent:' + c, JSON.stringify({ text: text, key: key }));
    return key;
  }

  function say(words, bad) {
    note.textContent = words;
    note.classList.toggle('t-danger', Boolean(bad));
    note.setAttribute('role', bad ? 'alert' : 'status');
  }

  function words() {
    const now = mode() === 'NOTE' ? box.dataset.keep : I.picker.stands() ? box.dataset.template : box.dataset.send;
    if ($('send-words').textContent !== now) $('send-words').textContent = now;
  }

  function hint() {
    const strip = topOf.querySelector('.handler[data-voice]');
    const closed = mode() === 'REPLY' && strip && strip.dataset.closed || '';
    reply.disabled = Boolean(closed);
    $('send').disabled = Boolean(closed);
    I.picker.stand(Boolean(closed), closed);
    words();
    if (note.classList.contains('t-danger') || sending.length) return;
    say(mode() === 'NOTE' ? box.dataset.noteHint : I.picker.stands() ? strip.dataset.hint : closed || strip && strip.dataset.hint || '', false);
  }

  function send() {
    const text = reply.value.trim(), c = I.current(), noting = mode() === 'NOTE';
    const beside = c && (noting ? { files: '', answers: '' } : I.beside.of(c));
    if (!beside || !text && !beside.files) return;
    if (beside.waits) { say(box.dataset.uploading, false); return; }
    const translation = text && !noting ? I.translation() : {}; // null: it is not ready, or has to be looked at first
    if (!translation) { say($('preview').dataset.hold, false); return; }
    const one = { c: c, text: text, files: beside.files, answers: beside.answers, mode: mode(), key: keyFor(c, [mode(), text, beside.files, beside.answers].join('\n')) };
    Object.assign(one, translation);
    one.proposal = noting ? '' : I.proposal(c);
    clearTimeout(keeping);
    keeping = null;
    sending.push(one);
    if (!noting) I.beside.sent(one);
    sessionStorage.setItem(slot(c, one.mode), text); // until it is certain
    reply.value = under[one.mode] = '';
    say(box.dataset.sending, false);
    I.scroll.scrollTop = 0;
    I.tell('sending', one);
    (noting ? window.inboxNote : window.inboxSend)(I.params(Object.assign({ c: c, text: text, files: one.files, answers: one.answers, key: one.key, proposal: one.proposal, kept: kept[slot(c, one.mode)] || '' }, translation)));
  }

  // trouble: '' when it was sent, null when nobody answered, else the reason
  function restore(trouble) {
    const one = sending.shift();
    if (!one) return;
    const here = one.c === I.current();
    if (one.mode === 'REPLY') I.beside.settled(one, trouble === '');
    if (trouble === '') {
      I.tell('sent', one);
      sessionStorage.removeItem('sent:' + one.c);
      if (here && under[one.mode].trim()) keep(); else forget(slot(one.c, one.mode));
      if (one.mode === 'REPLY') I.tell('drafted', one.c, false);
      if (!sending.length) { say('', false); hint(); }
      return;
    }
    const rest = here ? under[one.mode] : '';
    const text = rest ? one.text + '\n' + rest : one.text;
    sessionStorage.setItem(slot(one.c, one.mode), text);
    if (here) {
      under[one.mode] = text;
      if (mode() === one.mode) reply.value = text;
    }
    say(trouble || box.dataset.lost, true);
  }

  box.addEventListener('submit', function (e) { e.preventDefault(); if (I.picker.stands()) I.picker.send(); else send(); });

  reply.addEventListener('keydown', function (e) {
    if (e.defaultPrevented || e.code !== 'Enter' && e.code !== 'NumpadEnter' || e.shiftKey || e.isComposing) return;
    e.preventDefault();
    send();
  });

  reply.addEventListener('input', function () {
    note.classList.remove('t-danger');
    hint();
    keep();
    const strip = topOf.querySelector('.handler[data-voice]');
    if (mode() === 'REPLY' && strip && (strip.dataset.voice === 'bot' || strip.dataset.voice === 'waiting') && reply.value.trim() && Date.now() - typed > TYPING_EVERY) {
      typed = Date.now();
      window.inboxTyping(I.params({}));
    }
    I.tell('typed');
  });

  I.composer = {
    mode: mode,
    show: function (next) {
      if (next !== mode()) { under[mode()] = reply.value; if (keeping) flush(); show(next); }
      (I.picker.stands() ? I.picker.field() : reply).focus();
    },
    key: keyFor,
    // Puts text in place of what stands between two positions.
    put: function (from, to, text) {
      reply.setRangeText(text, from, to, 'end');
      reply.dispatchEvent(new Event('input', { bubbles: true }));
      reply.focus();
    },
    // What was typed for the client has gone another way: it stands nowhere any more, unless it was changed since.
    gone: function (c, text) {
      const where = slot(c, 'REPLY'), here = c === I.current(), own = sessionStorage.getItem(where);
      const stands = !here ? own === null ? kept[where] : own : mode() === 'REPLY' ? reply.value : under.REPLY;
      if (stands !== text) return;
      if (here) under.REPLY = '';
      if (here && mode() === 'REPLY') {
        reply.value = '';
        reply.dispatchEvent(new Event('input', { bubbles: true }));
        return;
      }
      sessionStorage.setItem(where, ''); // until the server has it
      deposit(c, 'REPLY', '');
    },
    // A text that was put aside is there again, before what was typed since; in another conversation it waits there.
    back: function (c, text) {
      const here = c === I.current(), rest = here ? under.REPLY : sessionStorage.getItem(slot(c, 'REPLY')) || '';
      const whole = rest.trim() ? text + '\n' + rest : text;
      if (!here) { sessionStorage.setItem(slot(c, 'REPLY'), whole); return; }
      I.composer.show('REPLY');
      I.composer.put(0, reply.value.length, whole);
    }
  };

  I.on('leave', function () { if (keeping) flush(); });
  I.on('chosen', function () { draft(I.part('drafts')); });
  I.on('unanswered', function (what) { if (what === 'send' || what === 'note') restore(null); });
  I.on('shown', function (what, args) {
    if (what === 'send' || what === 'note') restore(args.refused || (args.sent ? '' : null));
    hint();
  });
  I.on('opened', function () {
    const early = document.activeElement === reply ? reply.value : ''; // typed before the scripts were here
    if (I.current()) draft($('drafts'));
    if (early && !reply.value) { reply.value = early; reply.dispatchEvent(new Event('input', { bubbles: true })); }
    hint();
  });
  window.addEventListener('pagehide', function () { if (keeping) flush(); });
  I.acts.mode = function (b) { I.composer.show(b.dataset.mode); };
  I.acts.other = function () { decide(true); };
  I.acts.own = function () { decide(false); };
  I.keys.KeyL = function () { I.composer.show('REPLY'); };
  I.keys.KeyP = function () { I.composer.show('NOTE'); };
})(window.Inbox);
