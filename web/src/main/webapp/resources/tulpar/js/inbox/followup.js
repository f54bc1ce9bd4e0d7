// What is said later: planned with the words of the composer, which leave it when it is certain; cancelled and planned again on the card.
(function (I) {
  'use strict';
  const $ = I.$, dialog = $('follow-up'), words = dialog.dataset, text = $('follow-up-text'), when = $('follow-up-when'), at = $('follow-up-at');
  let typed = ''; // what was in the composer when it was opened
  let planned = null; // as it was sent: {c, text}

  function own() {
    $('follow-up-own').hidden = when.value !== 'OWN';
    at.required = when.value === 'OWN';
    at.disabled = when.value !== 'OWN';
  }

  function voice() {
    const strip = I.topOf.querySelector('.handler[data-voice]');
    return strip ? strip.dataset.voice : null;
  }

  function fill(value) {
    I.reply.value = value;
    I.reply.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function undo(words, act) { return { undo: { words: words, act: act } }; }

  I.acts.later = function () {
    I.menu.close(true);
    const form = dialog.querySelector('form'), error = dialog.querySelector('[data-error]');
    form.reset();
    own();
    error.hidden = true;
    form.querySelector('[type=submit]').disabled = false;
    typed = I.composer.mode() === 'REPLY' ? I.reply.value : '';
    text.value = typed.trim();
    dialog.querySelector('[data-of=bot]').hidden = voice() !== 'bot' && voice() !== 'waiting';
    dialog.querySelector('[data-of=tongue]').hidden = !$('tongue').querySelector('[data-language]');
    dialog.showModal();
    (text.value ? when : text).focus();
  };

  I.acts.unplan = function (b) { window.inboxUnplan(I.params({ followUp: b.dataset.followUp })); };
  I.acts.unsent = function (b) { window.inboxUnsentRead(I.params({ followUp: b.dataset.followUp })); };

  when.addEventListener('change', function () {
    own();
    if (!at.disabled) at.focus();
  });
  dialog.addEventListener('submit', function () { planned = { c: I.current(), text: text.value }; }, true);

  I.exchanged.followups = 'follow-ups';
  I.on('shown', function (what, args) {
    if (what === 'own' && args.planned) taken(args);
    if (what === 'followed' && args.cancelled) {
      const c = I.current();
      window.tulparToast(words.cancelled, undo(words.undo, function () { window.inboxReplan(I.params({ c: c, followUp: args.cancelled })); }));
    }
  });

  // The words have left the composer; whoever undoes it has them back, unless something else stands there by now.
  function taken(args) {
    const one = planned, id = args.planned;
    planned = null;
    if (!one) return;
    if (I.current() === one.c && I.reply.value === typed && typed) fill('');
    window.tulparToast(I.fill(words.planned, args.at), undo(words.undo, function () {
      window.inboxUndoPlan(I.params({ c: one.c, followUp: id }));
      if (I.current() === one.c && !I.reply.value && I.composer.mode() === 'REPLY') fill(one.text);
    }));
  }
})(window.Inbox);
