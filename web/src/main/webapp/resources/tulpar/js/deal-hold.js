// The card under the pointer stands still: what would move it waits until the pointer has left its column, which says how much waits.
(function (I) {
  'use strict';
  const board = I.$('board'), phone = matchMedia('(max-width: 639px)');
  let over = null; // id of the card that was pointed at last, while the pointer is in its column
  let kept = new Map(), heads = new Map(); // id -> card, or null when it shall go; head -> what it shall say

  function pointed() { return phone.matches || !over ? null : I.board.card(over); }

  // Each other card is measured beside itself: one that grows moves those below it.
  function inPlace(old, card, point) {
    if (old.dataset.stage !== card.dataset.stage || old.dataset.place !== card.dataset.place) return false;
    if (old === point) return true;
    old.after(card);
    const same = card.offsetHeight === old.offsetHeight;
    card.remove();
    return same;
  }

  function moves(old, card, point) {
    const box = point.parentElement;
    const from = old && old.parentElement === box && (old === point || I.board.above(old, point));
    const to = card && I.board.box(card.dataset.stage) === box && I.board.above(card, point);
    return (from || to) && !(old && card && inPlace(old, card, point));
  }

  // card: as the server has it now, or null
  I.settle = function (id, card) {
    const old = I.board.card(id), point = pointed();
    kept.delete(id);
    if (old && card && old.dataset.rev === card.dataset.rev) return;
    if (point && moves(old, card, point)) kept.set(id, card);
    else show(old, card);
  };

  function show(old, card) {
    if (card) I.board.place(card);
    else if (old) old.remove();
  }

  // A person's own act shows at once, and what was kept of the card is older than it.
  I.own = function (id, card) {
    kept.delete(id);
    show(I.board.card(id), card);
  };

  I.head = function (head, fresh) {
    const was = Array.from(head.childNodes), height = head.offsetHeight, point = pointed();
    heads.delete(head);
    head.replaceChildren.apply(head, fresh);
    if (head.offsetHeight === height || !point || !head.parentElement.contains(point)) return;
    heads.set(head, fresh);
    head.replaceChildren.apply(head, was);
  };

  function tell() {
    const column = kept.size && pointed() ? pointed().closest('.col') : null;
    board.querySelectorAll('.col > .fresh').forEach(function (hint) {
      hint.hidden = hint.parentElement !== column;
      hint.textContent = hint.hidden ? '' : I.fill(hint.dataset.words, kept.size);
    });
  }

  // What would still move it is laid aside once more.
  function release() {
    if (!I.board.free()) return;
    const cards = kept, words = heads;
    kept = new Map();
    heads = new Map();
    cards.forEach(function (card, id) { I.settle(id, card); });
    words.forEach(function (fresh, head) { I.head(head, fresh); });
    I.board.tidy();
    tell();
  }

  I.on('settled', release);
  I.on('released', release);
  board.addEventListener('mouseover', function (e) {
    const card = e.target.closest('.deal');
    if (card) over = card.dataset.id;
  });
  board.addEventListener('mouseleave', function (e) {
    if (!e.target.matches('.col-cards')) return;
    over = null;
    release();
  }, true);
})(window.Inbox);
