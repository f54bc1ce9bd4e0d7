// The list: rows come and go without moving the one under the pointer.
(function (I) {
  'use strict';
  const rows = I.rows, list = I.list, $ = I.$;
  const latestFirst = I.inbox.dataset.latest === 'true';
  let kept = new Map(); // rows that wait until the pointer has left: key to row, or to null when the row shall go
  let own = false; // what a person does herself waits for no pointer

  function held() { return !own && !I.phone.matches && (rows.matches(':hover') || list.scrollTop > 40); }

  function before(a, b) {
    const order = Number(a.dataset.order) - Number(b.dataset.order) || Number(a.dataset.key) - Number(b.dataset.key);
    return latestFirst ? order > 0 : order < 0;
  }

  // What belongs behind the last row comes with "more", as long as there is more.
  function place(row, old, whole) {
    if (old) old.remove();
    const next = Array.from(rows.children).find(function (r) { return before(row, r); });
    if (!next && !$('more').hidden && !old && !whole) return;
    rows.insertBefore(row, next || null);
  }

  // A row that waits for the pointer to leave stands where it does not belong, and tells nothing of its neighbours' place.
  function settled(row, way) {
    let at = row[way];
    while (at && kept.has(at.dataset.key)) at = at[way];
    return at;
  }

  function inPlace(row, old) {
    const p = settled(old, 'previousElementSibling'), n = settled(old, 'nextElementSibling');
    return !(p && before(row, p)) && !(n && before(n, row));
  }

  // What comes behind the last row moves none.
  function isLast(row) { return !Array.from(rows.children).some(function (r) { return before(row, r); }); }

  // whole: the row comes with all that are shown, not by itself
  function showRow(key, row, old, whole) {
    if (row && old && old.dataset.rev === row.dataset.rev) {
      if (kept.get(key) === null) kept.delete(key); // it was to go, and is back as it was
      return;
    }
    kept.delete(key);
    if (!row) {
      if (old && held()) kept.set(key, null);
      else if (old) old.remove();
    } else if (old && inPlace(row, old)) {
      old.replaceWith(row);
    } else if (!held() || !old && isLast(row)) {
      place(row, old, whole);
    } else {
      if (old) old.replaceWith(row.cloneNode(true));
      kept.set(key, row);
    }
  }

  function release() {
    const waiting = kept;
    kept = new Map();
    handed(function () {
      waiting.forEach(function (row, key) {
        const old = I.keyed(rows).get(key);
        if (row) place(row, old);
        else if (old) old.remove();
      });
    });
    tidy();
  }

  // Whoever goes through the list by keys stays on her row when it is exchanged, and at its place when it is gone.
  function handed(change) {
    const row = rows.contains(document.activeElement) && document.activeElement.closest('.conv');
    const at = row ? Array.from(rows.children).indexOf(row) : -1;
    change();
    if (!row || rows.contains(document.activeElement)) return;
    const next = I.keyed(rows).get(row.dataset.key) || rows.children[Math.min(at, rows.children.length - 1)];
    if (next) next.focus({ preventScroll: true });
  }

  function tidy() {
    const open = I.current();
    for (const row of rows.children) {
      const is = row.dataset.key === open;
      if (is) row.setAttribute('aria-current', 'true'); else row.removeAttribute('aria-current');
      row.tabIndex = -1;
    }
    const chosen = rows.querySelector('[aria-current]') || rows.firstElementChild;
    if (chosen) chosen.tabIndex = 0;
    const moved = Array.from(kept.values()).filter(Boolean).length;
    $('moved').hidden = moved === 0;
    $('moved').textContent = I.fill($('moved').dataset.words, moved);
    I.tell('tidied');
    waits();
  }

  // How long somebody waits grows by itself, and what is promised to her runs out.
  function waits() {
    document.querySelectorAll('.sla[data-due]').forEach(function (chip) {
      const now = Date.now(), due = Number(chip.dataset.due), late = now > due;
      const kind = late ? 'danger' : now > Number(chip.dataset.warns) ? 'warning' : 'line';
      if (!chip.classList.contains(kind)) { chip.classList.remove('danger', 'warning', 'line'); chip.classList.add(kind); }
      chip.querySelector('.words').textContent = I.fill(late ? rows.dataset.late : rows.dataset.left, I.span(late ? now - due : due - now));
    });
    rows.querySelectorAll('.badge[data-since]').forEach(function (badge) {
      badge.querySelector('.words').textContent = I.fill(rows.dataset.waits, I.span(Date.now() - Number(badge.dataset.since)));
    });
  }

  I.changes = {
    news: function (asked) {
      const fresh = I.part('rows') ? I.keyed(I.part('rows')) : new Map(), have = I.keyed(rows);
      handed(function () { asked.forEach(function (key) { showRow(key, fresh.get(key), have.get(key)); }); });
    },
    own: function (asked) {
      own = true;
      I.changes.news(asked);
      own = false;
    },
    // All that are shown, and the reader's hand is in the midst of them.
    reload: function () {
      const fresh = I.keyed(I.part('rows')), have = I.keyed(rows);
      const gone = Array.from(kept.keys()).concat(Array.from(have.keys())).filter(function (key) { return !fresh.has(key); });
      handed(function () {
        gone.forEach(function (key) { showRow(key, null, have.get(key)); });
        fresh.forEach(function (row, key) { showRow(key, row, have.get(key), true); });
      });
    },
    more: function () {
      const have = I.keyed(rows);
      rows.append.apply(rows, Array.from(I.part('rows').children).filter(function (r) { return !have.has(r.dataset.key); }));
    }
  };
  I.tidy = tidy;

  I.on('drafted', function (c, whether) {
    const row = I.keyed(rows).get(c);
    if (row) row.querySelector('.draft').dataset.kept = String(whether);
  });
  // Where something is typed and not sent: this browser knows it before the server does.
  I.on('tidied', function () {
    for (const row of rows.children) {
      const flag = row.querySelector('.draft'), own = sessionStorage.getItem('draft:' + row.dataset.key);
      flag.hidden = row.dataset.key === I.current() || !(own !== null ? own.trim() : flag.dataset.kept === 'true');
    }
  });

  rows.addEventListener('mouseleave', release);
  $('moved').addEventListener('click', function () { list.scrollTop = 0; release(); });
  I.more = function () {
    if ($('more').getAttribute('aria-busy') === 'true') return;
    $('more').setAttribute('aria-busy', 'true');
    window.inboxMore();
  };
  $('more').addEventListener('click', I.more);
  I.on('answered', function (what) { if (what === 'more') $('more').removeAttribute('aria-busy'); });
  list.addEventListener('scroll', function () { if (list.scrollTop < 40 && kept.size && !held()) release(); }, { passive: true });

  rows.addEventListener('keydown', function (e) {
    const row = document.activeElement.closest('.conv');
    const to = row && (e.code === 'ArrowDown' ? row.nextElementSibling : e.code === 'ArrowUp' ? row.previousElementSibling : null);
    if (!to) return;
    e.preventDefault();
    to.focus();
  });

  setInterval(waits, 30000);
})(window.Inbox);
