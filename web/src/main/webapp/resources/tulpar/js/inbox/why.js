// Why the bot said it: under its bubble, at a press.
(function (I) {
  'use strict';
  function show(button, open) {
    button.setAttribute('aria-expanded', String(open));
    button.closest('.msg').querySelector('.why').hidden = !open;
  }

  I.acts.why = function (button) { show(button, button.getAttribute('aria-expanded') !== 'true'); };

  I.on('replaced', function (old, now) {
    const fresh = now.querySelector('[data-act=why]');
    if (fresh && old.querySelector('[data-act=why][aria-expanded=true]')) show(fresh, true);
  });
})(window.Inbox);
