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
