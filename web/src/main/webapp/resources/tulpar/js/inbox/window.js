// How long the messenger still takes free text: the rings and the words beside them run on while the page is open, and whoever looks at
// a conversation whose time is over is told so.
(function (I) {
  'use strict';
  const EVERY = 5000, ASK_EVERY = 30000; // ms
  const LENGTH = 34.6, LOW = 0.25; // as Ring.java draws it
  const box = I.$('window'), words = box.dataset;
  let asked = 0;

  I.span = function (millis) {
    const minutes = Math.max(0, Math.floor(millis / 60000));
    return minutes < 60 ? I.fill(words.minutes, minutes)
      : minutes < 2880 ? I.fill(words.hours, Math.floor(minutes / 60)) : I.fill(words.days, Math.floor(minutes / 1440));
  };

  function draw(ring, left) {
    const part = Math.max(0, left / Number(ring.dataset.whole)), title = left > 0 ? I.fill(words.left, I.span(left)) : words.shut;
    ring.classList.toggle('low', left > 0 && part < LOW);
    ring.classList.toggle('shut', left <= 0);
    ring.lastElementChild.setAttribute('stroke-dasharray', (part * LENGTH).toFixed(1) + ' ' + LENGTH);
    if (ring.getAttribute('aria-label') === title) return;
    ring.setAttribute('aria-label', title);
    ring.querySelector('title').textContent = title;
  }

  function run() {
    const now = Date.now();
    document.querySelectorAll('#rows .ring[data-until], #window .ring[data-until]').forEach(function (ring) { draw(ring, Number(ring.dataset.until) - now); });
    const open = box.querySelector('.ring[data-until]');
    if (!open) return;
    const left = Number(open.dataset.until) - now;
    box.lastElementChild.textContent = left > 0 ? I.fill(words.short, I.span(left)) : words.over;
    if (left > 0 || now - asked < ASK_EVERY) return;
    asked = now;
    I.again(false);
  }

  // The head says how it stands: its copy beside the composer's tabs is the one that runs.
  function copy() {
    const told = I.topOf.querySelector('.window-now');
    box.replaceChildren.apply(box, told ? Array.from(told.cloneNode(true).children) : []);
    run();
  }

  I.on('shown', copy);
  I.on('opened', copy);
  setInterval(run, EVERY);
})(window.Inbox);
