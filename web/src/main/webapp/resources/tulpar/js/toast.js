// What was done, or was not, in a few words at the foot of the page. It goes by itself, but not while the pointer or the focus is on one of them.
//   tulparToast(words, {bad, undo: {words, act}, go: {words, href}})   whatever of it there is; Alt+Z presses the newest undo that is shown
(function () {
  'use strict';
  const STAYS = 8000, STAYS_WITH_UNDO = 12000, TICK = 250; // ms
  const box = document.getElementById('toasts');
  if (!box) return;
  const left = new Map(); // toast -> ms
  let clock = null;

  function over(one) {
    one.remove();
    left.delete(one);
    if (!left.size) { clearInterval(clock); clock = null; }
  }

  function tick() {
    if (box.matches(':hover, :focus-within')) return;
    left.forEach(function (ms, one) { if (ms > TICK) left.set(one, ms - TICK); else over(one); });
  }

  function part(tag, look, words) {
    const node = document.createElement(tag);
    if (look) node.className = look;
    node.textContent = words;
    return node;
  }

  function undoing(one, undo) {
    const button = part('button', 'btn sm ghost', undo.words);
    button.type = 'button';
    button.title = undo.words + ' · Alt+Z';
    button.setAttribute('aria-keyshortcuts', 'Alt+Z');
    button.dataset.undo = '';
    button.addEventListener('click', function () { over(one); undo.act(); });
    return button;
  }

  window.tulparToast = function (words, more) {
    const has = more || {}, one = part('div', has.bad ? 'toast bad' : 'toast', ''), said = part('span', has.go && 'cut', words);
    said.dir = 'auto';
    one.append(said);
    if (has.undo) one.append(undoing(one, has.undo));
    if (has.go) {
      const link = part('a', 'btn sm ghost', has.go.words);
      link.href = has.go.href;
      one.append(link);
    }
    box.append(one);
    left.set(one, has.undo ? STAYS_WITH_UNDO : STAYS);
    clock = clock || setInterval(tick, TICK);
  };

  // Of what lies under an open dialog nothing is pressed.
  document.addEventListener('keydown', function (e) {
    if (e.code !== 'KeyZ' || !e.altKey || e.ctrlKey || e.metaKey || e.shiftKey || e.repeat || document.querySelector('dialog[open]')) return;
    const newest = Array.from(box.querySelectorAll('[data-undo]')).pop();
    if (!newest) return;
    e.preventDefault();
    newest.click();
  });
})();
