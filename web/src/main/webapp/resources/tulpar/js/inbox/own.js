// What goes out beside words, a place, a contact or a question, and what a person does to a message of her own: each asks in a dialog, which stays
// until it is certain that it was done.
(function (I) {
  'use strict';
  const ASK_AFTER = 200; // ms without a key
  const $ = I.$, found = $('share-person-found'), edit = $('edit-own'), anew = $('edit-own-text');
  let message = null; // whose menu was opened, or is being changed
  let asked = { key: null, of: null }; // what was tried last, and under which key: the server takes it once
  let asking = null;

  function key(of) {
    if (asked.of !== of) asked = { key: I.uuid(), of: of };
    return asked.key;
  }

  function open(dialog) {
    I.menu.close(true);
    fail(dialog, '');
    dialog.showModal();
  }

  function shown() { return document.querySelector('dialog[open]:has(> form[data-send])'); }

  function fail(dialog, words) {
    const line = dialog.querySelector('[data-error]');
    line.textContent = words;
    line.hidden = !words;
    dialog.querySelector('[type=submit]').disabled = false;
  }

  // Runs before the menu opens: the one menu of all bubbles offers what this message lets be done.
  document.addEventListener('click', function (e) {
    const button = e.target.closest('[data-menu]');
    if (button && button.dataset.menu === 'own') {
      message = { id: button.closest('.msg').dataset.key.slice(1), words: button.dataset.words, of: I.current() };
      $('own').querySelector('[data-act=edit]').hidden = message.words === undefined;
      $('own').querySelector('[data-act=erase]').hidden = button.dataset.deletable !== 'true';
    }
    if (button && button.dataset.menu === 'add') {
      const strip = I.topOf.querySelector('.handler[data-voice]'), takes = Boolean(strip) && strip.dataset.places === 'true';
      $('add').querySelectorAll('[data-act=place], [data-act=person]').forEach(function (b) { b.hidden = !takes; });
    }
  });

  I.acts.edit = function () {
    anew.value = message.words;
    open(edit);
  };

  I.acts.erase = function (button) {
    const what = I.params({ message: message.id, key: key('erase ' + message.id) });
    I.menu.close(true);
    window.tulparAsk(button.dataset.sure, button.textContent.trim(), function () { window.inboxErase(what); });
  };

  I.acts.place = function () { open($('share-place')); };
  I.acts.person = function () { open($('share-person')); };
  I.acts.ask = function () { open($('share-question')); };
  I.acts.leave = function (button) { gone(button.closest('dialog')); };

  document.addEventListener('submit', function (e) {
    const form = e.target.closest('dialog > form[data-send]');
    if (!form) return;
    e.preventDefault();
    const typed = Object.fromEntries(new FormData(form));
    if (form.dataset.send === 'inboxEdit') typed.message = message.id;
    form.querySelector('[type=submit]').disabled = true;
    window[form.dataset.send](I.params(Object.assign({ key: key(JSON.stringify([form.dataset.send, I.current(), typed])) }, typed)));
  });

  // ---------- what is being changed outlives a server that has forgotten the page, or the person

  // As she wishes, or because it is done: the way back through the addresses closes it, too, and forgets nothing.
  function gone(dialog) {
    if (dialog === edit) keep(null);
    dialog.close();
  }

  function keep(changed) { window.tulparKeep('own:' + message.of, changed ? JSON.stringify({ id: message.id, words: message.words, text: changed }) : null); }

  function back() {
    const kept = I.current() && JSON.parse(window.tulparKept('own:' + I.current()));
    if (!kept) return;
    message = { id: kept.id, words: kept.words, of: I.current() };
    I.acts.edit();
    anew.value = kept.text;
  }

  anew.addEventListener('input', function () { keep(anew.value !== message.words && anew.value); });
  edit.addEventListener('cancel', function () { keep(null); }); // Escape
  window.addEventListener('load', back); // what keeps it is read after the scripts of the inbox
  I.on('chosen', back);
  I.on('again', back);

  // ---------- whose number is known

  function look() {
    const q = $('share-person-q').value.trim();
    clearTimeout(asking);
    if (!q) { found.hidden = true; return; }
    asking = setTimeout(function () { window.inboxPeople(I.params({ q: q })); }, ASK_AFTER);
  }

  function offer(part) {
    if (part.dataset.search !== $('share-person-q').value.trim()) return;
    const people = Array.from(part.children);
    found.replaceChildren.apply(found, people.map(function (one) {
      const option = new Option(one.textContent + ' · ' + one.value + ' · ' + found.dataset[one.dataset.kind.toLowerCase()], one.value);
      option.dataset.name = one.textContent;
      return option;
    }));
    if (!people.length) found.add(Object.assign(new Option(found.dataset.none, ''), { disabled: true }));
    found.hidden = false;
  }

  function take() {
    const one = found.selectedOptions[0];
    if (!one || !one.value) return;
    $('share-person-name').value = one.dataset.name;
    $('share-person-phone').value = one.value;
  }

  $('share-person-q').addEventListener('input', look);
  $('share-person-q').addEventListener('keydown', function (e) {
    if (e.code === 'ArrowDown' && !found.hidden) { e.preventDefault(); found.focus(); }
    if (e.code === 'Enter') e.preventDefault(); // it looks, and sends nothing
  });
  found.addEventListener('change', take);

  // ---------- how it went

  I.on('shown', function (what, args) {
    if (what === 'people') { if (I.part('people')) offer(I.part('people')); return; }
    const dialog = what === 'own' && shown();
    if (!dialog) return;
    if (args.refused) {
      args.told = true;
      fail(dialog, args.refused);
      return;
    }
    asked = { key: null, of: null };
    fail(dialog, '');
    dialog.querySelector('form').reset();
    found.hidden = true;
    gone(dialog);
    I.scroll.scrollTop = 0;
  });
  I.on('unanswered', function (what) {
    if (what === 'own' && shown()) fail(shown(), $('composer').dataset.lost);
  });
  I.on('leave', function () { if (shown()) shown().close(); });
})(window.Inbox);
