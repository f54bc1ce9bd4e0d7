// What the AI proposes as the next reply. It is asked for beside the page's own requests, which go one after another and would wait for
// the model; the page keeps what stands, per conversation. Sent, it goes the way of all that is typed.
(function (I) {
  'use strict';
  const $ = I.$, reply = I.reply, box = $('proposal'), words = box.dataset;
  const address = ($('tray').dataset.root || '') + '/proposals/';
  const standing = new Map(); // conversation -> {id, text, by, language, upTo}, or while it is written {request, before}
  const taken = new Map(); // conversation -> the proposal whose words are in its field
  let stopped = Promise.resolve(); // what is asked for behind a stop must not be stopped by it
  const button = $('composer').querySelector('.propose');

  function post(path, values, signal, last) {
    return fetch(address + path, { method: values ? 'POST' : 'DELETE', body: values && new URLSearchParams(values), signal: signal, keepalive: Boolean(last) });
  }

  // A decision that does not reach the server leaves a mark missing in the books, and nothing that she would have to do.
  function decide(c, one, decision) { post(c + '/' + one.id, { decision: decision }).catch(function () {}); }

  function newest() {
    return Array.from(I.flow.querySelectorAll('.msg:not(.out)')).reduce(function (most, line) { return Math.max(most, Number(line.dataset.key.slice(1)) || 0); }, 0);
  }

  function text(part, value) { if (part.textContent !== value) part.textContent = value; }

  function show() {
    const one = standing.get(I.current()), writes = Boolean(one && one.request), late = one && !writes && newest() > one.upTo;
    box.hidden = !one;
    button.setAttribute('aria-disabled', String(writes));
    if (!one) { text($('proposal-state'), ''); return; } // or the next one would not be news
    const within = box.contains(document.activeElement);
    text($('proposal-state'), writes ? words.writing : late ? words.outdated : words.ready);
    text($('proposal-by'), writes ? '' : one.by);
    $('proposal-by').hidden = writes;
    $('proposal-waits').hidden = $('proposal-stop').hidden = !writes;
    $('proposal-again').hidden = !late;
    $('proposal-in').hidden = writes;
    if (writes && within) $('proposal-stop').focus();
    if (writes) return;
    text($('proposal-text'), one.text);
    $('proposal-text').lang = one.language || '';
  }

  function leave(c, one, before) {
    if (standing.get(c) !== one) return false; // stopped meanwhile
    const stopping = document.activeElement === $('proposal-stop') && c === I.current();
    if (before) standing.set(c, before); else standing.delete(c);
    show();
    if (stopping) (before ? $('proposal-text') : reply).focus();
    return true;
  }

  function ask() {
    const c = I.current(), before = standing.get(c);
    if (!c || !button.checkVisibility() || before && before.request) return;
    const one = { request: new AbortController(), before: before };
    standing.set(c, one);
    show();
    stopped.then(function () { return post(c, { wish: reply.value.trim() }, one.request.signal); })
      .then(function (answer) { return answer.redirected ? { refused: words.lost } : answer.json(); })
      .catch(function () { return { refused: words.lost }; })
      .then(function (told) {
        if (leave(c, one, told.refused ? before : told) && told.refused) window.tulparToast(told.refused, { bad: true });
      });
  }

  function stop(c, one, last) {
    one.request.abort();
    stopped = post(c, null, undefined, last).catch(function () {});
  }

  // It comes into the field; what was typed there is a press away.
  function take(sent) {
    const c = I.current(), one = standing.get(c), own = reply.value;
    if (!one || one.request) return;
    standing.delete(c);
    taken.set(c, one);
    I.composer.put(0, own.length, one.text);
    show();
    if (sent) $('composer').requestSubmit(); else decide(c, one, 'EDITED');
    if (own.trim() && own.trim() !== one.text.trim()) window.tulparToast(words.aside, { undo: { words: words.undo, act: function () { undo(c, one, own); } } });
  }

  // While its words are in the field as they came, it stands again above it.
  function undo(c, one, own) {
    const here = c === I.current() && I.composer.mode() === 'REPLY';
    if (here && taken.get(c) === one && reply.value === one.text) {
      taken.delete(c);
      standing.set(c, one);
      I.composer.put(0, reply.value.length, own);
    } else {
      I.composer.back(c, own);
    }
    show();
  }

  I.proposal = function (c) { return taken.has(c) ? taken.get(c).id : ''; };
  I.acts.propose = ask;
  I.acts['proposal-send'] = function () { take(true); };
  I.acts['proposal-edit'] = function () { take(false); };
  I.acts['proposal-stop'] = function () {
    const c = I.current(), one = standing.get(c);
    if (!one || !one.request) return;
    leave(c, one, one.before);
    stop(c, one);
  };
  I.acts['proposal-discard'] = function () {
    const c = I.current(), one = standing.get(c);
    if (!one || one.request) return;
    standing.delete(c);
    decide(c, one, 'REJECTED');
    show();
    reply.focus();
  };
  I.keys.KeyG = function () {
    if (!I.current()) return;
    I.composer.show('REPLY');
    ask();
  };

  I.on('sent', function (one) { if (one.proposal && one.proposal === I.proposal(one.c)) taken.delete(one.c); });
  I.on('typed', function () { if (I.composer.mode() === 'REPLY' && !reply.value.trim()) taken.delete(I.current()); });
  I.on('chosen', show);
  I.on('shown', show);
  window.addEventListener('pagehide', function () { standing.forEach(function (one, c) { if (one.request) stop(c, one, true); }); });
})(window.Inbox);
