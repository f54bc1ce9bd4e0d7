// A picture of the thread, large: the next and the one before by arrows, and back to where one was by Escape.
(function (I) {
  'use strict';
  const $ = I.$, dialog = $('lightbox'), shot = $('lightbox-shot');
  let shown = null; // the address of the picture: its line may be exchanged meanwhile

  function all() { return Array.from(I.flow.querySelectorAll('a.shot')); }
  function at() { return all().findIndex(function (one) { return one.getAttribute('href') === shown; }); }
  function button(act) { return dialog.querySelector('[data-act=' + act + ']'); }

  function show(link) {
    const line = link.closest('article'), small = link.querySelector('img'), said = line.querySelector('.foot time');
    shown = link.getAttribute('href');
    shot.src = link.href;
    shot.alt = small.alt;
    $('lightbox-name').textContent = small.alt + (said ? ' · ' + said.title : '');
    $('lightbox-file').href = link.href;
    const place = at(), many = all().length, had = document.activeElement;
    $('lightbox-at').textContent = many > 1 ? dialog.dataset.of.replace('{0}', place + 1).replace('{1}', many) : '';
    button('light-back').disabled = place === 0;
    button('light-next').disabled = place === many - 1;
    if (had && had.disabled) button('unlight').focus();
  }

  function step(by) {
    const next = all()[at() + by];
    if (next) show(next);
  }

  document.addEventListener('click', function (e) {
    const link = e.target.closest('#flow a.shot');
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    dialog.showModal();
    show(link);
  });

  // No key of the page behind it; Escape is the browser's.
  dialog.addEventListener('keydown', function (e) {
    e.stopPropagation();
    if (e.code === 'ArrowLeft' || e.code === 'ArrowRight') { e.preventDefault(); step(e.code === 'ArrowLeft' ? -1 : 1); }
  });
  dialog.addEventListener('click', function (e) { if (e.target === dialog) dialog.close(); });
  dialog.addEventListener('close', function () {
    const link = all()[at()];
    shot.removeAttribute('src');
    if (link) link.focus();
  });

  I.acts.unlight = function () { dialog.close(); };
  I.acts['light-back'] = function () { step(-1); };
  I.acts['light-next'] = function () { step(1); };
})(window.Inbox);
