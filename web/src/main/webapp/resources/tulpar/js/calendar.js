// A month to choose a day from, below the field it is for. The mouse opens it by a click into the field, the keyboard by the arrow down;
// who types goes on typing.
(function (D) {
  'use strict';
  if (!D.byHand) return;
  const ROOM = 8; // px between it and the edge of the window
  const DAY = 86400000; // ms
  const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  const title = new Intl.DateTimeFormat(D.language, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  const full = new Intl.DateTimeFormat(D.language, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const short = new Intl.DateTimeFormat(D.language, { timeZone: 'UTC', weekday: 'short' });
  let box = null, field = null, at = null; // at: the day the arrows are on, at midnight UTC

  function element(tag, name, text) {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (text) node.textContent = text;
    return node;
  }

  function button(name, text, label, act) {
    const one = element('button', name, text);
    one.type = 'button';
    one.setAttribute('aria-label', label);
    one.addEventListener('click', act);
    return one;
  }

  function sent(day) { return day.toISOString().slice(0, 10); }
  function today() { const now = new Date(); return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())); }
  function chosen() { const value = D.value(field); return value ? value.slice(0, 10) : null; }
  function moved(days) { return new Date(at.getTime() + days * DAY); }

  // The same day of another month, or its last one.
  function turned(months) {
    const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0));
    return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(at.getUTCDate(), last.getUTCDate())));
  }

  function choose(day) {
    const of = field, time = (D.value(of) || '').split('T')[1];
    close();
    D.set(of, sent(day) + (of.dataset.day === 'time' ? 'T' + (time || '09:00') : ''));
    of.focus();
  }

  function cell(day) {
    const one = element('td'), press = button('btn ghost sm num', String(day.getUTCDate()), full.format(day), function () { choose(day); });
    press.dataset.at = sent(day);
    press.tabIndex = day.getTime() === at.getTime() ? 0 : -1;
    press.setAttribute('aria-pressed', String(sent(day) === chosen()));
    if (day.getTime() === today().getTime()) press.setAttribute('aria-current', 'date');
    one.append(press);
    return one;
  }

  function month() {
    const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
    const from = first.getTime() - (first.getUTCDay() + 6) % 7 * DAY; // a week begins on Monday
    const table = element('table'), head = element('tr'), heads = element('thead'), body = element('tbody');
    for (let i = 0; i < 7; i++) {
      const day = element('th', 'meta', short.format(new Date(from + i * DAY)));
      day.scope = 'col';
      head.append(day);
    }
    heads.append(head);
    for (let week = from; week <= first.getTime() || new Date(week).getUTCMonth() === first.getUTCMonth(); week += 7 * DAY) {
      const row = element('tr');
      for (let i = 0; i < 7; i++) {
        const day = new Date(week + i * DAY);
        row.append(day.getUTCMonth() === first.getUTCMonth() ? cell(day) : element('td'));
      }
      body.append(row);
    }
    table.append(heads, body);
    return table;
  }

  function show(day, focused) {
    at = day;
    const bar = element('div', 'bar'), name = element('b', 'grow', title.format(at));
    name.setAttribute('aria-live', 'polite');
    bar.append(
      button('btn icon sm ghost', '‹', D.told.before, function () { show(turned(-1), false); }), name,
      button('btn icon sm ghost', '›', D.told.after, function () { show(turned(1), false); }));
    box.replaceChildren(bar, month());
    place();
    if (focused) box.querySelector('[tabindex="0"][data-at]').focus();
  }

  function place() {
    const under = field.getBoundingClientRect(), high = box.offsetHeight;
    const below = under.bottom + 4 + high < innerHeight - ROOM;
    box.style.top = (below ? under.bottom + 4 : Math.max(ROOM, under.top - 4 - high)) + 'px';
    box.style.left = Math.max(ROOM, Math.min(under.left, innerWidth - box.offsetWidth - ROOM)) + 'px';
  }

  function open(of, focused) {
    if (field !== of) close();
    if (!box) {
      field = of;
      box = element('div', 'calendar');
      box.setAttribute('role', 'dialog');
      box.setAttribute('aria-label', D.told.calendar);
      (of.closest('dialog, .pop, details.more') || document.body).append(box); // what lies outside of those cannot be reached while they are open, or closes them
    }
    const day = chosen();
    show(day ? new Date(day + 'T00:00Z') : today(), focused);
  }

  function close() {
    if (box) box.remove();
    box = field = null;
  }

  function isField(node) { return node instanceof Element && node.matches('input[data-day]'); }

  document.addEventListener('click', function (e) { if (isField(e.target) && !e.target.readOnly) open(e.target, false); });
  document.addEventListener('mousedown', function (e) { if (box && e.target !== field && !box.contains(e.target)) close(); });
  document.addEventListener('focusin', function (e) { if (box && e.target !== field && !box.contains(e.target)) close(); });
  document.addEventListener('input', function (e) { if (box && e.target === field && D.value(field)) show(new Date(D.value(field).slice(0, 10) + 'T00:00Z'), false); });
  window.addEventListener('resize', close);
  document.addEventListener('scroll', function (e) { if (box && !box.contains(e.target)) close(); }, true);

  // Before anybody else: Escape closes the month and not what it stands in.
  document.addEventListener('keydown', function (e) {
    const inside = box && box.contains(e.target);
    if (e.code === 'Escape' && box) {
      const of = field;
      close();
      of.focus();
    } else if (e.code === 'ArrowDown' && isField(e.target)) {
      open(e.target, true);
    } else if (inside && e.target.dataset.at && (STEPS[e.code] || ['PageUp', 'PageDown', 'Home', 'End'].includes(e.code))) {
      const weekday = (at.getUTCDay() + 6) % 7;
      show(STEPS[e.code] ? moved(STEPS[e.code]) : e.code === 'PageUp' ? turned(-1) : e.code === 'PageDown' ? turned(1) : moved(e.code === 'Home' ? -weekday : 6 - weekday), true);
    } else {
      return;
    }
    e.preventDefault();
    e.stopPropagation();
  }, true);
})(window.Days);
