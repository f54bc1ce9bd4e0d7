// What a deal is about in the catalogue: a field that offers what is typed, in the panel and where a deal is made. Only what was offered
// can be chosen.
(function () {
  'use strict';
  const PAUSE = 250; // ms
  let timer = null, asking = null; // the field whose words were asked for last

  function offered(field) {
    const words = field.value.trim().toLowerCase();
    return Array.from(field.list.options).find(function (one) { return one.value.trim().toLowerCase() === words; });
  }

  // The empty field is no product; other words must be one.
  function choose(field) {
    const one = offered(field);
    field.parentElement.querySelector('[name=product]').value = one ? one.dataset.id : '';
    field.setCustomValidity(one || !field.value.trim() ? '' : field.dataset.none);
  }

  document.addEventListener('input', function (e) {
    const field = e.target;
    if (!field.matches('[data-about]')) return;
    choose(field);
    clearTimeout(timer);
    if (field.value.trim() && !offered(field)) timer = setTimeout(function () { ask(field); }, PAUSE);
  });

  // A form that was emptied says of none of its fields that it was typed into.
  document.addEventListener('reset', function (e) {
    e.target.querySelectorAll('[data-about]').forEach(function (field) { setTimeout(function () { choose(field); }, 0); });
  });

  function ask(field) {
    if (!field.isConnected || !field.value.trim()) return;
    asking = field;
    window.dealProducts([{ name: 'q', value: field.value.trim() }]);
  }

  document.addEventListener('tulpar:products', function (e) {
    if (!asking || !asking.isConnected) return;
    asking.list.replaceChildren.apply(asking.list, e.detail);
    choose(asking);
  });
})();
