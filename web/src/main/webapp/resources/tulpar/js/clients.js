// A company that is known is offered while its name is typed; without a script the name is typed whole.
(function () {
  'use strict';
  const PAUSE = 150; // ms
  const list = document.getElementById('firms');
  const field = list && document.querySelector('input[list=firms]');
  if (!field) return;
  let timer = null, asked = '';
  function offer(names) {
    list.replaceChildren(...names.map(function (name) {
      const option = document.createElement('option');
      option.value = name;
      return option;
    }));
  }
  function ask() {
    const typed = field.value.trim();
    if (typed === asked) return;
    asked = typed;
    if (!typed) { offer([]); return; }
    fetch(list.dataset.address + '?q=' + encodeURIComponent(typed), { headers: { Accept: 'application/json' } })
      .then(function (answer) { return answer.ok && !answer.redirected ? answer.json() : []; })
      .then(function (names) { if (asked === typed) offer(names); })
      .catch(function () { if (asked === typed) { asked = ''; offer([]); } }); // typing goes on without it
  }
  field.addEventListener('input', function () {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
})();

// Tags are put on and taken off, renamed and removed elsewhere: those that are shown and can be chosen are read anew, and nothing that is typed is touched.
(function () {
  'use strict';
  const GATHERED = 300; // ms
  const LEAVES = 5000; // ms after it was sent, a form has led to another page, or never will
  let timer = null, left = 0;

  function tags(fresh) {
    document.querySelectorAll('[data-tags]').forEach(function (box) {
      const now = fresh.querySelector('[data-tags="' + box.dataset.tags + '"]');
      if (now && now.textContent !== box.textContent) box.replaceChildren(...now.childNodes);
    });
  }

  function choices(fresh) {
    document.querySelectorAll('#filters select[name=tag], #known').forEach(function (box) {
      const now = fresh.querySelector(box.id ? '#' + box.id : '#filters select[name=tag]'), chosen = box.value;
      if (!now || now.innerHTML === box.innerHTML) return;
      box.replaceChildren(...now.childNodes);
      if (chosen) box.value = chosen;
      if (box.selectedIndex < 0) box.selectedIndex = 0;
    });
  }

  function look() {
    timer = null;
    if (Date.now() - left < LEAVES) { timer = setTimeout(look, LEAVES); return; } // the next page says what was done, and to nobody else
    fetch(location.href, { headers: { Accept: 'text/html' } })
      .then(function (answer) { return answer.ok && !answer.redirected ? answer.text() : ''; })
      .then(function (text) {
        const fresh = new DOMParser().parseFromString(text, 'text/html');
        tags(fresh);
        choices(fresh);
      })
      .catch(function () {}); // the next look shows them
  }

  // bearer: the client or company whose tags are others, or 'changed': those of however many.
  window.clientsTagged = function (bearer) {
    const shown = bearer === 'changed' || document.querySelector('[data-tags="' + bearer + '"], [data-bearer="' + bearer + '"]');
    if (shown && !timer) timer = setTimeout(look, GATHERED);
  };
  window.addEventListener('beforeunload', function () { left = Date.now(); });
})();

// Filters apply as soon as they are chosen; without a script there is the button.
(function () {
  'use strict';
  const form = document.getElementById('filters');
  if (!form) return;
  form.addEventListener('change', function (e) {
    if (e.target.matches('select') && !e.target.closest('details')) form.requestSubmit(); // several behind one button have one of their own
  });
  // What the browser refuses has to be in sight, or nothing seems to happen.
  form.addEventListener('invalid', function (e) {
    const panel = e.target.closest('details');
    if (panel) panel.open = true;
  }, true);
  form.addEventListener('submit', function () {
    form.querySelectorAll('.range').forEach(function (range) {
      const ends = Array.from(range.querySelectorAll('input'));
      range.querySelector('select').disabled = ends.every(function (end) { return !end.value; }); // asks for nothing without them
    });
    form.querySelectorAll('select, input').forEach(function (field) {
      if (!field.value || field.name === 'sort' && field.value === 'NEWEST') field.disabled = true; // a short address
    });
  });
  window.addEventListener('pageshow', function (e) {
    form.querySelectorAll('select, input').forEach(function (field) { field.disabled = false; });
    if (e.persisted) form.reset(); // whoever comes back finds what the address says, not what led her away
  });
})();
