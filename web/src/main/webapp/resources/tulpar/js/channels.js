// The page of channels: what the gateways tell, as it comes, and how long the code is good. A lost connection is said until it is back.
(function () {
  'use strict';
  const CODE_LIVES = 40; // seconds, as Evolution keeps it
  const RETRY_EVERY = 4000; // ms
  const lost = document.getElementById('lost');
  let asked = false, again = false, leaves = false, failed = false, retry = null;

  // A look that overtakes the page after a button was pressed would take the answer's words away from it.
  document.addEventListener('submit', function (e) { if (e.target.method === 'post') leaves = true; });

  window.channelsPushed = function () {
    if (leaves) return;
    if (asked) { again = true; return; }
    asked = true;
    window.channelsLook();
  };

  window.channelsFailed = function () {
    failed = true; // the answer that is none follows
    window.channelsLost();
  };

  window.channelsLost = function () {
    if (leaves) return;
    lost.hidden = false;
    if (!retry) retry = setInterval(window.channelsPushed, RETRY_EVERY);
  };

  window.channelsShown = function () {
    const none = failed;
    asked = failed = false;
    if (none) return;
    found();
    count();
    if (again) { again = false; window.channelsPushed(); }
  };

  function found() {
    lost.hidden = true;
    if (!retry) return;
    clearInterval(retry);
    retry = null;
    window.OmniFaces.Push.open('channels'); // once it is open, all is asked for again
  }

  function count() {
    document.querySelectorAll('[data-code-at]').forEach(function (place) {
      const left = Math.ceil(CODE_LIVES - (Date.now() - Number(place.dataset.codeAt)) / 1000);
      place.textContent = left > 0 ? place.dataset.words.replace('{0}', left) : '';
    });
  }

  window.addEventListener('offline', window.channelsLost);
  window.addEventListener('online', window.channelsPushed);
  count();
  setInterval(count, 1000);
})();
