// A question with answers to choose from, as the client will see it. own.js opens it and sends it.
(function (I) {
  'use strict';
  const $ = I.$, dialog = $('share-question'), form = dialog.querySelector('form');
  const said = dialog.querySelector('.bubble > p'), list = dialog.querySelector('.answers');

  function answers() {
    return $('share-question-answers').value.split('\n').map(function (line) { return line.trim(); }).filter(Boolean);
  }

  function draw() {
    said.textContent = $('share-question-text').value.trim();
    list.replaceChildren.apply(list, answers().map(function (words) {
      const one = document.createElement('li');
      one.dir = 'auto';
      one.textContent = words;
      return one;
    }));
    dialog.querySelector('.asks-so').hidden = !said.textContent && !list.children.length;
  }

  // Of the conversation that it is opened in.
  function look() {
    const strip = I.topOf.querySelector('.handler[data-voice]'), pressed = Boolean(strip) && strip.dataset.answers === 'true';
    list.classList.toggle('numbered', !pressed);
    dialog.querySelector('[data-numbered]').hidden = pressed;
    dialog.querySelector('[data-foreign]').hidden = !$('tongue').querySelector('[data-language]');
    draw();
  }

  document.addEventListener('click', function (e) { if (e.target.closest('[data-act=ask]')) look(); });
  form.addEventListener('input', draw);
  form.addEventListener('reset', function () { setTimeout(draw); }); // once the fields are empty
  I.on('chosen', function () { form.reset(); }); // it was another client's
})(window.Inbox);
