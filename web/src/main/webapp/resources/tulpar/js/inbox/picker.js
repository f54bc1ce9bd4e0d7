// While the messenger takes no free text, one of the approved templates stands in the composer's place: a field for each of its places,
// and what the client will read.
(function (I) {
  'use strict';
  const PLACE = /\{\{(\d{1,2})\}\}/;
  const LONGEST = 1000; // as MessageTemplate takes it
  const $ = I.$, box = $('composer'), picker = $('picker'), choice = $('template-id'), fields = $('template-fields'), text = $('template-text');
  let sending = false, offered = null; // what the choice was made of

  function known() { const list = I.topOf.querySelector('#templates'); return list && Array.from(list.children); }
  function chosen() { return (known() || []).find(function (one) { return one.dataset.template === choice.value; }); }
  function values() { return Array.from(fields.querySelectorAll('input'), function (field) { return field.value.trim(); }); }
  function ready() { return !sending && Boolean(chosen()) && values().every(Boolean); }

  function preview() {
    const typed = values();
    text.replaceChildren();
    (chosen() ? chosen().textContent : '').split(PLACE).forEach(function (part, i) {
      const gap = i % 2 === 1; // every second part is the number of a place
      const one = document.createElement(gap ? 'mark' : 'span');
      one.textContent = gap ? typed[part - 1] || '{{' + part + '}}' : part;
      one.classList.toggle('gap', gap && !typed[part - 1]);
      text.append(one);
    });
    $('send').disabled = !ready();
  }

  function field(number) {
    const label = document.createElement('label'), input = document.createElement('input'), one = document.createElement('div');
    one.className = 'field';
    input.className = 'input';
    input.id = 'template-value-' + number;
    input.maxLength = LONGEST;
    input.dir = 'auto';
    input.setAttribute('aria-required', 'true');
    input.autocomplete = 'off';
    label.htmlFor = input.id;
    label.textContent = I.fill(fields.dataset.label, number);
    one.append(label, input);
    return one;
  }

  function places() {
    const many = chosen() ? Number(chosen().dataset.places) : 0;
    fields.replaceChildren.apply(fields, Array.from({ length: many }, function (none, i) { return field(i + 1); }));
    preview();
  }

  // What is chosen and typed stays while the same is offered to the same client.
  function offer(list) {
    const now = I.current() + list.map(function (one) { return one.outerHTML; }).join('');
    if (now === offered) { preview(); return; }
    offered = now;
    choice.replaceChildren.apply(choice, list.map(function (one) { return new Option(one.dataset.name, one.dataset.template); }));
    $('picker-in').hidden = !list.length;
    $('picker-none').hidden = list.length > 0;
    places();
  }

  I.picker = {
    stands: function () { return !picker.hidden; },
    field: function () { return fields.querySelector('input') || choice; },
    // Stands there, or goes: while a note is written, or the window is open.
    stand: function (replying, why) {
      const list = replying ? known() : null, typing = document.activeElement === I.reply;
      picker.hidden = !list;
      box.classList.toggle('is-closed', Boolean(list));
      if (!list) return;
      $('picker-why').textContent = why;
      offer(list);
      if (typing) I.picker.field().focus();
    },
    send: function () {
      if (!ready()) return;
      const typed = values(), of = ['template', choice.value].concat(typed).join('\n');
      sending = true;
      preview();
      window.inboxTemplate(I.params({ template: choice.value, key: I.composer.key(I.current(), of) })
        .concat(typed.map(function (value) { return { name: 'value', value: value }; })));
    }
  };

  picker.addEventListener('input', function (e) { if (e.target === choice) places(); else preview(); });
  I.on('unanswered', function (what) {
    if (what !== 'template') return;
    sending = false;
    preview();
    window.tulparToast(box.dataset.lost, { bad: true });
  });
  I.on('shown', function (what, args) {
    if (what !== 'template') return;
    sending = false;
    if (args.sent) { sessionStorage.removeItem('sent:' + I.current()); offered = null; }
    if (known() && I.picker.stands()) offer(known());
  });
})(window.Inbox);
