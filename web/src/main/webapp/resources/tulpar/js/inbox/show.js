// What an action on the open conversation brought is carried over to the page.
(function (I) {
  'use strict';
  const LOOKUPS = ['replies', 'quotes', 'people']; // they bring nothing of the conversation

  function box() { return document.querySelector('.fresh-parts'); }

  // An answer that comes while something is pressed is laid aside: the next one would take its place.
  window.inboxShow = function (what, args) {
    if (!I.pressed) { answered(what, args); return; }
    const parts = Array.from(box().childNodes);
    box().replaceChildren();
    I.unpressed(function () {
      box().replaceChildren.apply(box(), parts);
      answered(what, args);
    });
  };

  function answered(what, args) {
    I.tell('answered', what);
    if (!args) I.tell('unanswered', what);
    else if (LOOKUPS.includes(what)) { I.tell('reached'); I.tell('shown', what, args); }
    else if (I.part('answer')) { I.tell('reached'); show(what, args); } // whatever it brings: a refusal may bring nothing else
    I.tell('done');
  }

  function show(what, args) {
    I.tell('brought', what);
    if (what === 'older' && I.part('lines')) older(I.part('lines'));
    else if (I.part('top') && I.part('top').dataset.conversation === I.current()) I.carry();
    I.tell('shown', what, args);
    if (what !== 'send' && what !== 'note' && args.refused && !args.told) window.tulparToast(args.refused, { bad: true });
    box().replaceChildren();
    I.tidy();
  }

  // Who has gone on meanwhile reads another conversation.
  function older(lines) { if (lines.dataset.conversation === I.current()) I.lines.older(lines); }

  I.carry = function () {
    Object.entries(I.exchanged).forEach(function (e) { if (I.part(e[0]) && I.$(e[1])) I.exchangeHtml(I.$(e[1]), I.part(e[0])); });
    if (I.part('lines')) I.lines.exchange(I.part('lines'));
    if (I.part('late')) I.lines.late(I.part('late'));
  };
})(window.Inbox);
