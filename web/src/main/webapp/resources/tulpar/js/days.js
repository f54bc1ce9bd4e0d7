// A field for a day is shown as the browser is set, which may be another language than the page's: 07/12 is July here and December there.
// So where there is a keyboard it becomes a line of text in the page's own form, which is read as leniently as people type; a phone keeps
// its own wheel. What is sent is the same as ever: 2027-07-12, or 2027-07-12T15:00. The day that was chosen also stands beside it in words.
window.Days = (function () {
  'use strict';
  const NATIVE = 'input[type=date], input[type=datetime-local]';
  const FIELDS = NATIVE + ', input[data-day]';
  const language = document.documentElement.lang;
  const told = document.getElementById('day-words').dataset;
  const gap = language === 'ru' ? '.' : '/';
  const byHand = matchMedia('(any-pointer: fine)').matches;
  const MORNING = '09:00'; // of a day that is named without an hour
  const day = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' };
  const words = {
    'day': new Intl.DateTimeFormat(language, Object.assign({ timeZone: 'UTC' }, day)),
    'time': new Intl.DateTimeFormat(language, Object.assign({ timeZone: 'UTC', hour: 'numeric', minute: '2-digit' }, day))
  };
  let known = 0;

  function kind(field) { return field.dataset.day || (field.type === 'date' ? 'day' : 'time'); }
  function two(number) { return String(number).padStart(2, '0'); }

  // What was typed as it is sent; empty for nothing, null for what is no day.
  function read(text, timed) {
    const typed = text.trim();
    if (!typed) return '';
    const sent = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2}))?$/.exec(typed);
    const own = /^(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}|\d{2}))?(?:[, ]+(\d{1,2}):(\d{2}))?$/.exec(typed);
    if (!sent && !own) return null;
    const year = sent ? Number(sent[1]) : !own[3] ? new Date().getFullYear() : own[3].length === 2 ? 2000 + Number(own[3]) : Number(own[3]);
    const month = Number((sent || own)[2]), date = Number(sent ? sent[3] : own[1]), hour = (sent || own)[4], minute = (sent || own)[5];
    const at = new Date(Date.UTC(year, month - 1, date));
    if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date || Number(hour || 0) > 23 || Number(minute || 0) > 59) return null;
    return year + '-' + two(month) + '-' + two(date) + (timed ? 'T' + (hour ? two(hour) + ':' + minute : MORNING) : '');
  }

  function write(sent) {
    const parts = sent.split('T'), numbers = parts[0].split('-');
    return sent && numbers.reverse().join(gap) + (parts[1] ? ' ' + parts[1].slice(0, 5) : '');
  }

  function value(field) { return field.dataset.day ? read(field.value, field.dataset.day === 'time') : field.value; }

  function set(field, sent) {
    field.value = field.dataset.day ? write(sent) : sent;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function dress(field) {
    const was = [field.defaultValue, field.value];
    field.dataset.day = kind(field);
    field.type = 'text';
    field.defaultValue = write(was[0]);
    field.value = write(was[1]);
    field.autocomplete = 'off';
    field.placeholder = field.dataset.day === 'time' ? told.time : told.day;
  }

  // As its own words have it: the field has no time zone, and is read without one.
  function said(field) {
    const sent = value(field);
    const at = sent ? new Date(sent + (kind(field) === 'day' ? 'T00:00Z' : 'Z')) : NaN;
    return isNaN(at) ? '' : words[kind(field)].format(at);
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

  function sayAll() {
    if (byHand) document.querySelectorAll(NATIVE).forEach(dress);
    document.querySelectorAll(FIELDS).forEach(say);
  }

  document.addEventListener('input', function (e) {
    if (!e.target.matches(FIELDS)) return;
    e.target.setCustomValidity('');
    say(e.target);
  });
  document.addEventListener('change', function (e) {
    if (!e.target.matches('input[data-day]')) return;
    const sent = value(e.target);
    e.target.setCustomValidity(sent === null ? told.wrong : '');
    if (sent) e.target.value = write(sent);
  });
  document.addEventListener('formdata', function (e) {
    e.target.querySelectorAll('input[data-day][name]').forEach(function (field) {
      if (e.formData.has(field.name)) e.formData.set(field.name, value(field) === null ? field.value : value(field));
    });
  });
  document.addEventListener('reset', function () { setTimeout(sayAll); });
  document.addEventListener('tulpar:fields', sayAll);
  sayAll();
  return { byHand: byHand, language: language, told: told, value: value, set: set };
})();
