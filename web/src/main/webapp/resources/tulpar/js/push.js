// Whether this browser is told while Tulpar is closed: the switch of the profile, and the same again after each sign-in.
// What the person wants is kept in this browser under their number, because a browser may be shared and a notice is not.
(function () {
  'use strict';
  const box = document.getElementById('notices');
  if (!box || !box.dataset.push) return;
  const OWNER = 'tulpar.push'; // as whose.js reads it
  const PATIENCE = 3000; // ms
  const place = OWNER + '.' + box.dataset.person;
  const field = document.getElementById('push');
  const state = document.getElementById('push-state');
  const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

  function bytes(text) {
    const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(plain, function (c) { return c.charCodeAt(0); });
  }

  // Another key of the server: what was subscribed with the one of before hears nothing.
  function ours(subscription) {
    const key = subscription.options && subscription.options.applicationServerKey;
    if (!key) return true;
    const known = new Uint8Array(key), wanted = bytes(box.dataset.key);
    return known.length === wanted.length && known.every(function (b, i) { return b === wanted[i]; });
  }

  async function registration() {
    await navigator.serviceWorker.register(box.dataset.worker, { updateViaCache: 'none' });
    return navigator.serviceWorker.ready;
  }

  // The address of another person would bring this one's notices to them, and theirs to this one: whoever is new here gets a new one.
  async function subscription() {
    await window.tulparWhose;
    const manager = (await registration()).pushManager;
    const known = await manager.getSubscription();
    if (known && ours(known) && localStorage.getItem(OWNER) === window.tulparOwner) return known;
    if (known) await known.unsubscribe();
    localStorage.setItem(OWNER, window.tulparOwner);
    return manager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(box.dataset.key) });
  }

  async function tell(act, one) {
    const said = one.toJSON(), keys = said.keys || {};
    const answer = await fetch(box.dataset.push, {
      method: 'POST', redirect: 'error',
      body: new URLSearchParams({ act: act, endpoint: said.endpoint, p256dh: keys.p256dh || '', auth: keys.auth || '' })
    });
    if (answer.ok) return;
    const words = answer.status === 400 ? await answer.json().catch(function () { return {}; }) : {};
    throw Object.assign(new Error(String(answer.status)), { words: words.refused || (state && state.dataset.failed) });
  }

  async function begin() {
    if (await Notification.requestPermission() !== 'granted') throw { words: state.dataset.denied };
    let one;
    try { one = await subscription(); } catch (e) {
      throw { words: e.name === 'NotAllowedError' ? state.dataset.denied : state.dataset.unreachable };
    }
    await tell('begin', one);
    localStorage.setItem(place, box.dataset.session);
    const notices = document.querySelector('[data-ask-browser] input');
    if (notices) notices.checked = true;
  }

  async function end() {
    const known = await (await registration()).pushManager.getSubscription();
    if (known) {
      await tell('end', known);
      await known.unsubscribe();
    }
    localStorage.removeItem(place);
    localStorage.removeItem(OWNER);
  }

  // Another sign-in in the same browser: it goes on as the person left it.
  async function renew() {
    const wanted = localStorage.getItem(place);
    if (!able || !wanted || Notification.permission !== 'granted' || (wanted === box.dataset.session && !field)) return;
    await subscription().then(function (one) { return tell('renew', one); })
      .then(function () { localStorage.setItem(place, box.dataset.session); }).catch(function () {}); // the next page tries again
  }

  function shown() {
    if (!field) return;
    field.checked = able && localStorage.getItem(place) !== null && Notification.permission === 'granted' && box.dataset.browser === 'true';
    field.disabled = !able;
    if (!able) state.textContent = state.dataset.missing;
  }

  if (field) field.addEventListener('change', function () {
    const on = field.checked;
    field.disabled = true;
    state.textContent = '';
    renewed.then(on ? begin : end).then(function () { state.textContent = ''; }, function (e) {
      field.checked = !on;
      state.textContent = e.words || state.dataset.failed;
    }).finally(function () { field.disabled = false; });
  });
  shown();
  // What is switched meanwhile comes after it, unless it takes too long: a push service may hang.
  const renewed = Promise.race([renew(), new Promise(function (goOn) { setTimeout(goOn, PATIENCE); })]);
})();
