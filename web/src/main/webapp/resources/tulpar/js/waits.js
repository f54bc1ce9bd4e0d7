// While the same page is asked for anew, with another filter, order, period or leaf, what will change is covered by bars of its own size:
// nothing moves, and nobody reads what is not asked for any more. What is there at once is not covered.
(function () {
  'use strict';
  const SLOW = 200, LONGEST = 20000; // ms; a page that never comes is shown as it was
  const main = document.getElementById('main');
  if (!main) return;
  let timer = null, end = null;

  function over() {
    clearTimeout(timer);
    clearTimeout(end);
    main.removeAttribute('aria-busy');
  }

  function wait() {
    over();
    timer = setTimeout(function () { main.setAttribute('aria-busy', 'true'); }, SLOW);
    end = setTimeout(over, LONGEST);
  }

  // What is opened from a list is another page.
  function same(address) {
    const to = new URL(address, location.href);
    return to.origin === location.origin && !(to.hash && to.search === location.search)
      && (location.pathname === to.pathname || location.pathname.startsWith(to.pathname + '/'));
  }

  // The last to hear of it: what a script has taken over is no new page.
  window.addEventListener('click', function (e) {
    const link = e.target.closest && e.target.closest('#main a[href]');
    if (!link || e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
    if (!link.hasAttribute('download') && !link.target && same(link.href)) wait();
  });
  window.addEventListener('submit', function (e) {
    if (!e.defaultPrevented && e.target.method === 'get' && main.contains(e.target) && same(e.target.action)) wait();
  });
  window.addEventListener('keydown', function (e) { if (e.code === 'Escape') over(); });
  window.addEventListener('pageshow', function (e) { if (e.persisted) over(); });
})();
