// The board: carries what the server has changed over to the page, card by card, and leaves alone what a person has under her hands:
// the card she drags, the text she types and where she has scrolled to. The conversation beside the board is the inbox's own: js/inbox.
(function (I) {
  'use strict';
  const NEWS_EVERY = 250; // ms
  const RETRY_EVERY = 4000; // ms
  const MOST_NEWS = 50; // cards; more than that is the whole board
  const PAGE = 50; // cards that a column grows by
  const SLOW = 150; // ms; a deal that is there sooner is not announced
  const $ = function (id) { return document.getElementById(id); };
  const page = $('deals'), board = $('board'), panel = $('panel'), moving = $('move'), making = $('create');
  const jq = window.jQuery, phone = matchMedia('(max-width: 639px)');

  function part(name) { return document.querySelector('.fresh-parts [data-part="' + name + '"]'); }
  function params(values) { return Object.entries(values).filter(function (e) { return e[1] !== null && e[1] !== undefined; }).map(function (e) { return { name: e[0], value: String(e[1]) }; }); }
  function fields(form) { return Object.fromEntries(new FormData(form)); }
  function fill(pattern, values) { return pattern.replace(/\{(\d)\}/g, function (all, i) { return values[i]; }); }
  function cardOf(id) { return board.querySelector('.deal[data-id="' + id + '"]'); }
  function columnOf(stage) { return board.querySelector('.col[data-stage="' + stage + '"]'); }
  function boxOf(stage) { const c = columnOf(stage); return c && c.querySelector('.col-cards'); }
  function idOf(card) { return card ? card.dataset.id : null; }

  // ---------- cards and heads

  function above(a, b) {
    const x = BigInt(a.dataset.place), y = BigInt(b.dataset.place);
    return x === y ? BigInt(a.dataset.id) < BigInt(b.dataset.id) : x < y;
  }

  function place(card) {
    const old = cardOf(card.dataset.id), box = boxOf(card.dataset.stage);
    const focused = old && old.contains(document.activeElement);
    if (old && old !== card) old.remove();
    if (!box) { card.remove(); return; }
    const next = Array.from(box.children).find(function (c) { return c !== card && c.matches('.deal') && above(card, c); });
    if (!next && !columnOf(card.dataset.stage).querySelector('.more').hidden && !focused) { card.remove(); return; }
    box.insertBefore(card, next || null);
    card.classList.toggle('is-open', card.dataset.id === panel.dataset.id);
    if (focused) card.focus();
  }

  function heads() {
    const fresh = part('heads');
    if (!fresh) return;
    $('total').textContent = fresh.dataset.total;
    fresh.querySelectorAll('header').forEach(function (head) {
      const old = board.querySelector('header[data-head="' + head.dataset.head + '"]');
      if (old && old.innerHTML !== head.innerHTML) I.head(old, Array.from(head.childNodes));
    });
  }

  function cards() { return part('cards') ? Array.from(part('cards').querySelectorAll('.deal')) : []; }

  function tidy() {
    let any = false;
    board.querySelectorAll('.col-cards').forEach(function (box) {
      const all = box.querySelectorAll('.deal');
      any = any || all.length > 0;
      all.forEach(function (card, i) { card.tabIndex = i ? -1 : 0; });
    });
    $('nothing').hidden = any || board.dataset.filtered !== 'true';
  }

  // ---------- what an action brought

  let busy = null, asked = [], longer = null, pending = [], dragging = false, outdated = false;

  I.board = { card: cardOf, box: boxOf, above: above, place: place, tidy: tidy, free: function () { return !dragging && !pending.length; } };

  function fresh() { return new Map(cards().map(function (c) { return [c.dataset.id, c]; })); }

  const shows = {
    news: function () {
      const now = fresh();
      asked.forEach(function (id) { I.settle(id, now.get(id) || null); });
      if (asked.indexOf(panel.dataset.id) >= 0) stale();
    },
    reload: function () {
      const now = fresh();
      if (part('tags')) { I.offerTags(part('tags')); tagged = false; }
      board.querySelectorAll('.col > .more').forEach(function (b) { b.hidden = true; }); // a column's last card is placed too
      board.querySelectorAll('.deal').forEach(function (c) { if (!now.has(c.dataset.id)) I.settle(c.dataset.id, null); });
      now.forEach(function (card, id) { I.settle(id, card); });
      part('heads').querySelectorAll('header').forEach(function (h) {
        const col = columnOf(h.dataset.head);
        if (col) col.querySelector('.more').hidden = Number(h.dataset.count) <= col.querySelectorAll('.deal').length;
      });
    },
    more: function () {
      const col = columnOf(longer), has = part('cards').dataset.more === 'true';
      cards().forEach(function (c) { if (!cardOf(c.dataset.id)) col.querySelector('.col-cards').append(c); });
      col.querySelector('.more').hidden = !has;
    },
    move: function (args) {
      const was = pending.shift(), now = cards()[0];
      I.own(was.id, now);
      if (args.version !== undefined) {
        if (moving.open) moving.close();
        if (!was.undo) offerUndo(was, args.version);
        I.sheet.upon(was.id, args.version, was.version); // her own move makes what she has typed no older
        if (panel.dataset.id === was.id) open(was.id);
        const card = cardOf(was.id);
        if (was.keyboard && card) { card.focus(); card.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }
      } else if (moving.open) {
        trouble(moving, args.refused);
      }
    },
    create: function (args) {
      if (args.refused) { trouble(making, args.refused); return; }
      cards().forEach(function (c) { I.own(c.dataset.id, c); });
      making.close();
      window.tulparToast(page.dataset.created);
    },
    save: function (args) {
      cards().forEach(function (c) { I.own(c.dataset.id, c); });
      I.sheet.answered(args.saved, part('sheet'));
      sheet();
      if (args.saved) window.tulparToast(page.dataset.saved);
    },
    choose: function (args) {
      if (!part('sheet')) shut();
      else if (part('sheet').dataset.id === panel.dataset.id) { sheet(); about($('edit').dataset.conversation || null, args); }
    },
    products: function () { document.dispatchEvent(new CustomEvent('tulpar:products', { detail: Array.from(part('products').children) })); },
    search: function () {
      const list = $('create-client');
      list.replaceChildren.apply(list, Array.from(part('found').children));
      if (list.options.length) list.selectedIndex = 0;
      else list.append(new Option(page.dataset.none, '', false, false));
      if (!list.options[0].value) list.options[0].disabled = true;
    }
  };

  window.dealsShow = function (what, args) {
    if (window.tulparLeaves) return;
    if (what === 'news' || what === 'reload') busy = null;
    if (what === 'choose' && !--I.choosing) cover(false);
    if (what === 'more') columnOf(longer).querySelector('.more').removeAttribute('aria-busy');
    if (!args) { failed(what); return; }
    found();
    if ((dragging || I.pressed) && (what === 'news' || what === 'reload')) { postpone(what); return; }
    heads();
    shows[what](args);
    if (args.refused && what !== 'create' && !(what === 'move' && moving.open)) window.tulparToast(args.refused, { bad: true });
    document.querySelector('.fresh-parts').replaceChildren();
    tidy();
    I.tell('settled');
    next();
    if (more) hear();
  };

  function failed(what) {
    if (what === 'move') {
      const was = pending.shift(), card = was && cardOf(was.id);
      if (card) place(card);
      window.tulparToast(page.dataset.lost, { bad: true });
    } else if (what === 'choose' && 'fresh' in panel.dataset) {
      shut(); // there is nothing to show yet
    } else if (what === 'choose' && $('edit')) {
      mark($('edit').dataset.id); // the panel still shows the deal before
    } else if (what === 'create') {
      trouble(making, page.dataset.lost);
    } else if (what === 'save') {
      I.sheet.answered(false, null);
      window.tulparToast(page.dataset.lost, { bad: true });
    }
  }

  // An answer that was under way when a card was taken into the hand, or anything was pressed: it would pull it away, so it is asked again.
  function postpone(what) {
    if (what === 'news') asked.forEach(function (id) { changed.add(id); });
    else outdated = true;
    document.querySelector('.fresh-parts').replaceChildren();
  }

  window.dealsFailed = function () { window.dealsLost(); }; // the answer that is none follows, see failed
  window.inboxFailed = window.dealsFailed;
  I.on('reached', found);
  I.on('released', next);

  // ---------- news; a card in the hand stays there until it is dropped

  let changed = new Set(), timer = null, told = 0, tagged = false; // the tags that can be chosen may be others

  window.dealsPushed = function (id) { changed.add(String(id)); next(); };

  window.dealsSpoken = function (conversation) {
    if (conversation === 'tags') { tagged = true; again(); return; } // on however many cards
    if (String(conversation).startsWith('card:')) return; // her deals are told of by themselves
    document.dispatchEvent(new CustomEvent('tulpar:conversation', { detail: conversation }));
    const card = board.querySelector('.deal[data-conversation="' + conversation + '"]');
    if (card) changed.add(card.dataset.id);
    if (I.current() === String(conversation)) hear();
    next();
  };

  // One question about the open conversation at a time, however much is said in it, and none while another is asked for.
  let hearing = false, more = false;

  function hear() {
    more = hearing || I.choosing > 0;
    if (more || !I.current()) return;
    hearing = true;
    I.again(false);
  }

  I.on('answered', function (what) { if (what === 'reload') hearing = false; });
  I.on('done', function () { if (more) hear(); });
  document.addEventListener('visibilitychange', function () { if (document.visibilityState === 'visible') hear(); });

  function next() {
    if (timer || busy || dragging || I.pressed || pending.length || !changed.size && !outdated) return;
    timer = setTimeout(function () {
      timer = null;
      if (dragging || I.pressed || pending.length) { next(); return; }
      if (outdated) { changed = new Set(); again(); return; }
      told = Date.now();
      busy = 'news';
      asked = Array.from(changed);
      changed = new Set();
      if (asked.length > MOST_NEWS) whole();
      else window.dealsNews(params({ ids: asked.join(',') }));
    }, Math.max(0, NEWS_EVERY - (Date.now() - told)));
  }

  let retry = null, opened = false;

  // What changed between the making of the page and the open sockets was told to nobody.
  window.dealsOpened = function () {
    if (!opened) again();
    opened = true;
  };

  window.dealsLost = function () {
    $('lost').hidden = false;
    busy = null;
    if (!retry) retry = setInterval(again, RETRY_EVERY);
  };

  function again() {
    outdated = dragging;
    if (dragging) return; // the drop calls again
    busy = 'reload';
    whole();
    hear();
  }

  // As many cards of each column as it shows, and as it is about to show.
  function whole() {
    const all = Array.from(board.querySelectorAll('.col'));
    window.dealsReload(params({
      labels: tagged,
      stages: all.map(function (c) { return c.dataset.stage; }).join(','),
      shown: all.map(function (c) { return c.querySelectorAll('.deal').length + (c.querySelector('.more[aria-busy]') ? PAGE : 0); }).join(',')
    }));
  }

  function found() {
    $('lost').hidden = true;
    if (!retry) return;
    clearInterval(retry);
    retry = null;
    window.OmniFaces.Push.open('deals');
    window.OmniFaces.Push.open('conversations');
    setTimeout(again, RETRY_EVERY); // what came between the answer and the open sockets
  }

  window.addEventListener('offline', window.dealsLost);
  window.addEventListener('online', again);

  // ---------- moving

  // Where a card comes from and where it shall lie; the neighbours say it exactly, whatever is hidden by the filter.
  function send(card, to, keyboard) {
    const from = { stage: card.dataset.stage, after: to.was ? to.was.after : null, before: to.was ? to.was.before : null };
    const version = String(to.version === undefined ? card.dataset.version : to.version);
    pending.push({ id: card.dataset.id, version: version, name: card.dataset.name, from: from, stage: to.stage, keyboard: keyboard, undo: to.undo });
    window.dealMove(params({ id: card.dataset.id, version: version, stage: to.stage, after: to.after, before: to.before, reason: to.reason, amount: to.amount, currency: to.currency }));
  }

  // A stage that ends a deal asks first.
  function put(card, to, keyboard) {
    const kind = columnOf(to.stage).dataset.kind;
    if (to.stage === card.dataset.stage || kind === 'OPEN') send(card, to, keyboard);
    else ask(card, to, keyboard);
  }

  let question = null;

  function ask(card, to, keyboard) {
    question = { card: card, to: to, keyboard: keyboard };
    moving.querySelector('form').reset();
    moving.querySelector('[data-error]').hidden = true;
    $('move-about').textContent = card.dataset.name;
    $('move-stage').value = to.stage;
    kindOf();
    moving.showModal();
  }

  function kindOf() { moving.dataset.kind = $('move-stage').selectedOptions[0].dataset.kind; }
  $('move-stage').addEventListener('change', kindOf);

  function neighbours(card) {
    const p = card.previousElementSibling, n = card.nextElementSibling;
    return { after: idOf(p && p.matches('.deal') ? p : null), before: idOf(n && n.matches('.deal') ? n : null) };
  }

  moving.addEventListener('submit', function (e) {
    e.preventDefault();
    const to = Object.assign({}, question.to, { stage: $('move-stage').value });
    if (to.stage !== question.to.stage) { to.after = null; to.before = null; }
    if (moving.dataset.kind === 'LOST') to.reason = $('move-reason').value || null;
    if (moving.dataset.kind === 'WON') { to.amount = $('move-amount').value.trim() || null; to.currency = moving.querySelector('[name=currency]').value; }
    const card = cardOf(question.card.dataset.id);
    if (card) send(card, to, question.keyboard); else moving.close();
  });

  moving.addEventListener('close', function () {
    const card = question && cardOf(question.card.dataset.id);
    question = null;
    if (card && !pending.length) place(card);
  });

  function offerUndo(was, version) {
    const names = [was.from.stage, was.stage].map(function (s) { return columnOf(s).dataset.name; });
    const words = was.from.stage === was.stage ? fill(page.dataset.placed, [was.name]) : fill(page.dataset.moved, [was.name].concat(names));
    window.tulparToast(words, { undo: { words: page.dataset.undo, act: function () {
      const card = cardOf(was.id);
      if (card) put(card, { stage: was.from.stage, after: was.from.after, before: was.from.before, version: version, undo: true }, true);
    } } });
  }

  let origin = null;

  if (jq && jq.fn.sortable && !phone.matches) {
    jq(board).find('.col-cards').sortable({
      connectWith: '.col-cards', items: '> .deal', placeholder: 'slot', tolerance: 'pointer', distance: 6, revert: 0, appendTo: document.body, helper: 'clone', zIndex: 850,
      start: function (e, ui) {
        dragging = true;
        ui.helper.css('width', ui.item.outerWidth() || ui.placeholder.outerWidth());
        ui.placeholder.height(ui.helper.outerHeight());
      },
      stop: function (e, ui) {
        dragging = false;
        const card = ui.item[0], to = neighbours(card);
        to.stage = card.closest('.col').dataset.stage;
        to.was = origin;
        if (to.stage !== card.dataset.stage || to.after !== origin.after || to.before !== origin.before) put(card, to, false);
        next();
      }
    });
    board.addEventListener('mousedown', function (e) {
      const card = e.target.closest('.deal');
      if (card) origin = neighbours(card);
    }, true);
  }

  // ---------- the same by keys

  function step(card, by) {
    const all = Array.from(card.parentElement.querySelectorAll('.deal')), at = all.indexOf(card) + by;
    if (at < 0 || at >= all.length) return;
    const to = by < 0 ? { after: idOf(all[at - 1]), before: idOf(all[at]) } : { after: idOf(all[at]), before: idOf(all[at + 1]) };
    send(card, Object.assign(to, { stage: card.dataset.stage, was: neighbours(card) }), true);
  }

  function side(card, by) {
    const cols = Array.from(board.querySelectorAll('.col'));
    return cols[cols.indexOf(card.closest('.col')) + by];
  }

  board.addEventListener('keydown', function (e) {
    const card = e.target.closest('.deal');
    if (!card || e.altKey || e.shiftKey) return;
    const rows = { ArrowUp: -1, ArrowDown: 1 }, cols = { ArrowLeft: -1, ArrowRight: 1 };
    if (e.code === 'KeyM' && !e.ctrlKey && !e.metaKey) { e.preventDefault(); ask(card, { stage: card.dataset.stage, was: neighbours(card) }, true); return; }
    if (!rows[e.code] && !cols[e.code]) return;
    e.preventDefault();
    const by = rows[e.code] || cols[e.code], col = cols[e.code] ? side(card, by) : null;
    if (e.ctrlKey || e.metaKey) {
      if (pending.length) return;
      if (rows[e.code]) step(card, by);
      else if (col) put(card, { stage: col.dataset.stage, after: null, before: null, was: neighbours(card) }, true);
      return;
    }
    const to = col ? col.querySelector('.deal') : by < 0 ? card.previousElementSibling : card.nextElementSibling;
    if (to && to.matches('.deal')) { to.focus(); to.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }
  });

  // ---------- the panel

  let opener = null, slow = null;

  function mark(id) {
    panel.dataset.id = id;
    board.querySelectorAll('.deal.is-open').forEach(function (c) { c.classList.remove('is-open'); });
    const card = cardOf(id);
    if (card) card.classList.add('is-open');
    return card;
  }

  // The conversation is asked for when it is another one: what is typed in the open one is not touched by news of its deal.
  function open(id) {
    const card = mark(id), conversation = card && card.dataset.conversation || null;
    const other = conversation !== I.current();
    if (other) I.tell('leave');
    choose(id, other ? conversation : null);
  }

  // Another deal that is not there at once is announced by the bars of a sheet and a thread; one that is only read anew stays.
  function cover(on) {
    clearTimeout(slow);
    panel.setAttribute('aria-busy', String(on));
    if (!on) { $('panel-waits').hidden = true; return; }
    slow = setTimeout(function () {
      $('panel-waits').hidden = false;
      if (panel.hidden) panel.dataset.fresh = '';
      panel.hidden = false;
    }, SLOW);
  }

  function choose(id, conversation) {
    if (panel.hidden || !$('edit') || $('edit').dataset.id !== id) cover(true);
    I.choosing++;
    window.dealChoose(params({ id: id, c: conversation, back: I.lines.stopped(conversation) }));
  }

  // One step back leads from the panel to the board, however many deals were looked at there.
  function named(id) {
    if (history.state && history.state.panel) history.replaceState(history.state, '', '#' + id);
    else history.pushState({ panel: true }, '', '#' + id);
  }

  function shut() {
    close();
    if (history.state && history.state.panel) history.back();
    else if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  }

  function close() {
    I.tell('leave');
    cover(false);
    panel.hidden = true;
    delete panel.dataset.fresh;
    delete panel.dataset.id;
    delete panel.dataset.conversation;
    board.querySelectorAll('.deal.is-open').forEach(function (c) { c.classList.remove('is-open'); });
    const card = opener && cardOf(opener);
    if (card) card.focus();
  }

  function addressed() { return /^#\d+$/.test(location.hash) ? location.hash.slice(1) : null; }

  // Back, forth, or a link to another deal of this board.
  window.addEventListener('hashchange', function () {
    const id = addressed();
    if (!id && panel.dataset.id) close();
    if (!id || id === panel.dataset.id) return;
    opener = id;
    open(id);
  });

  function sheet() {
    const fresh = part('sheet');
    if (!fresh || fresh.dataset.id !== panel.dataset.id) return;
    const first = panel.hidden || 'fresh' in panel.dataset, at = $('sheet').contains(document.activeElement) ? document.activeElement : null;
    const cursor = at && at.selectionStart, end = at && at.selectionEnd;
    delete panel.dataset.fresh;
    $('sheet').replaceChildren.apply($('sheet'), Array.from(fresh.childNodes));
    document.dispatchEvent(new CustomEvent('tulpar:fields'));
    I.sheet.back();
    panel.hidden = false;
    if (first) $('edit-title').focus();
    else if (at) stay(at, cursor, end);
  }

  // Where she was: in the same field, on the same button, or on the one that saves.
  function stay(at, cursor, end) {
    const same = at.id ? $(at.id) : at.dataset.act && $('sheet').querySelector('[data-act=' + at.dataset.act + ']');
    const field = same && same.offsetParent ? same : $('edit').querySelector('[type=submit]');
    field.focus();
    if (typeof cursor === 'number' && field === same) field.setSelectionRange(cursor, end);
  }

  // Nothing that is typed for one client is ever under the name of another: what is shown changes with whose it is.
  function about(conversation, args) {
    if (conversation === I.current()) return;
    I.tell('leave');
    delete panel.dataset.conversation;
    if (!conversation) return;
    if (!part('top') || part('top').dataset.conversation !== conversation) { choose(panel.dataset.id, conversation); return; } // the card did not say
    panel.dataset.conversation = conversation;
    I.lines.clear(part('lines').dataset.older === 'true');
    I.carry();
    I.tell('chosen');
    I.tell('shown', 'choose', args);
  }

  // What a person has typed into the sheet stays; an untouched one is read again.
  function stale() {
    const form = $('edit');
    if (form && !window.tulparTouched(form) && !form.contains(document.activeElement)) open(panel.dataset.id);
  }

  $('sheet').addEventListener('submit', function (e) {
    e.preventDefault();
    const form = e.target;
    I.sheet.sends(form);
    window.dealSave(params(Object.assign(fields(form), { id: form.dataset.id, version: form.dataset.version })));
  });

  // ---------- a new deal

  let searching = null;

  function make(stage) {
    making.querySelector('[data-error]').hidden = true;
    $('create-client').replaceChildren();
    if (stage && $('create-stage').querySelector('option[value="' + stage + '"]')) $('create-stage').value = stage;
    if (page.dataset.client) {
      $('create-q').value = page.dataset.name;
      $('create-client').append(new Option(page.dataset.name, page.dataset.client, true, true));
    }
    making.showModal();
    (page.dataset.client ? $('create-name') : $('create-q')).focus();
  }

  $('create-q').addEventListener('input', function () {
    clearTimeout(searching);
    searching = setTimeout(function () { if ($('create-q').value.trim()) window.dealSearch(params({ q: $('create-q').value.trim() })); }, NEWS_EVERY);
  });

  making.addEventListener('submit', function (e) {
    e.preventDefault();
    const values = fields(e.target);
    if (!values.client) { trouble(making, page.dataset.none); return; }
    if (page.dataset.client === values.client) values.conversation = page.dataset.conversation;
    window.dealCreate(params(values));
  });

  making.addEventListener('close', function () {
    delete page.dataset.client;
    making.querySelector('form').reset();
  });

  // ---------- words, clicks

  function trouble(dialog, words) {
    const box = dialog.querySelector('[data-error]');
    box.textContent = words;
    box.hidden = false;
  }

  Object.assign(I.acts, {
    'new': function (button) { const col = button.closest('.col'); make(col && col.dataset.stage); },
    more: function (button) {
      const col = button.closest('.col'), all = col.querySelectorAll('.deal'), last = all[all.length - 1];
      longer = col.dataset.stage;
      button.setAttribute('aria-busy', 'true');
      window.dealsMore(params({ stage: col.dataset.stage, place: last ? last.dataset.place : '-9223372036854775808', id: last ? last.dataset.id : 0 }));
    },
    cancel: function (button) { button.closest('dialog').close(); },
    shut: shut,
    discard: function () { I.sheet.forget(panel.dataset.id); open(panel.dataset.id); },
    to: function () { const card = cardOf(panel.dataset.id); if (card) ask(card, { stage: card.dataset.stage, was: neighbours(card) }, true); },
    reopen: function () { window.inboxReopen(I.params({ ids: I.current() })); }
  });

  document.addEventListener('click', function (e) {
    const card = e.target.closest('.deal');
    if (card && !e.ctrlKey && !e.metaKey && !e.shiftKey) {
      e.preventDefault();
      opener = card.dataset.id;
      named(opener);
      open(opener);
    }
  });

  document.addEventListener('keydown', function (e) {
    if (e.code === 'Escape' && !e.defaultPrevented && !panel.hidden && !document.querySelector('dialog[open]')) shut();
  });

  // Of several conditions each would open the page anew: those behind the button wait for theirs.
  $('filter').addEventListener('change', function (e) { if (!e.target.closest('#filters')) $('filter').requestSubmit(); });

  tidy();
  if (page.dataset.client) make(null);
  else if (addressed()) open(addressed());
})(window.Inbox);
