// Runs before the first paint, so no theme flashes: the switch's choice, else what the system prefers.
(function () {
  const root = document.documentElement;
  const kept = /(?:^|; )theme=(light|dark)/.exec(document.cookie);
  root.dataset.theme = kept ? kept[1] : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-theme-toggle]')) {
      root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
      document.cookie = 'theme=' + root.dataset.theme + '; path=/; max-age=31536000; samesite=strict';
    }
  });
})();
