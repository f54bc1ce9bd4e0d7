// What is said later: planned with the words of the composer, which leave it when it is certain; cancelled and planned again on the card.
// What is typed here and not planned is there when it is opened again in the same conversation, until a person cancels it.
(function (I) {
  'use strict';
  const $ = I.$, dialog = $('follow-up'), form = dialog.querySelector('form'), words = dialog.dataset, text = $('follow-up-text'), when = $('follow-up-when'), at = $('follow-up-at'), silent = $('follow-up-silent');
  let typed = ''; // what was in the composer when it was opened
  let planned = null; // as it was sent: {c, text, typed}
  const undone = new Map(); // id -> as it was sent, where its cancelling is asked for

  function own() {
    $('follow-up-own').hidden = when.value !== 'OWN';
    at.required = when.value === 'OWN';
    at.disabled = when.value !== 'OWN';
  }

  function voice() {
    const strip = I.topOf.querySelector('.handler[data-voice]');
    return strip ? strip.dataset.voice : null;
  }

  function slot(c) { return 'later:' + c; }

  function keep() {
    window.tulparKeep(slot(I.current()), JSON.stringify({ upon: typed, text: text.value, when: when.value, at: at.value, silent: silent.checked }));
  }

  // Unless other words stand in the composer by now: those are meant.
  function restore() {
    const kept = JSON.parse(window.tulparKept(slot(I.current())));
    if (!kept || typed && typed !== kept.upon) return;
    text.value = kept.text;
    when.value = kept.when;
    at.value = kept.at;
    silent.checked = kept.silent;
  }

  function undo(words, act) { return { undo: { words: words, act: act } }; }

  I.acts.later = function () {
    I.menu.close(true);
    const error = dialog.querySelector('[data-error]');
    form.reset();
    error.hidden = true;
    form.querySelector('[type=submit]').disabled = false;
    typed = I.composer.mode() === 'REPLY' ? I.reply.value : '';
    text.value = typed.trim();
    restore();
    own();
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
  form.addEventListener('input', keep);
  dialog.addEventListener('click', function (e) { if (e.target.closest('[data-act=leave]')) window.tulparKeep(slot(I.current()), null); });
  dialog.addEventListener('submit', function () { planned = { c: I.current(), text: text.value, typed: typed }; }, true);

  I.exchanged.followups = 'follow-ups';
  I.on('shown', function (what, args) {
    if (what === 'own' && args.planned) taken(args);
    if (what === 'unfollowed') back(args);
    if (what === 'followed' && args.cancelled) {
      const c = I.current();
      window.tulparToast(words.cancelled, undo(words.undo, function () { window.inboxReplan(I.params({ c: c, followUp: args.cancelled })); }));
    }
  });

  // The words have left the composer, also of a conversation that is open no more; whoever undoes it has them back.
  function taken(args) {
    const one = planned, id = args.planned;
    planned = null;
    if (!one) return;
    window.tulparKeep(slot(one.c), null);
    if (one.typed) I.composer.gone(one.c, one.typed);
    window.tulparToast(I.fill(words.planned, args.at), undo(words.undo, function () {
      undone.set(id, one);
      window.inboxUndoPlan(I.params({ c: one.c, followUp: id }));
    }));
  }

  // Not before it is certain: else it would be sent, and be typed here once more.
  function back(args) {
    const one = undone.get(args.cancelled);
    if (one) I.composer.back(one.c, one.text);
  }
})(window.Inbox);
