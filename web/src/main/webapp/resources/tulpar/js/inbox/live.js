// What an action or a push brought is carried over to the page; a lost connection is said, and all is read anew when it is back.
(function (I) {
  'use strict';
  const NEWS_EVERY = 250; // ms
  const RETRY_EVERY = 4000; // ms
  const MOST_NEWS = 50; // conversations; more than that is the whole list
  const $ = I.$;
  let busy = null, asked = [], changed = new Set(), timer = null, told = 0, retry = null, opened = false;

  function seen() { return String(document.visibilityState === 'visible'); }

  window.inboxShow = function (what, args) {
    if (what === 'news' || what === 'reload') busy = null;
    if (what === 'choose') I.choosing--;
    if (!args) { I.tell('unanswered', what); next(); return; }
    if (what === 'replies' || what === 'quotes') { found(); I.tell('shown', what, args); next(); return; }
    if (!I.part('top') && !I.part('rows') && !I.part('lines')) { next(); return; }
    found();
    if (I.part('tabs')) I.exchangeHtml($('tabs'), I.part('tabs'));
    if (I.part('piles') && $('piles')) I.exchangeHtml($('piles'), I.part('piles'));
    if (I.part('rows') && I.changes[what]) {
      const more = I.part('rows').dataset.more === 'true';
      I.changes[what](asked);
      if (what !== 'news') $('more').hidden = !more;
    }
    if (what === 'choose') I.chosen();
    if (what === 'older' && I.part('lines')) I.lines.older(I.part('lines'));
    else if (I.part('top') && I.part('top').dataset.conversation === I.current()) thread();
    I.tell('shown', what, args);
    if (what !== 'send' && what !== 'note' && args.refused && !args.told) I.toast(args.refused);
    document.querySelector('.fresh-parts').replaceChildren();
    I.tidy();
    next();
  };

  function thread() {
    Object.entries(I.exchanged).forEach(function (e) { if (I.part(e[0]) && $(e[1])) I.exchangeHtml($(e[1]), I.part(e[0])); });
    if (I.part('lines')) I.lines.exchange(I.part('lines'));
  }

  window.inboxFailed = function (what) {
    if (what === 'choose') I.chooseFailed();
    else window.inboxLost();
  };

  window.inboxPushed = function (id) {
    document.dispatchEvent(new CustomEvent('tulpar:conversation', { detail: id }));
    changed.add(String(id));
    next();
  };

  function next() {
    if (timer || busy || I.choosing || !changed.size) return;
    timer = setTimeout(function () {
      timer = null;
      if (I.choosing) return; // its answer calls again
      told = Date.now();
      busy = 'news';
      asked = Array.from(changed);
      changed = new Set();
      if (asked.length > MOST_NEWS) window.inboxReload(I.params({ seen: seen() }));
      else window.inboxNews(I.params({ ids: asked.join(','), seen: seen() }));
    }, Math.max(0, NEWS_EVERY - (Date.now() - told)));
  }

  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'visible' && I.current()) window.inboxPushed(I.current());
  });

  // What changed between the making of the page and the open socket was told to nobody.
  window.inboxOpened = function () {
    if (!opened) again();
    opened = true;
  };

  window.inboxLost = function () {
    $('lost').hidden = false;
    busy = null;
    if (!retry) retry = setInterval(again, RETRY_EVERY);
  };

  function again() {
    busy = 'reload';
    window.inboxReload(I.params({ seen: seen() }));
  }

  function found() {
    $('lost').hidden = true;
    if (!retry) return;
    clearInterval(retry);
    retry = null;
    window.OmniFaces.Push.open('conversations');
    setTimeout(again, RETRY_EVERY); // what came between the answer and the open socket
  }

  window.addEventListener('offline', window.inboxLost);
  window.addEventListener('online', again);
})(window.Inbox);
