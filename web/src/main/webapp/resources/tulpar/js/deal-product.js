// What a deal is about in the catalogue: a field of the panel that offers what is typed. Only what was offered can be chosen.
(function () {
  'use strict';
  const PAUSE = 250; // ms
  const $ = function (id) { return document.getElementById(id); };
  let timer = null;

  function offered() {
    const words = $('edit-product').value.trim().toLowerCase();
    return Array.from($('edit-products').options).find(function (one) { return one.value.trim().toLowerCase() === words; });
  }

  // The empty field is no product; other words must be one.
  function choose() {
    const field = $('edit-product'), one = offered();
    $('edit-product-id').value = one ? one.dataset.id : '';
    field.setCustomValidity(one || !field.value.trim() ? '' : field.dataset.none);
  }

  document.addEventListener('input', function (e) {
    if (e.target.id !== 'edit-product') return;
    choose();
    clearTimeout(timer);
    if (e.target.value.trim() && !offered()) timer = setTimeout(ask, PAUSE);
  });

  function ask() {
    const field = $('edit-product');
    if (field && field.value.trim()) window.dealProducts([{ name: 'q', value: field.value.trim() }]);
  }

  document.addEventListener('tulpar:products', function (e) {
    if (!$('edit-product')) return;
    $('edit-products').replaceChildren.apply($('edit-products'), e.detail);
    choose();
  });
})();
