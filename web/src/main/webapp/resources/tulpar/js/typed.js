// What is typed outlives a server that has forgotten the page, or the person: where the page is read anew it stands in its fields again.
//   tulparExpired()   the server has forgotten this page; called by an answer of it
//   tulparTouched(form)   whether anything in it is not as it came
//   tulparLeaves      whether the page is being read anew: what an answer brings besides is not looked at
(function () {
  'use strict';
  const SENT = 'typed'; // of the form that is on its way; a page that answers has taken it
  const inside = document.getElementById('main'); // a sign-in and a failure have none
  const TEXT = /^(text|search|email|tel|number|textarea)$/;
  const LEFT_OUT = /^(password|hidden|file|submit|button|select-multiple)$/;

  // The address with its question: of two that are edited on one page neither gets the other's words.
  function address() { return location.pathname + location.search; }
  function place(of) { return 'typed:' + of; }

  function person() {
    const notices = document.getElementById('notices');
    return notices ? notices.dataset.person : '';
  }

  function take(key) {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return kept && JSON.parse(kept);
  }

  function isTicked(f) { return f.type === 'checkbox' || f.type === 'radio'; }
  function key(f) { return (f.form && f.form.dataset.id || '') + '/' + (f.id || f.name) + (isTicked(f) ? '=' + f.value : ''); }

  function fields(part) {
    return Array.from(part.querySelectorAll('input, textarea, select')).filter(function (f) { return (f.id || f.name) && !LEFT_OUT.test(f.type); });
  }

  function first(f) {
    if (f.type !== 'select-one') return isTicked(f) ? f.defaultChecked : f.defaultValue;
    const chosen = Array.from(f.options).find(function (o) { return o.defaultSelected; }) || f.options[0];
    return chosen ? chosen.value : '';
  }

  function now(f) { return isTicked(f) ? f.checked : f.value; }

  function isTouched(f) { return now(f) !== first(f); }

  function kept(all) {
    const typed = all.filter(isTouched).map(function (f) { return [key(f), now(f)]; });
    return JSON.stringify({ address: address(), person: person(), typed: typed });
  }

  window.tulparTouched = function (form) { return fields(form).some(isTouched); };

  window.tulparExpired = function () {
    sessionStorage.setItem(place(address()), kept(fields(inside).filter(function (f) { return f.id && TEXT.test(f.type); })));
    window.tulparLeaves = true;
    location.reload();
  };

  // After whoever else hears of it: a form that a script carries away does not leave the page.
  window.addEventListener('submit', function (e) {
    if (!e.defaultPrevented && e.target.method === 'post' && inside && inside.contains(e.target)) sessionStorage.setItem(SENT, kept(fields(e.target)));
  });

  const sent = take(SENT);
  if (!inside) {
    const again = document.querySelector('.failure [data-again]');
    if (sent) sessionStorage.setItem(place(sent.address), JSON.stringify(sent));
    if (sent && again) again.href = sent.address;
    return;
  }

  const back = take(place(address()));
  if (!back) return;
  const typed = new Map(back.typed);

  function put() {
    let any = false;
    fields(inside).forEach(function (f) {
      if (!typed.has(key(f)) || isTouched(f)) return;
      if (isTicked(f)) f.checked = typed.get(key(f)); else f.value = typed.get(key(f));
      typed.delete(key(f));
      any = true;
    });
    return any;
  }

  window.addEventListener('load', function () {
    if (person() !== back.person) return; // another one has signed in here
    if (put()) window.tulparToast(document.getElementById('toasts').dataset.typed);
    document.addEventListener('tulpar:fields', put); // what comes later
  });
})();
