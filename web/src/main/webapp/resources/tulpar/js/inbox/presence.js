// Who else is here: this page says that it is, and what is typed in it; the answer says who else is.
(function (I) {
  'use strict';
  const EVERY = 12000, TYPING_EVERY = 4000; // ms
  let typed = 0;

  function beat(typing) {
    if (!I.current() || document.visibilityState !== 'visible') return;
    window.inboxBeat(I.params({ typing: typing || '' }));
  }

  window.inboxBeaten = function (args) {
    const here = I.$('here');
    if (here && args && args.at === I.current() && here.textContent !== args.here) here.textContent = args.here;
  };

  I.on('typed', function () {
    if (!I.reply.value.trim() || Date.now() - typed < TYPING_EVERY) return;
    typed = Date.now();
    beat(I.composer.mode());
  });
  I.on('chosen', function () { typed = 0; beat(''); });
  I.on('opened', function () { if (!typed) beat(''); });
  setInterval(function () { if (Date.now() - typed > TYPING_EVERY) beat(''); }, EVERY);
})(window.Inbox);
