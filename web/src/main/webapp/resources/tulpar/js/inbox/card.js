// The client's card beside what is said: tags that are there already are offered, the hour goes on, and other conversations open here.
(function (I) {
  'use strict';
  const MINUTE = 30000; // ms between two looks at the clock
  const known = I.$('known-tags');
  let asked = false;

  document.addEventListener('focusin', function (e) {
    if (asked || e.target.getAttribute('list') !== 'known-tags') return;
    asked = true;
    window.inboxKnownTags();
  });

  window.inboxTagsKnown = function (args) {
    if (!args || args.tags === undefined) { asked = false; return; } // typing goes on without them
    known.replaceChildren.apply(known, args.tags.split('\n').map(function (name) {
      const option = document.createElement('option');
      option.value = name;
      return option;
    }));
  };

  document.addEventListener('click', function (e) {
    const other = e.target.closest('[data-other]');
    if (!other || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    I.choose(other.dataset.other, true);
  });

  function tick() {
    const hour = I.$('hour');
    if (hour) hour.textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone: hour.dataset.zone });
  }

  setInterval(tick, MINUTE);
  I.exchanged.labels = 'labels';

  I.on('brought', function () {
    if (!I.part('tags')) return;
    asked = false; // there are others to type
    I.offerTags(I.part('tags'));
  });

  // A tag that is being typed stays while those that are there are exchanged.
  let typing = null;

  I.on('brought', function (what) {
    const field = what !== 'desk' && I.part('labels') && document.querySelector('#label input');
    typing = field ? { text: field.value, focused: document.activeElement === field } : null;
  });
  I.on('shown', function () {
    const field = typing && document.querySelector('#label input');
    if (field) { field.value = typing.text; if (typing.focused) field.focus(); }
    typing = null;
  });
})(window.Inbox);
