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

// Tags are renamed and removed elsewhere: those that are shown are read anew, and nothing that is typed is touched.
window.clientsTagged = function () {
  'use strict';
  fetch(location.href, { headers: { Accept: 'text/html' } })
    .then(function (answer) { return answer.ok && !answer.redirected ? answer.text() : ''; })
    .then(function (text) {
      const fresh = new DOMParser().parseFromString(text, 'text/html');
      document.querySelectorAll('[data-tags]').forEach(function (box) {
        const now = fresh.querySelector('[data-tags="' + box.dataset.tags + '"]');
        if (now && now.textContent !== box.textContent) box.replaceChildren(...now.childNodes);
      });
    })
    .catch(function () {}); // the next look shows them
};

// Filters apply as soon as they are chosen; without a script there is the button.
(function () {
  'use strict';
  const form = document.getElementById('filters');
  if (!form) return;
  form.addEventListener('change', function (e) {
    if (e.target.matches('select')) form.requestSubmit();
  });
  form.addEventListener('submit', function () {
    form.querySelectorAll('select, input').forEach(function (field) {
      if (!field.value || field.name === 'sort' && field.value === 'NEWEST') field.disabled = true; // a short address
    });
  });
  window.addEventListener('pageshow', function () {
    form.querySelectorAll('select, input').forEach(function (field) { field.disabled = false; });
  });
})();
