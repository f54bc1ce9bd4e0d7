// A field for a day is shown as the browser is set, which may be another language than the page's: 07/12 is July here and December
// there. So the day that was chosen stands beside it in the words of the page.
(function () {
  'use strict';
  const FIELDS = 'input[type=date], input[type=datetime-local]';
  const language = document.documentElement.lang;
  const day = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' };
  const words = {
    'date': new Intl.DateTimeFormat(language, Object.assign({ timeZone: 'UTC' }, day)),
    'datetime-local': new Intl.DateTimeFormat(language, Object.assign({ timeZone: 'UTC', hour: 'numeric', minute: '2-digit' }, day))
  };
  let known = 0;

  // As its own words have it: the field has no time zone, and is read without one.
  function said(field) {
    const at = new Date(field.value + (field.type === 'date' ? 'T00:00Z' : 'Z'));
    return field.value && !isNaN(at) ? words[field.type].format(at) : '';
  }

  function beside(field) {
    const next = field.nextElementSibling;
    if (next && next.matches('.said-day')) return next;
    const one = document.createElement('span');
    one.className = 'said-day hint';
    one.id = 'said-day-' + ++known;
    field.setAttribute('aria-describedby', [field.getAttribute('aria-describedby'), one.id].filter(Boolean).join(' '));
    field.after(one);
    return one;
  }

  function say(field) {
    const now = said(field);
    if (now || field.nextElementSibling && field.nextElementSibling.matches('.said-day')) beside(field).textContent = now;
  }

  function sayAll() { document.querySelectorAll(FIELDS).forEach(say); }

  document.addEventListener('input', function (e) { if (e.target.matches(FIELDS)) say(e.target); });
  document.addEventListener('reset', function () { setTimeout(sayAll); });
  document.addEventListener('tulpar:fields', sayAll);
  sayAll();
})();
