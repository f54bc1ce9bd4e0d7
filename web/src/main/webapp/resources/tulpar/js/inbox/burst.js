// While the client may still be writing, the bot waits: for how long is counted down here, by the browser's own clock.
(function (I) {
  'use strict';
  const EVERY = 250; // ms
  const box = I.$('burst');
  let timer = null, due = 0, counted = null;

  function draw() {
    const line = box.firstElementChild;
    if (!line) { clearInterval(timer); return; }
    const left = Math.ceil((due - performance.now()) / 1000), words = left > 0 ? I.fill(line.dataset.in, left) : line.dataset.at;
    const said = line.querySelector('[data-words]');
    if (said.textContent !== words) said.textContent = words;
    line.querySelector('[data-act=hasten]').hidden = left <= 0;
  }

  // Each answer of the server says anew how long it is.
  function begin() {
    const line = box.firstElementChild;
    if (line === counted) return;
    counted = line;
    clearInterval(timer);
    if (!line) return;
    due = performance.now() + Number(line.dataset.left);
    timer = setInterval(draw, EVERY);
    draw();
  }

  I.exchanged.burst = 'burst';
  I.acts.hasten = function (button) { button.disabled = true; window.inboxHasten(I.params({})); };
  I.on('opened', begin);
  I.on('unanswered', function (what) {
    const button = what === 'hasten' && box.querySelector('[data-act=hasten]');
    if (button) button.disabled = false;
  });
  I.on('shown', function (what) {
    begin();
    // Whoever has stopped it writes next.
    if (what === 'take' && document.activeElement === document.body) I.composer.show(I.composer.mode());
  });
})(window.Inbox);
