// The client's card beside the thread: there where it is wide enough, else called.
(function (I) {
  'use strict';
  const inbox = I.inbox;

  function card() {
    const open = inbox.dataset.card ? inbox.dataset.card === 'open' : I.wide.matches;
    inbox.dataset.card = open ? 'closed' : 'open';
  }

  I.acts.card = card;
  I.keys.KeyO = card;
  document.addEventListener('keydown', function (e) { if (e.code === 'Escape' && inbox.dataset.card === 'open' && !I.wide.matches) card(); });
})(window.Inbox);
