// What is typed into the sheet of a deal and not saved stays in this tab, with the version of the deal it was typed upon: whenever the sheet comes
// it stands in its fields again, and the sheet says so, until it is saved or discarded.
(function (I) {
  'use strict';
  const $ = I.$, saving = []; // in the order of the requests: what was typed as it was sent

  function name(id) { return 'deal:' + id; }
  function kept(id) { return JSON.parse(window.tulparKept(name(id))); }
  function keep(id, version, typed) { window.tulparKeep(name(id), typed.length ? JSON.stringify({ version: version, typed: typed }) : null); }

  $('sheet').addEventListener('input', function () {
    const form = $('edit'), typed = window.tulparTyped(form);
    keep(form.dataset.id, form.dataset.version, typed);
    if (!typed.length) $('unsaved').hidden = true;
  });

  I.sheet = {
    forget: function (id) { keep(id, null, []); },

    // The sheet has come. What is there by now without her is not hers any more.
    back: function () {
      const form = $('edit'), now = form.dataset.version, was = kept(form.dataset.id);
      if (!was) return;
      form.dataset.version = was.version;
      window.tulparPut(form, was.typed);
      if (window.tulparTouched(form)) { $('unsaved').hidden = false; return; }
      form.dataset.version = now;
      I.sheet.forget(form.dataset.id);
    },

    // What was typed upon one version, or any, counts as typed upon another.
    upon: function (id, version, was) {
      const form = $('edit'), typed = kept(id), to = String(version);
      if (form && form.dataset.id === id && (!was || form.dataset.version === was)) form.dataset.version = to;
      if (typed && (!was || typed.version === was)) keep(id, to, typed.typed);
    },

    sends: function (form) { saving.push({ id: form.dataset.id, typed: window.tulparKept(name(form.dataset.id)) }); },

    // fresh: the sheet as it is now: of what was saved, and of what another has changed, which she is told
    answered: function (saved, fresh) {
      const one = saving.shift();
      if (saved && window.tulparKept(name(one.id)) === one.typed) I.sheet.forget(one.id);
      else if (fresh) I.sheet.upon(one.id, fresh.querySelector('form').dataset.version);
    }
  };
})(window.Inbox);
