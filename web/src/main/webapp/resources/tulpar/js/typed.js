// What is typed outlives a server that has forgotten the page, or the person, and another form of the page that is sent: where the page is
// read anew it stands in its fields again.
//   tulparExpired()      the server has forgotten this page; called by an answer of it
//   tulparTouched(form)  whether anything in it is not as it came
//   tulparTyped(form)    what in it is not as it came; tulparPut(form, typed) puts it back
//   tulparKept(name)     what is kept under a name for this person in this tab; tulparKeep(name, text) keeps it, null forgets it. A form whose
//                        script does so is marked data-kept, and is left to it
//   tulparLeaves         whether the page is being read anew: what an answer brings besides is not looked at
(function () {
  'use strict';
  const SENT = 'typed'; // of the form that is on its way, and of those beside it; a page that answers has taken it
  const inside = document.getElementById('main'); // a sign-in and a failure have none
  const TEXT = /^(text|search|email|tel|number|textarea)$/;
  const LEFT_OUT = /^(password|hidden|file|submit|button|select-multiple)$/;
  const refused = new Map(); // key -> as it came at first: what was refused comes back as if it had always been there

  // The address with its question: of two that are edited on one page neither gets the other's words.
  function address() { return location.pathname + location.search; }
  function place(of) { return 'typed:' + of; }

  function person() {
    const notices = document.getElementById('notices');
    return notices ? notices.dataset.person : '';
  }

  function own(name) { return place(person() + ':' + name); }
  window.tulparKept = function (name) { return sessionStorage.getItem(own(name)); };
  window.tulparKeep = function (name, text) {
    if (text === null) sessionStorage.removeItem(own(name)); else sessionStorage.setItem(own(name), text);
  };

  function take(key) {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return kept && JSON.parse(kept);
  }

  function keep(key, typed, beside) {
    sessionStorage.setItem(key, JSON.stringify({ address: address(), person: person(), typed: typed, beside: beside }));
  }

  // For the next time that its page is read.
  function keepFor(left, typed) { sessionStorage.setItem(place(left.address), JSON.stringify(Object.assign(left, { typed: typed }))); }

  function isTicked(f) { return f.type === 'checkbox' || f.type === 'radio'; }
  function key(f) { return (f.form && f.form.getAttribute('id') || '') + '/' + (f.id || f.name) + (isTicked(f) ? '=' + f.value : ''); }

  function fields(part) {
    return Array.from(part.querySelectorAll('input:not([autocomplete=one-time-code]), textarea, select'))
      .filter(function (f) { return (f.id || f.name) && !LEFT_OUT.test(f.type); });
  }

  function first(f) {
    if (refused.has(key(f))) return refused.get(key(f));
    if (f.type !== 'select-one') return isTicked(f) ? f.defaultChecked : f.defaultValue;
    const chosen = Array.from(f.options).find(function (o) { return o.defaultSelected; }) || f.options[0];
    return chosen ? chosen.value : '';
  }

  function now(f) { return isTicked(f) ? f.checked : f.value; }

  function isTouched(f) { return now(f) !== first(f); }

  function touched(part) { return fields(part).filter(isTouched); }

  // The version of what the field is about, where its form carries one.
  function version(f) { return f.form && f.form.querySelector('input[type=hidden][name$=version]'); }

  function entry(f) {
    const upon = version(f);
    return { key: key(f), now: now(f), first: first(f), version: upon ? upon.value : null };
  }

  // A choice that is offered no more is not made.
  function takes(f, value) { return f.type !== 'select-one' || Array.from(f.options).some(function (o) { return o.value === value; }); }

  function put(part, typed) {
    const kept = new Map(typed.map(function (one) { return [one.key, one]; }));
    let any = false;
    fields(part).forEach(function (f) {
      const one = kept.get(key(f)), upon = version(f);
      if (!one || one.now === one.first || one.now === now(f) || isTouched(f) || !takes(f, one.now)) return;
      if (upon && one.version !== null && one.first !== first(f)) upon.value = one.version; // another person has changed it: she is told when she saves
      if (isTicked(f)) f.checked = one.now; else f.value = one.now;
      f.dispatchEvent(new Event('input', { bubbles: true }));
      any = true;
    });
    return any;
  }

  window.tulparTouched = function (form) { return touched(form).length > 0; };
  window.tulparTyped = function (form) { return touched(form).map(entry); };
  window.tulparPut = put;

  window.tulparExpired = function () {
    const left = touched(inside).filter(function (f) { return f.id && TEXT.test(f.type) && !f.closest('[data-kept]'); });
    keep(place(address()), left.map(entry), []);
    window.tulparLeaves = true;
    location.reload();
  };

  // Those that the page would be left with: of what is sent the server has the text. Whole forms, so that they are known again.
  function beside(form) {
    const others = Array.from(inside.querySelectorAll('form[method=post]')).filter(function (f) { return f !== form && window.tulparTouched(f); });
    return others.flatMap(fields).map(entry);
  }

  // After whoever else hears of it: a form that a script carries away does not leave the page.
  window.addEventListener('submit', function (e) {
    const form = e.target;
    if (!e.defaultPrevented && form.method === 'post' && inside) keep(SENT, inside.contains(form) ? window.tulparTyped(form) : [], beside(form));
  });

  const sent = take(SENT);
  if (!inside) {
    const failed = document.querySelector('.failure'); // else it is the sign-in, which has taken nothing
    const again = failed && failed.querySelector('[data-again]');
    const taken = failed && performance.getEntriesByType('navigation')[0].redirectCount > 0; // and then led to a page that fails
    if (sent) keepFor(sent, taken ? sent.beside : sent.typed.concat(sent.beside));
    if (again) again.href = sent && !taken ? sent.address : address();
    return;
  }

  // The answer itself and not a page that it leads to: the form was refused.
  const back = take(place(address())), here = sent && sent.address.split('?')[0] === location.pathname;
  if (here && !performance.getEntriesByType('navigation')[0].redirectCount) sent.typed.forEach(function (one) { refused.set(one.key, one.first); });

  function isAsItWas(typed) {
    const all = new Map(fields(inside).map(function (f) { return [key(f), f]; }));
    return typed.every(function (one) { return all.has(one.key) && first(all.get(one.key)) === one.first; });
  }

  // What is left of the page before: where another page answers it waits for its own.
  function stay() {
    if (here && (sent.address === address() || isAsItWas(sent.beside))) return put(inside, sent.beside);
    if (sent.beside.length) keepFor(sent, sent.beside);
    return false;
  }

  window.addEventListener('load', function () {
    const words = document.getElementById('toasts').dataset;
    if (sent && sent.person === person() && stay()) window.tulparToast(words.unsaved); // unless another one has signed in here
    if (back && back.person === person() && put(inside, back.typed)) window.tulparToast(words.typed);
  });
})();
