// One conversation after another, each with an address of its own.
(function (I) {
  'use strict';
  const SLOW = 150; // ms; a conversation that is there sooner is not announced
  const inbox = I.inbox, thread = I.$('thread'), waits = I.$('waits');
  let timer = null;
  let wanted = I.current(), requested = wanted; // what is asked for may lie ahead of what is shown
  let at = -1; // where it lies in the list, or lay when it was there last
  let goesOn = false; // to the next one, as soon as the list is longer

  function address(id) { return inbox.dataset.base + (id ? '/' + id : '') + '?' + inbox.dataset.query; }

  // What was open is nobody's answer to what is asked for now.
  function busy(on) {
    clearTimeout(timer);
    thread.setAttribute('aria-busy', String(on));
    if (on) timer = setTimeout(function () { waits.hidden = false; }, SLOW);
    else waits.hidden = true;
  }

  function choose(id, push) {
    if (!id) { close(push); return; }
    I.tell('leave');
    wanted = String(id);
    goesOn = false;
    inbox.dataset.open = 'thread';
    if (push) history.pushState(null, '', address(wanted));
    if (wanted !== requested) ask();
    else shownAgain();
    requested = wanted;
  }

  // It was only out of sight.
  function shownAgain() {
    requestAnimationFrame(I.lines.back);
    if (!I.choosing) I.tell('again');
  }

  function ask() {
    I.choosing++;
    busy(true);
    window.inboxChoose(I.params({ c: wanted, back: I.lines.stopped(wanted) }));
  }

  function close(push) {
    busy(false);
    I.tell('leave');
    inbox.dataset.open = 'list';
    if (push) history.pushState(null, '', address(null));
  }

  function find() {
    const is = Array.from(I.rows.children).findIndex(function (r) { return r.dataset.key === wanted; });
    if (is >= 0) at = is;
    return is >= 0;
  }

  function step(by) {
    const is = find(), row = I.rows.children[is || by < 0 ? at + by : Math.max(0, at)]; // where one has gone stands the one behind it
    goesOn = !row && by > 0 && !I.$('more').hidden;
    if (row) choose(row.dataset.key, true);
    else if (goesOn) I.more();
  }

  I.on('tidied', find);
  I.on('shown', function (what) {
    if (what !== 'more' || !goesOn) return;
    goesOn = false;
    step(1);
  });

  I.choose = choose;

  I.chosen = function () {
    if (!I.part('top') || I.part('top').dataset.conversation !== wanted) return;
    busy(false);
    inbox.dataset.conversation = wanted;
    I.lines.clear(I.part('lines').dataset.older === 'true');
    I.tell('chosen');
    if (!I.phone.matches) I.reply.focus();
    const row = I.keyed(I.rows).get(wanted);
    if (row) row.scrollIntoView({ block: 'nearest' });
  };

  I.on('unanswered', function (what) { if (what === 'choose' && !I.choosing) busy(false); });

  // The server did not give the rows to this page: the browser goes there itself, and sees why.
  I.chooseFailed = function () { location.assign(address(wanted)); };

  document.addEventListener('click', function (e) {
    const row = e.target.closest('#rows .conv');
    if (!row || e.target.closest('[data-act], .pick') || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    choose(row.dataset.key, true);
  });

  window.addEventListener('popstate', function () {
    const id = location.pathname.slice(inbox.dataset.base.length + 1);
    choose(/^\d+$/.test(id) ? id : null, false);
  });

  I.acts.back = function () { close(true); };
  I.keys.KeyJ = function () { step(1); };
  I.keys.KeyK = function () { step(-1); };
})(window.Inbox);
