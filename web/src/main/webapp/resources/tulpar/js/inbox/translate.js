// Answers in the client's language: translated while they are typed, hers to change, and held while a figure, a date or a name differs.
(function (I) {
  'use strict';
  const AFTER = 500; // ms without a key
  const $ = I.$, reply = I.reply, box = $('preview'), text = $('preview-text'), flags = $('preview-flags'), notes = $('preview-notes');
  let timer = null, asked = null; // what the answer that is under way belongs to: {c, of, changed}
  let shown = ''; // the text that the preview belongs to
  let waiting = false, failed = false, original = false, confirmed = false, sendWhenDone = false;

  function tongue() { return I.composer.mode() !== 'NOTE' && $('tongue').querySelector('[data-language]'); }
  function foreign() { return Boolean(tongue()) && !original && Boolean(reply.value.trim()); }

  function fit() { text.style.height = 'auto'; text.style.height = text.scrollHeight + 'px'; }

  function show(words) {
    box.hidden = false;
    $('preview-tongue').textContent = tongue().dataset.words;
    text.lang = tongue().dataset.language;
    text.value = words;
    fit();
  }

  // Draws the places under a field's own words: [[from, to]], counted from the first letter that is no space.
  function mark(field, places) {
    const box = field.previousElementSibling, look = getComputedStyle(field), lead = field.value.length - field.value.trimStart().length;
    let done = 0;
    box.replaceChildren();
    (places || []).forEach(function (place) {
      const one = document.createElement('mark');
      one.className = 'doubt';
      one.textContent = field.value.slice(lead + place[0], lead + place[1]);
      box.append(field.value.slice(done, lead + place[0]), one);
      done = lead + place[1];
    });
    if (done) box.append(field.value.slice(done) + '\u200b'); // a last empty line has its height
    box.style.font = look.font;
    box.style.padding = look.padding;
    box.style.width = field.clientWidth + 'px'; // without the bar that a long text is scrolled by
    box.scrollTop = field.scrollTop;
  }

  function marks(told) { mark(reply, told.before); mark(text, told.after); }
  [reply, text].forEach(function (field) { field.addEventListener('scroll', function () { field.previousElementSibling.scrollTop = field.scrollTop; }, { passive: true }); });

  function note(lines, action) {
    flags.replaceChildren.apply(flags, lines.map(function (words) {
      const one = document.createElement('div');
      one.className = 'flag';
      one.dir = 'auto';
      one.textContent = words;
      return one;
    }));
    notes.hidden = !lines.length;
    ['confirm', 'again', 'original'].forEach(function (name) { $('preview-' + name).hidden = action.indexOf(name) < 0; });
  }

  function clear() {
    clearTimeout(timer);
    asked = null;
    shown = '';
    waiting = failed = confirmed = original = sendWhenDone = false;
    text.value = '';
    note([], []);
    marks({});
    box.hidden = true;
  }

  function later(changed) {
    clearTimeout(timer);
    waiting = true;
    confirmed = false;
    timer = setTimeout(function () { ask(changed); }, AFTER);
  }

  function ask(changed) {
    if (!foreign()) { clear(); return; }
    asked = { c: I.current(), of: reply.value.trim(), changed: changed };
    window.inboxPreview(I.params({ text: asked.of, translation: changed ? text.value.trim() : '' }));
  }

  function typed() {
    marks({});
    if (!reply.value.trim() || !tongue()) { clear(); return; }
    if (original) return;
    sendWhenDone = false;
    if (reply.value.trim() === shown && !failed) return;
    if (box.hidden) show(box.dataset.wait);
    box.classList.add('waits');
    later(false);
  }

  window.inboxPreviewed = function (args) {
    const mine = asked;
    asked = null;
    if (!mine || mine.c !== I.current()) return;
    if (mine.of !== reply.value.trim()) { if (!waiting) typed(); return; } // what is there now is asked for already, and may be waited for
    box.classList.remove('waits');
    waiting = false;
    if (!args || !args.preview) { lost(box.dataset.failed); return; }
    const told = JSON.parse(args.preview);
    if (told.failure) { lost(told.failure); return; }
    failed = false;
    shown = mine.of;
    if (!mine.changed) show(told.text);
    marks(told);
    note(told.flags, told.flags.length ? ['confirm'] : []);
    if (sendWhenDone && !told.flags.length) { sendWhenDone = false; $('composer').requestSubmit(); }
    sendWhenDone = false;
  };

  function lost(why) {
    failed = true;
    sendWhenDone = false;
    show('');
    note([why], ['again', 'original']);
  }

  text.addEventListener('input', function () { fit(); marks({}); later(true); });
  text.addEventListener('keydown', function (e) {
    if (e.code !== 'Enter' && e.code !== 'NumpadEnter' || e.shiftKey || e.isComposing) return;
    e.preventDefault();
    $('composer').requestSubmit();
  });

  I.acts.confirm = function () { confirmed = true; $('composer').requestSubmit(); };
  I.acts.again = function () { later(false); box.classList.add('waits'); };
  I.acts.original = function () { original = true; box.hidden = true; $('composer').requestSubmit(); };

  // The two texts of a bubble change places.
  I.acts.swap = function (button) {
    const said = button.closest('.bubble').querySelector('p');
    const words = Array.from(said.childNodes), lang = said.lang;
    said.replaceChildren.apply(said, Array.from(button.childNodes));
    said.lang = button.lang;
    button.replaceChildren.apply(button, words);
    button.lang = lang;
  };

  // For the composer: null: it must wait; else what goes along with the text.
  I.translation = function () {
    if (!foreign()) return original ? { original: 'true' } : {};
    if (waiting || reply.value.trim() !== shown && !failed) { sendWhenDone = true; if (!waiting) later(false); return null; }
    if (failed || !text.value.trim()) { note([box.dataset.failed], ['again', 'original']); return null; }
    if (!notes.hidden && !confirmed) { notes.querySelector('button:not([hidden])').focus(); return null; }
    return { translation: text.value.trim(), confirmed: String(confirmed) };
  };

  // A person says which language the client speaks.
  document.addEventListener('change', function (e) {
    if (e.target.id === 'speaks') window.inboxSpeaks(I.params({ language: e.target.value }));
  });
  window.inboxSpoken = function () { window.inboxPushed(I.current()); };

  I.exchanged.tongue = 'tongue';
  I.on('typed', typed);
  I.on('mode', function () { clear(); typed(); });
  I.on('leave', clear);
  I.on('chosen', function () { clear(); if (reply.value.trim()) typed(); });
  I.on('opened', function () { if (reply.value.trim()) typed(); });
  I.on('shown', function (what, args) {
    if (box.hidden && foreign()) typed(); // her language has become known only now
    if (what === 'send' && args.sent) { if (!reply.value.trim()) clear(); }
    if (what === 'send' && args.doubts) { shown = reply.value.trim(); confirmed = false; box.hidden = false; const told = JSON.parse(args.doubts); note(told.flags, ['confirm']); marks(told); }
  });
})(window.Inbox);
