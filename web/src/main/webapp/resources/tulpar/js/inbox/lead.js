// What the client has told of herself: from a fact to the message that says it, and a person's word that it is not so.
(function (I) {
  'use strict';
  I.exchanged.lead = 'lead';

  document.addEventListener('click', function (e) {
    const link = e.target.closest('#lead [data-said]');
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    if (!I.wide.matches && I.inbox.dataset.card === 'open') I.acts.card(); // it lies over the thread
    I.lines.look(link.dataset.conversation, link.dataset.said);
  });

  I.acts.dismiss = function (b) { window.inboxDismiss(I.params({ fact: b.dataset.fact })); };

  I.on('shown', function (what, args) {
    if (what !== 'dismiss' || !args.dismissed) return;
    const c = I.current(), words = I.$('lead').dataset;
    window.tulparToast(words.dismissed, { undo: { words: words.undo, act: function () { window.inboxRestoreFact(I.params({ c: c, fact: args.dismissed })); } } });
  });
})(window.Inbox);
