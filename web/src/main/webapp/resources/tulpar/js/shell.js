// The frame of every page: theme and language without losing what is being typed, and menus that close as one expects.
(function () {
  'use strict';
  const root = document.documentElement;
  const dark = document.getElementById('dark');
  const MEDIA = { light: 'not all', dark: 'all', system: '(prefers-color-scheme: dark)' };

  function isDark() {
    return root.dataset.theme === 'dark' || (root.dataset.theme === 'system' && matchMedia(MEDIA.system).matches);
  }

  function show(theme) {
    root.dataset.theme = theme;
    dark.media = MEDIA[theme];
    document.querySelectorAll('button[name=theme]').forEach(function (b) {
      b.setAttribute('aria-pressed', String(b.value.toLowerCase() === theme));
    });
  }

  function keep(action, name, value) {
    return fetch(action, { method: 'POST', body: new URLSearchParams([[name, value]]), redirect: 'manual' });
  }

  document.addEventListener('submit', function (e) {
    const button = e.submitter;
    if (!e.target.matches('form[data-preference=theme]') || !button) return;
    e.preventDefault();
    show(button.value.toLowerCase());
    keep(e.target.action, 'theme', button.value);
  });

  document.addEventListener('click', function (e) {
    const toggle = e.target.closest('[data-theme-toggle]');
    if (toggle) {
      e.preventDefault(); // without a script the button sends its form
      const next = isDark() ? 'light' : 'dark';
      show(next);
      keep(document.querySelector('form[data-preference=theme]').action, 'theme', next.toUpperCase());
    }
    const copy = e.target.closest('[data-copy]');
    if (copy) copied(copy, document.getElementById(copy.dataset.copy));
    if (e.target.closest('[data-print]')) window.print();
    document.querySelectorAll('details:is(.usermenu, .more)[open]').forEach(function (d) {
      if (!d.contains(e.target)) d.open = false;
    });
  });

  // What cannot be taken back is asked about first.
  document.addEventListener('click', function (e) {
    const button = e.target.closest('[data-ask]');
    if (button && !window.confirm(button.dataset.ask)) e.preventDefault();
  });

  // Without TLS there is no clipboard: then the text is marked, and the person copies it.
  function copied(button, source) {
    getSelection().selectAllChildren(source);
    if (!navigator.clipboard) return;
    navigator.clipboard.writeText(source.innerText).then(function () {
      const toast = document.createElement('div');
      toast.className = 'toast';
      toast.textContent = button.dataset.copied;
      document.getElementById('toasts').append(toast);
      setTimeout(function () { toast.remove(); }, 6000);
    });
  }

  document.addEventListener('keydown', function (e) {
    if (e.code !== 'Escape') return;
    document.querySelectorAll('details:is(.usermenu, .more)[open]').forEach(function (d) {
      d.open = false;
      d.querySelector('summary').focus();
    });
  });

  // Which file is chosen, in the words of the page: the browser's own button speaks the browser's language.
  document.addEventListener('change', function (e) {
    const said = e.target.matches('main input[type=file]') && e.target.form && e.target.form.querySelector('output[data-none]');
    if (said) said.textContent = e.target.files.length ? e.target.files[0].name : said.dataset.none;
  });
})();
