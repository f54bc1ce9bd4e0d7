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
      if (!e.composedPath().includes(d)) d.open = false; // what was pressed may be gone by now
    });
  });

  // What cannot be taken back is asked about first: then(), when that is meant.
  window.tulparAsk = function (words, verb, then) {
    const question = document.getElementById('ask'), yes = document.getElementById('ask-yes');
    document.getElementById('ask-words').textContent = words;
    yes.textContent = yes.dataset.words.replace('{0}', verb.charAt(0).toLocaleLowerCase() + verb.slice(1));
    question.returnValue = ''; // Escape leaves the answer of the time before
    question.addEventListener('close', function () { if (question.returnValue === 'yes') then(); }, { once: true });
    question.showModal();
  };

  let meant = null;

  function verb(button) { return button.matches('input') ? button.value : button.title || button.textContent.trim(); }

  document.addEventListener('click', function (e) {
    const button = e.target.closest('[data-ask]');
    if (!button || button === meant) return;
    e.preventDefault();
    window.tulparAsk(button.dataset.ask, verb(button), function () {
      meant = button.isConnected ? button : document.getElementById(button.id); // its part of the page may have been read anew
      if (meant) meant.click();
      meant = null;
    });
  });

  // Without TLS there is no clipboard: then the text is marked, and the person copies it.
  function copied(button, source) {
    getSelection().selectAllChildren(source);
    if (!navigator.clipboard) return;
    navigator.clipboard.writeText(source.innerText).then(function () { window.tulparToast(button.dataset.copied); });
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
