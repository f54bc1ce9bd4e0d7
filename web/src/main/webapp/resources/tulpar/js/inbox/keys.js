// Buttons and keys: by event.code, so that they live on every keyboard layout. The last of the inbox's files: it opens the page.
(function (I) {
  'use strict';
  const inbox = I.inbox, acts = I.acts, keys = I.keys;

  function card() {
    const open = inbox.dataset.card ? inbox.dataset.card === 'open' : I.wide.matches;
    inbox.dataset.card = open ? 'closed' : 'open';
  }

  function press(selector) {
    return function () { const b = I.topOf.querySelector(selector); if (b) b.click(); };
  }

  acts.take = function () { window.inboxTake(I.params({})); };
  acts['return'] = function () { window.inboxGiveBack(I.params({})); };
  acts.decide = function (b) { b.disabled = true; window.inboxDecide(I.params({ message: b.dataset.message.slice(1), choice: b.dataset.choice })); };
  acts.card = card;

  keys.KeyT = press('[data-act=take], [data-act=return]');
  keys.KeyE = press('[data-act=close], [data-act=reopen]');
  keys.KeyO = card;
  keys.KeyM = press('[data-menu=snoozes]');
  keys.KeyA = press('[data-menu=assign]');

  document.addEventListener('click', function (e) {
    const act = e.target.closest('[data-act]');
    if (act && acts[act.dataset.act]) { e.preventDefault(); acts[act.dataset.act](act, e); }
  });

  document.addEventListener('keydown', function (e) {
    if (e.code === 'Escape' && inbox.dataset.card === 'open' && !I.wide.matches) card();
    if (!e.altKey || e.ctrlKey || e.metaKey || e.shiftKey || !keys[e.code]) return;
    e.preventDefault();
    keys[e.code]();
  });

  I.tell('opened');
  if (I.current()) requestAnimationFrame(I.lines.toNew);
  I.tidy();
})(window.Inbox);
