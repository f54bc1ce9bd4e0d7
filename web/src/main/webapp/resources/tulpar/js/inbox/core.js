// What the parts of an open conversation share, on the inbox's page and in the panel beside the board. Each concern has a file of its own;
// they know each other by this object only:
//   Inbox.on(event, fn)   'shown' (what, args): an action's answer lies in the page; 'chosen': another conversation is open;
//                         'leave': the open conversation is about to be left; 'again': the one that was left is looked at once more;
//                         'typed': the text of the composer changed;
//                         'sending' (one), 'sent' (one): what was typed is under way to the server, and is there: {c, text, key, mode};
//                         'drafted' (conversation, whether): something is typed there and not sent;
//                         'answered' (what), 'reached', 'brought' (what), 'done': the steps of an answer, see show.js;
//                         an answer's args.told: its refusal is said already; 'tidied': rows were exchanged; 'replaced' (old, now): a line of the thread is about to be;
//                         'opened': the page is ready; 'unanswered' (what): nobody answered; 'released': what was pressed is let go;
//                         'settled': the board has taken an answer over
//   Inbox.exchanged       part of the answer -> id of the element that takes it over as a whole
//   Inbox.choosing        how many conversations were asked for and are not answered: the page still names the one before
//   Inbox.target          whether a menu was opened for the 'open' conversation or for all that are 'picked'
//   Inbox.acts, .keys     what a [data-act] does when it is pressed; what Alt and a key do, by event.code
window.Inbox = (function () {
  'use strict';
  const $ = function (id) { return document.getElementById(id); };
  const inbox = $('inbox') || $('panel'), hearers = {}; // where the open conversation stands, and is named

  function current() { return inbox.dataset.conversation || null; }
  function part(name) { return document.querySelector('.fresh-parts [data-part="' + name + '"]'); }
  function params(values) { values.c = values.c || current() || ''; return Object.entries(values).map(function (e) { return { name: e[0], value: e[1] }; }); }

  // Asks for all that is shown once more: the open conversation, and as many rows as there are.
  function again(labels) {
    window.inboxReload(params({ seen: String(document.visibilityState === 'visible'), labels: String(labels), rows: $('rows') ? $('rows').children.length : 0 }));
  }

  function fill(pattern, value) { return pattern.replace('{0}', value); }
  function keyed(box) { return new Map(Array.from(box.children).filter(function (n) { return n.dataset.key; }).map(function (n) { return [n.dataset.key, n]; })); }

  // Which of several things that are alike an element belongs to.
  function mark(box, element) {
    const of = element.closest('[data-key], [data-follow-up]');
    return of && of !== box && box.contains(of) ? of.dataset.key || of.dataset.followUp : null;
  }

  // Finds in what has come the place the focus was on. A button of another one is none: where its own is gone it is the heading above them.
  function whereabouts(box, on) {
    const act = on.dataset.act, menu = on.dataset.menu, of = mark(box, on), section = on.closest('.sec[id]');
    const buttons = function (name, value) { return Array.from(box.querySelectorAll('[data-' + name + '="' + value + '"]')); };
    return function () {
      const heading = (section && $(section.id) || box).querySelector('h2[tabindex], h3[tabindex]');
      if (on.matches('h2, h3')) return heading;
      if (act && of) return buttons('act', act).find(function (b) { return mark(box, b) === of; }) || heading;
      return act && box.querySelector('[data-act="' + act + '"], .handler [data-act]') || menu && buttons('menu', menu)[0];
    };
  }

  // Takes a fresh element's children over, and leaves the focus on the button it was on.
  function exchangeHtml(box, fresh) {
    if (box.innerHTML === fresh.innerHTML) return;
    const find = box.contains(document.activeElement) ? whereabouts(box, document.activeElement) : null;
    box.replaceChildren.apply(box, Array.from(fresh.childNodes));
    const again = find && find();
    if (again) again.focus();
  }

  function uuid() {
    const b = crypto.getRandomValues(new Uint8Array(16)); // randomUUID is missing where the page came without TLS
    b[6] = b[6] & 15 | 64;
    b[8] = b[8] & 63 | 128;
    const h = Array.from(b, function (x) { return x.toString(16).padStart(2, '0'); }).join('');
    return [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join('-');
  }

  return {
    $: $, inbox: inbox, rows: $('rows'), list: $('list'), flow: $('flow'), scroll: $('scroll'), topOf: $('top'), reply: $('reply'),
    wide: matchMedia('(min-width: 1280px)'), phone: matchMedia('(max-width: 639px)'),
    current: current, part: part, params: params, again: again, fill: fill, keyed: keyed, exchangeHtml: exchangeHtml, uuid: uuid,
    acts: {}, keys: {}, target: 'open', choosing: 0, exchanged: { top: 'top', card: 'card' },
    changes: {}, tidy: function () {}, // the list's, where there is one
    press: function (selector) { return function () { const b = $('top').querySelector(selector); if (b) b.click(); }; },
    on: function (event, hearer) { (hearers[event] = hearers[event] || []).push(hearer); },
    tell: function (event, a, b) { (hearers[event] || []).forEach(function (hearer) { hearer(a, b); }); }
  };
})();
