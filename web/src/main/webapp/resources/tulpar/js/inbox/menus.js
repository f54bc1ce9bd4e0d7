// Menus beside the button that opens them: [data-menu] names the menu. They live outside of what pushes exchange.
(function (I) {
  'use strict';
  const GAP = 4; // px
  let open = null, opener = null;

  function place(menu, button) {
    const at = button.getBoundingClientRect(), width = menu.offsetWidth, height = menu.offsetHeight;
    const left = at.left + width + GAP > innerWidth ? Math.max(GAP, at.right - width) : at.left;
    const below = at.bottom + GAP + height <= innerHeight;
    menu.style.left = Math.min(left, Math.max(GAP, innerWidth - width - GAP)) + 'px';
    menu.style.top = (below ? at.bottom + GAP : Math.max(GAP, at.top - height - GAP)) + 'px';
  }

  function close(back) {
    if (!open) return;
    open.hidden = true;
    if (opener) opener.setAttribute('aria-expanded', 'false');
    if (back && opener && opener.isConnected) opener.focus();
    open = opener = null;
  }

  function show(button) {
    const menu = I.$(button.dataset.menu);
    const same = open === menu && opener === button;
    close(false);
    if (same) return;
    open = menu;
    opener = button;
    I.target = button.dataset.for === 'picked' ? 'picked' : 'open';
    menu.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    place(menu, button);
    const first = menu.querySelector('button:not([hidden]), input, select');
    if (first) first.focus({ preventScroll: true });
  }

  I.menu = { close: close, show: show, opener: function () { return opener; } };

  // Tags that came or went are in the filter at once; what is chosen there, and not asked for yet, stays chosen.
  I.offerTags = function (fresh) {
    const choice = document.querySelector('#filters select[name=tag]');
    const said = function (option) { return option.value + ' ' + option.text; };
    if (!choice || Array.from(choice.options).slice(1).map(said).join('\n') === Array.from(fresh.children).map(said).join('\n')) return;
    const chosen = choice.value;
    choice.replaceChildren.apply(choice, [choice.options[0]].concat(Array.from(fresh.children)));
    choice.value = chosen;
    if (choice.selectedIndex < 0) choice.selectedIndex = 0;
    choice.closest('.field').hidden = choice.options.length < 2;
  };

  document.addEventListener('click', function (e) {
    const button = e.target.closest('[data-menu]');
    if (button) { e.preventDefault(); show(button); return; }
    if (open && !open.contains(e.target)) close(false);
  });

  document.addEventListener('keydown', function (e) {
    if (!open) return;
    if (e.code === 'Escape') { e.preventDefault(); close(true); return; }
    if (e.code !== 'ArrowDown' && e.code !== 'ArrowUp' || e.target.matches('select, input')) return;
    const all = Array.from(open.querySelectorAll('button:not([hidden])'));
    const next = all[(all.indexOf(document.activeElement) + (e.code === 'ArrowDown' ? 1 : all.length - 1)) % all.length];
    e.preventDefault();
    if (next) next.focus();
  });
})(window.Inbox);
