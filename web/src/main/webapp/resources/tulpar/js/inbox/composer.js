// The composer: what is typed survives pushes, reloads and refused sends; each reply carries a key of its own.
(function (I) {
  'use strict';
  const TYPING_EVERY = 4000; // ms
  const $ = I.$, reply = I.reply, note = $('composer-note'), topOf = I.topOf;
  let sending = []; // in the order of the requests: {c, text, key}
  let typed = 0;

  function keep() {
    if (!I.current()) return;
    if (reply.value.trim()) sessionStorage.setItem('draft:' + I.current(), reply.value);
    else sessionStorage.removeItem('draft:' + I.current());
  }

  function draft() {
    reply.value = sessionStorage.getItem('draft:' + I.current()) || '';
  }

  // The same text sent again after a failure keeps its key: the server takes it once.
  function keyFor(c, text) {
    const last = JSON.parse(sessionStorage.getItem('sent:' + c) || 'null');
    const key = last && last.text === text ? last.key : I.uuid();
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
    window.inboxTemplate(I.params({ template: chosen, values: values, key: keyFor(I.current(), 'template ' + chosen + ' ' + values) }));
  });

  function send() {
    const text = reply.value.trim();
    const beside = I.current() && I.beside.of(I.current());
    if (!beside || !text && !beside.files) return;
    if (beside.waits) { say($('composer').dataset.uploading, false); return; }
    const translation = text ? I.translation() : {}; // null: it is not ready, or has to be looked at first
    if (!translation) { say($('preview').dataset.hold, false); return; }
    const one = { c: I.current(), text: text, files: beside.files, answers: beside.answers, key: keyFor(I.current(), [text, beside.files, beside.answers].join('\n')) };
    Object.assign(one, translation);
    sending.push(one);
    I.beside.sent(one);
    reply.value = '';
    say($('composer').dataset.sending, false);
    I.scroll.scrollTop = 0;
    window.inboxSend(I.params(one));
  }

  // trouble: '' when it was sent, null when nobody answered, else the reason
  function restore(trouble) {
    const one = sending.shift();
    if (!one) return;
    I.beside.settled(one, trouble === '');
    if (trouble === '') {
      sessionStorage.removeItem('sent:' + one.c);
      if (one.c === I.current()) keep(); else sessionStorage.removeItem('draft:' + one.c);
      if (!sending.length) say('', false);
      return;
    }
    const box = one.c === I.current() ? reply : { value: sessionStorage.getItem('draft:' + one.c) || '' };
    box.value = box.value ? one.text + '\n' + box.value : one.text;
    sessionStorage.setItem('draft:' + one.c, box.value);
    say(trouble || $('composer').dataset.lost, true);
  }

  $('composer').addEventListener('submit', function (e) { e.preventDefault(); send(); });

  reply.addEventListener('keydown', function (e) {
    if (e.defaultPrevented || e.code !== 'Enter' && e.code !== 'NumpadEnter' || e.shiftKey || e.isComposing) return;
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
      window.inboxTyping(I.params({}));
    }
    I.tell('typed');
  });

  I.on('leave', keep);
  I.on('chosen', draft);
  I.on('unanswered', function (what) { if (what === 'send') restore(null); });
  I.on('shown', function (what, args) {
    if (what === 'template' && args.sent) sessionStorage.removeItem('sent:' + I.current());
    if (what === 'send') restore(args.refused || (args.sent ? '' : null));
    hint();
  });
  I.on('tidied', function () {
    for (const row of I.rows.children) {
      row.querySelector('.draft').hidden = row.dataset.key === I.current() || !sessionStorage.getItem('draft:' + row.dataset.key);
    }
  });
  I.on('opened', function () { if (I.current()) draft(); hint(); });
  I.keys.KeyL = function () { reply.focus(); };
})(window.Inbox);
