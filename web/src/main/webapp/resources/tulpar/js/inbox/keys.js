// Buttons and keys: by event.code, so that they live on every keyboard layout. The last of these files: it opens the page.
(function (I) {
  'use strict';
  const acts = I.acts, keys = I.keys;
  let discarded = null; // says it and offers it back

  acts.take = function () { window.inboxTake(I.params({})); };
  acts['return'] = function () { window.inboxGiveBack(I.params({})); };
  acts.decide = function (b) {
    const message = b.dataset.message.slice(1), words = b.parentElement.dataset, where = I.current();
    b.disabled = true;
    discarded = b.dataset.choice !== 'DISCARD' ? null : function () {
      window.tulparToast(words.discarded, { undo: { words: words.undo, act: function () { window.inboxDecide(I.params({ c: where, message: message, choice: 'KEEP' })); } } });
    };
    window.inboxDecide(I.params({ message: message, choice: b.dataset.choice }));
  };
  I.on('shown', function (what, args) {
    if (what !== 'decide') return;
    if (discarded && !args.refused) discarded();
    discarded = null;
  });

  keys.KeyT = I.press('[data-act=take], [data-act=return]');

  document.addEventListener('click', function (e) {
    const act = e.target.closest('[data-act]');
    if (act && acts[act.dataset.act]) { e.preventDefault(); acts[act.dataset.act](act, e); }
  });

  document.addEventListener('keydown', function (e) {
    if (!e.altKey || e.ctrlKey || e.metaKey || e.shiftKey || !keys[e.code]) return;
    e.preventDefault();
    keys[e.code]();
  });

  I.tell('opened');
  if (I.current()) requestAnimationFrame(I.lines.toNew);
  I.tidy();
})(window.Inbox);
