// The page of channels: what the gateways tell, as it comes, and how long the code is good.
(function () {
  'use strict';
  const CODE_LIVES = 40; // seconds, as Evolution keeps it
  let asked = false, again = false, leaves = false;

  // A look that overtakes the page after a button was pressed would take the answer's words away from it.
  document.addEventListener('submit', function (e) { if (e.target.method === 'post') leaves = true; });

  window.channelsPushed = function () {
    if (leaves) return;
    if (asked) { again = true; return; }
    asked = true;
    window.channelsLook();
  };

  window.channelsShown = function () {
    asked = false;
    count();
    if (again) { again = false; window.channelsPushed(); }
  };

  function count() {
    document.querySelectorAll('[data-code-at]').forEach(function (place) {
      const left = Math.ceil(CODE_LIVES - (Date.now() - Number(place.dataset.codeAt)) / 1000);
      place.textContent = left > 0 ? place.dataset.words.replace('{0}', left) : '';
    });
  }

  count();
  setInterval(count, 1000);
})();
