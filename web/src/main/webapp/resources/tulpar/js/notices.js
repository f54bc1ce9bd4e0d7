// What concerns the person, on every page: the number before the title, a tone, a toast or the browser's own notice.
// The push brings ids; what they mean is asked with the session of this page. Never of the conversation that is looked at.
(function () {
  'use strict';
  const box = document.getElementById('notices');
  if (!box) return;
  const EVERY = 2000; // ms
  const MOST = 50; // ids of one question
  const KEPT = 200; // occasions that are remembered, so that two tabs do not say the same
  const plain = document.title;
  const place = 'tulpar.notices.' + box.dataset.person;
  const shownHere = new Set(); // by this page itself: the worker knows nothing of them
  let asked = new Set(), timer = null, last = 0, lost = false;

  function on(what) { return box.dataset[what] === 'true'; }
  function looking() {
    const open = document.getElementById('inbox');
    const panel = document.getElementById('panel'); // of the board
    const at = open || (panel && !panel.hidden ? panel : null);
    return document.visibilityState === 'visible' && at ? at.dataset.conversation : null;
  }

  function known() { try { return JSON.parse(localStorage.getItem(place)) || []; } catch (e) { return []; } } // what another version left is nothing
  function remember(list) { localStorage.setItem(place, JSON.stringify(list.slice(-KEPT))); }

  function heard(id) {
    if (asked.size < MOST) asked.add(String(id));
    if (!timer) timer = setTimeout(ask, Math.max(0, EVERY - (Date.now() - last)));
  }

  function ask() {
    timer = null;
    last = Date.now();
    const ids = Array.from(asked).join(',');
    asked = new Set();
    fetch(box.dataset.address + '?ids=' + ids, { headers: { Accept: 'application/json' } })
      .then(function (r) { if (!r.ok) throw new Error(String(r.status)); return r.json(); })
      .then(told, function () { lost = true; });
  }

  function told(answer) {
    lost = false;
    if (on('title')) document.title = answer.waiting ? '(' + (answer.waiting > 99 ? '99+' : answer.waiting) + ') ' + plain : plain;
    const said = known(), open = looking(), fresh = [], spoken = new Set();
    answer.notices.forEach(function (n) {
      const key = n.kind + n.conversation + ':' + n.key;
      if (said.includes(key)) return;
      said.push(key);
      if (String(n.conversation) === open || spoken.has(n.conversation)) return;
      spoken.add(n.conversation); // the most personal reason comes first, and one is enough
      fresh.push(n);
    });
    remember(said);
    if (!fresh.length) return;
    if (on('sound')) tone();
    fresh.slice(0, 3).forEach(show);
  }

  function show(n) {
    const link = box.dataset.inbox + '/' + n.conversation;
    const asks = document.visibilityState === 'hidden' && on('browser') && window.Notification && Notification.permission === 'granted';
    if (!asks || !byBrowser(n, link)) toast(n, link);
  }

  function toast(n, link) {
    window.tulparToast(n.title + ' · ' + n.client, { go: { words: box.dataset.open, href: link } });
  }

  // Where this browser is told while Tulpar is closed, its worker shows this one, too: of the same occasion there is one notice.
  function byWorker(n, link) {
    const tag = 'tulpar-' + n.conversation, occasion = n.kind + n.conversation + ':' + n.key;
    navigator.serviceWorker.ready.then(async function (worker) {
      const shown = await worker.getNotifications({ tag: tag });
      if (shown.some(function (one) { return one.data && one.data.occasion === occasion; })) return;
      await worker.showNotification(n.title, { body: body(n), tag: tag, renotify: true, data: { person: box.dataset.person, conversation: n.conversation, occasion: occasion } });
    }).catch(function () { toast(n, link); });
    return true;
  }

  function body(n) { return n.client + (n.text ? ': ' + n.text : ''); }

  // Some browsers of phones give the right to it, and refuse when it is used.
  function byBrowser(n, link) {
    if (navigator.serviceWorker && navigator.serviceWorker.controller && localStorage.getItem('tulpar.push.' + box.dataset.person)) return byWorker(n, link);
    try {
      const one = new Notification(n.title, { body: body(n), tag: 'tulpar-' + n.conversation });
      shownHere.add(one);
      one.onclose = function () { shownHere.delete(one); };
      one.onclick = function () { window.focus(); location.href = link; };
      return true;
    } catch (e) {
      return false;
    }
  }

  // Two short notes, made here: no file is loaded. A browser that was not touched yet stays silent.
  function tone() {
    const Audio = window.AudioContext || window.webkitAudioContext;
    if (!Audio) return;
    const audio = new Audio();
    if (audio.state === 'suspended' && !(navigator.userActivation && navigator.userActivation.hasBeenActive)) { audio.close(); return; }
    [[660, 0], [880, 0.12]].forEach(function (note) {
      const source = audio.createOscillator(), volume = audio.createGain(), at = audio.currentTime + note[1];
      source.frequency.value = note[0];
      volume.gain.setValueAtTime(0.0001, at);
      volume.gain.exponentialRampToValueAtTime(0.12, at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.2);
      source.connect(volume).connect(audio.destination);
      source.start(at);
      source.stop(at + 0.22);
    });
    setTimeout(function () { audio.close(); }, 1000);
  }

  window.noticesHeard = heard;
  window.noticesOpened = ask; // what changed before the socket was open
  document.addEventListener('tulpar:conversation', function (e) { heard(e.detail); });
  document.addEventListener('visibilitychange', function () { if (lost || document.visibilityState === 'visible') ask(); });
  document.addEventListener('click', function (e) { if (e.target.closest('[data-try-sound]')) tone(); });
  document.addEventListener('submit', function (e) {
    if (/\/logout$/.test(e.target.action)) shownHere.forEach(function (one) { one.close(); });
  });
  // Only a touch of the person may ask the browser for the right to speak.
  document.addEventListener('change', function (e) {
    if (!e.target.closest('[data-ask-browser]') || !e.target.checked) return;
    const state = document.getElementById('browser-state');
    if (!window.Notification) { e.target.checked = false; state.textContent = state.dataset.missing; return; }
    Notification.requestPermission().then(function (right) {
      e.target.checked = right === 'granted';
      state.textContent = right === 'granted' ? '' : state.dataset.denied;
    });
  });
  ask();
})();
