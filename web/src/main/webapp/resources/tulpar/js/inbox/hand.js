// Between the press and the click nothing is exchanged: a click is lost, or another's, when what was pressed is not there any more as the
// button comes up. What would exchange something meanwhile waits for that long.
//   Inbox.pressed         whether something is being pressed
//   Inbox.unpressed(act)  runs it now, or as soon as nothing is pressed
(function (I) {
  'use strict';
  const TAP = 120; // ms from a finger's leaving to its click
  const LONGEST = 10000; // ms: what was let go where the page does not see it holds nothing up for longer
  let timer = null, waiting = [];

  function ends(after) {
    clearTimeout(timer);
    timer = setTimeout(letGo, after);
  }

  function press() {
    I.pressed = true;
    ends(LONGEST);
  }

  function release(e) { if (I.pressed) ends(e.pointerType === 'touch' ? TAP : 0); } // the click of a mouse or a key comes with it

  function letGo() {
    const acts = waiting;
    I.pressed = false;
    waiting = [];
    acts.forEach(function (act) { act(); });
    I.tell('released');
  }

  I.unpressed = function (act) {
    if (I.pressed) waiting.push(act);
    else act();
  };

  document.addEventListener('pointerdown', press, true);
  ['pointerup', 'pointercancel', 'dragend'].forEach(function (end) { document.addEventListener(end, release, true); });
  window.addEventListener('blur', release);
  document.addEventListener('keydown', function (e) { if (e.code === 'Space' && e.target.closest('button, summary')) press(); }, true);
  document.addEventListener('keyup', function (e) { if (e.code === 'Space') release(e); }, true);
})(window.Inbox);
