// The deal of the open conversation: put into another stage, taken back, or made. A stage that ends a deal asks first.
(function (I) {
  'use strict';
  const $ = I.$, ends = $('ends'), words = ends.dataset;
  let asking = null, moving = null; // {deal, version, from, to, title}: what is asked for, what is under way

  function fill(pattern, values) { return pattern.replace(/\{(\d)\}/g, function (all, i) { return values[i]; }); }
  function now() { return I.topOf.querySelector('[data-menu=stages]'); }

  function send(move) {
    moving = move;
    window.inboxStage(I.params(Object.assign({ id: move.deal, version: move.version, stage: move.to.stage }, move.ends)));
  }

  function put(move) {
    if (move.to.kind === 'OPEN') { send(move); return; }
    asking = move;
    ends.dataset.kind = move.to.kind;
    ends.querySelector('form').reset();
    ends.querySelector('[data-error]').hidden = true;
    $('ends-about').textContent = fill(words.moved, [move.title, move.from.name, move.to.name]);
    ends.showModal();
    $(move.to.kind === 'LOST' ? 'ends-reason' : 'ends-amount').focus();
  }

  I.acts.stage = function (one) {
    const deal = now();
    I.menu.close(true);
    if (!deal || one.dataset.stage === deal.dataset.stage) return;
    put({ c: I.current(), deal: deal.dataset.deal, version: deal.dataset.version, title: deal.dataset.title, from: Object.assign({}, deal.dataset), to: Object.assign({}, one.dataset) });
  };
  I.acts.ends = function () { ends.close(); };
  I.keys.KeyS = function () { if (now()) now().click(); };

  ends.addEventListener('submit', function (e) {
    e.preventDefault();
    if (!asking) { ends.close(); return; }
    const lost = asking.to.kind === 'LOST', amount = $('ends-amount').value.trim();
    send(Object.assign({}, asking, { ends: lost ? { reason: $('ends-reason').value } : amount ? { amount: amount, currency: ends.querySelector('[name=currency]').value } : {} }));
  });
  ends.addEventListener('close', function () {
    asking = null;
    if (now()) now().focus();
  });

  function moved(was, version) {
    if (ends.open) ends.close();
    const back = was.undo ? null : { words: words.undo, act: function () {
      if (I.current() === was.c) put({ c: was.c, deal: was.deal, version: version, title: was.title, from: was.to, to: was.from, undo: true });
      else I.choose(was.c, true);
    } };
    window.tulparToast(fill(words.moved, [was.title, was.from.name, was.to.name]), { undo: back });
  }

  function trouble(reason, args) {
    if (!ends.open) return;
    const box = ends.querySelector('[data-error]');
    box.textContent = reason;
    box.hidden = false;
    if (args) args.told = true;
  }

  document.addEventListener('submit', function (e) {
    if (e.target.id !== 'deal-new') return;
    e.preventDefault();
    e.target.querySelector('button').disabled = true; // its answer brings the form anew, or the deal
    const stage = e.target.elements.stage; // asked for where there is more than one funnel
    window.inboxDeal(I.params({ title: e.target.elements.title.value, stage: stage ? stage.value : '' }));
  });

  function again() { const form = $('deal-new'); if (form) form.querySelector('button').disabled = false; }

  I.on('shown', function (what, args) {
    if (what === 'deal') { again(); if (args.created) window.tulparToast(words.created); }
    if (what !== 'stage' || !moving) return;
    const was = moving;
    moving = null;
    if (args.version !== undefined) moved(was, args.version);
    else trouble(args.refused, args);
  });
  I.on('unanswered', function (what) {
    if (what === 'deal') again();
    if (what !== 'stage' && what !== 'deal') return;
    moving = null;
    if (ends.open) trouble(words.lost); else window.tulparToast(words.lost, { bad: true });
  });

  I.exchanged.deal = 'deal-side';
  I.exchanged.stages = 'stages';
})(window.Inbox);
