// One conversation after another, each with an address of its own.
(function (I) {
  'use strict';
  const SLOW = 150; // ms; a conversation that is there sooner is not announced
  const inbox = I.inbox, thread = I.$('thread'), waits = I.$('waits');
  let timer = null;
  let wanted = I.current(), requested = wanted; // what is asked for may lie ahead of what is shown

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
    inbox.dataset.open = 'thread';
    if (push) history.pushState(null, '', address(wanted));
    if (wanted !== requested) { I.choosing++; busy(true); window.inboxChoose(I.params({ c: wanted })); }
    else requestAnimationFrame(I.lines.back); // it was only out of sight
    requested = wanted;
  }

  function close(push) {
    busy(false);
    I.tell('leave');
    inbox.dataset.open = 'list';
    if (push) history.pushState(null, '', address(null));
  }

  function step(by) {
    const all = Array.from(I.rows.children);
    const at = all.findIndex(function (r) { return r.dataset.key === wanted; });
    const row = all[at < 0 ? 0 : at + by];
    if (row) choose(row.dataset.key, true);
  }

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
