// Whose notices this browser shows. On a page of anybody else, and on the sign-in page, it is told nothing more for the one before (their
// address at the push service is given up, so the server forgets it), and what is on the screen goes.
//   tulparWhose      when that is done; whoever subscribes waits for it
//   tulparOwner      who is signed in here, as the browser remembers its owner; '' on the sign-in page
//   tulparUnshown()  takes everything from the screen
(function () {
  'use strict';
  const page = document.getElementById('whose');
  const me = page && page.dataset.person ? page.dataset.organization + '.' + page.dataset.person : '';
  const OWNER = 'tulpar.push';
  window.tulparOwner = me;

  async function worker() { return 'serviceWorker' in navigator ? navigator.serviceWorker.getRegistration() : null; }

  async function unshown(whose) {
    const one = await worker();
    const shown = one && one.getNotifications ? await one.getNotifications() : [];
    shown.filter(whose).forEach(function (notice) { notice.close(); });
  }

  function another(notice) { return !me || !notice.data || String(notice.data.person) !== page.dataset.person; }

  async function givesUp() {
    const owner = localStorage.getItem(OWNER), one = await worker();
    if (owner === me || !one || !one.pushManager) return;
    const known = await one.pushManager.getSubscription();
    if (known) await known.unsubscribe();
    if (!owner) return;
    // They want it still: under their next sign-in it begins anew.
    const place = OWNER + '.' + owner.slice(owner.indexOf('.') + 1);
    if (localStorage.getItem(place)) localStorage.setItem(place, 'left');
    if (localStorage.getItem(OWNER) === owner) localStorage.removeItem(OWNER);
  }

  window.tulparUnshown = function () { return unshown(function () { return true; }).catch(function () {}); };
  window.tulparWhose = page ? Promise.all([unshown(another), givesUp()]).catch(function () {}) : Promise.resolve(); // the next page tries again

  document.addEventListener('submit', function (e) {
    if (/\/logout$/.test(e.target.action)) window.tulparUnshown();
  });
})();
