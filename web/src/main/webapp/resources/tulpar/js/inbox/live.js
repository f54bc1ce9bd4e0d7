// What a push concerns is asked for, and the list takes over what came; a lost connection is said, and all is read anew when it is back.
(function (I) {
  'use strict';
  const NEWS_EVERY = 250; // ms
  const REST = 3; // a question about the list is followed by one three times as long after it as its answer took
  const MOST_REST = 2000; // ms: no list is older; while somebody types it is that old
  const TYPES = 1000; // ms after the last sign
  const RETRY_EVERY = 4000; // ms
  const MOST_NEWS = 25; // conversations a question, so that no answer holds up who types
  const MOST_WAITING = 500; // conversations; more than that is the whole list
  const $ = I.$;
  let busy = null, asked = [], changed = new Set(), timer = null, told = 0, listed = 0, took = 0, typed = 0, shown = false, retry = null, opened = false;
  let carded = false; // the tags of the open conversation's client may be others
  let uncounted = false; // the piles were left as they are: the list is asked about once more, if nothing else asks about it
  let whole = false; // everything is asked for as soon as the conversation that is being opened is there

  function seen() { return String(document.visibilityState === 'visible'); }

  I.on('answered', function (what) {
    shown = what === 'news' || what === 'reload';
    if (shown) busy = null;
    if (what === 'choose') I.choosing--;
  });

  I.on('brought', function (what) {
    if (I.part('tabs')) I.exchangeHtml($('tabs'), I.part('tabs'));
    if (I.part('piles') && $('piles')) I.exchangeHtml($('piles'), I.part('piles'));
    if (I.part('rows') && I.changes[what]) {
      const brought = I.part('rows').dataset, more = brought.more === 'true', cut = brought.cut === 'true';
      I.changes[what](brought.told ? brought.told.split(',') : []);
      if (what !== 'news') {
        $('more').hidden = !more;
        $('cut').hidden = !cut;
      }
    }
    if (what === 'choose') I.chosen();
  });

  I.on('typed', function () { typed = Date.now(); });
  I.on('reached', found);
  I.on('done', function () {
    if (shown && listed === told) took = Date.now() - listed;
    next();
  });

  window.inboxFailed = function (what) {
    if (what === 'choose') I.chooseFailed();
    else window.inboxLost();
  };

  window.inboxPushed = function (id) {
    if (id === 'tags') { again(); return; } // on however many clients
    if (String(id).startsWith('card:')) { card(id.slice(5)); return; }
    document.dispatchEvent(new CustomEvent('tulpar:conversation', { detail: id }));
    changed.delete(String(id));
    changed.add(String(id)); // the latest last
    if (timer && String(id) === I.current()) { clearTimeout(timer); timer = null; }
    next();
  };

  function card(client) {
    const labels = $('labels');
    if (!labels || labels.dataset.client !== client) return; // her rows are told of by themselves
    carded = true;
    changed.add(I.current());
    next();
  }

  function rested() {
    const rest = Date.now() - typed < TYPES ? MOST_REST : Math.min(MOST_REST, Math.max(NEWS_EVERY, REST * took));
    return rest - (Date.now() - listed);
  }

  // While many write elsewhere, the browser and the server have most of their time for the person; what is said in the open conversation does not wait.
  function next() {
    if (timer || busy || I.choosing) return;
    if (whole) { again(); return; }
    if (!changed.size && !uncounted) return;
    const wait = changed.has(I.current()) ? NEWS_EVERY - (Date.now() - told) : rested();
    timer = setTimeout(ask, Math.max(0, wait));
  }

  function ask() {
    timer = null;
    if (I.choosing) return; // its answer calls again
    const open = I.current(), alone = changed.has(open) && rested() > 0;
    told = Date.now();
    if (!alone) listed = told;
    uncounted = alone;
    if (changed.size > MOST_WAITING) { changed = new Set(); again(); return; }
    asked = alone ? [open] : Array.from(changed).slice(-MOST_NEWS);
    if (changed.has(open) && !asked.includes(open)) asked.push(open);
    asked.forEach(function (id) { changed.delete(id); });
    busy = 'news';
    window.inboxNews(I.params({ ids: asked.join(','), alone: String(alone), seen: seen(), labels: String(carded && asked.includes(open)) }));
    carded = false;
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
    whole = I.choosing > 0;
    if (whole) return; // the page still speaks of the conversation before; the answer calls again
    told = listed = Date.now();
    busy = 'reload';
    carded = uncounted = false;
    I.again(true);
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
