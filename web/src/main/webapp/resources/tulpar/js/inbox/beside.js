// What goes beside the words: files that are chosen, pasted or dropped, and the message that is answered. Files travel at once, by
// themselves; what is ready to go is kept per conversation and survives a reload. Also the signs that are put on messages.
(function (I) {
  'use strict';
  const $ = I.$, tray = $('tray'), input = $('files'), thread = $('thread');
  // Of an application at the root the address is empty, and an empty attribute is not written.
  const root = tray.dataset.root || '';
  const kept = new Map(); // key of a request -> what went with it
  let trays = {}; // conversation -> {files: [{id, name, bytes, shape, request}], answers: {message, by, text}}

  function of(c) {
    if (!trays[c]) trays[c] = JSON.parse(sessionStorage.getItem('beside:' + c) || 'null') || { files: [], answers: null };
    return trays[c];
  }

  function keep(c) {
    const ready = { files: of(c).files.filter(function (f) { return f.id; }), answers: of(c).answers };
    if (ready.files.length || ready.answers) sessionStorage.setItem('beside:' + c, JSON.stringify(ready));
    else sessionStorage.removeItem('beside:' + c);
    if (c === I.current()) show();
  }

  // ---------- what is shown above the composer

  function element(tag, name, text) {
    const node = document.createElement(tag);
    node.className = name;
    if (text) node.textContent = text;
    return node;
  }

  function icon(name) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    svg.setAttribute('class', 'i');
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', document.querySelector('svg.i use').getAttribute('href').replace(/#.*/, '#i-' + name));
    svg.append(use);
    return svg;
  }

  function remover(act, of) {
    const button = element('button', 'btn icon sm ghost');
    button.type = 'button';
    button.title = tray.dataset.remove;
    button.setAttribute('aria-label', tray.dataset.remove + ': ' + of);
    button.append(icon('x'));
    button.addEventListener('click', act);
    return button;
  }

  function size(bytes) { return bytes < 1e6 ? Math.max(1, Math.round(bytes / 1e3)) + ' kB' : (bytes / 1e6).toFixed(1) + ' MB'; }

  function chip(c, file) {
    const box = element('div', 'file-chip' + (file.id ? '' : ' wait'));
    if (file.id && file.shape === 'image') {
      const picture = element('img', '');
      picture.src = root + '/media/' + file.id;
      picture.alt = '';
      box.append(picture);
    } else {
      box.append(icon({ image: 'image', video: 'play', audio: 'mic' }[file.shape] || 'file'));
    }
    const words = element('span', 'grow');
    const name = element('b', 'cut', file.name);
    name.dir = 'auto';
    const done = element('span', 'meta', file.id ? size(file.bytes) : (file.progress || 0) + ' %');
    words.append(name, done);
    box.append(words, remover(function () { leave(c, file); }, file.name));
    return box;
  }

  function answered(c) {
    const quote = element('div', 'quote');
    const by = element('b', '', of(c).answers.by), text = element('span', '', of(c).answers.text);
    by.dir = text.dir = 'auto';
    quote.append(by, text);
    const row = element('div', 'bar answered');
    row.append(quote, remover(function () { of(c).answers = null; keep(c); I.reply.focus(); }, of(c).answers.by));
    return row;
  }

  function show() {
    const c = I.current(), has = c && of(c);
    tray.replaceChildren();
    tray.hidden = !has || !has.files.length && !has.answers;
    if (tray.hidden) return;
    if (has.answers) tray.append(answered(c));
    const chips = element('div', 'file-chips');
    has.files.forEach(function (file) { chips.append(chip(c, file)); });
    if (has.files.length) tray.append(chips);
  }

  // ---------- files

  function leave(c, file) {
    of(c).files = of(c).files.filter(function (f) { return f !== file; });
    if (file.request) file.request.abort();
    if (file.id) fetch(root + '/attachments/' + file.id, { method: 'DELETE', headers: { 'X-Tulpar-Page': 'inbox' } });
    keep(c);
  }

  function refused(request) {
    try { return JSON.parse(request.responseText).refused || tray.dataset.failed; } catch (e) { return tray.dataset.failed; }
  }

  function bring(c, given) {
    if (given.size > Number(tray.dataset.bytes)) {
      window.tulparToast(given.name + ': ' + I.fill(tray.dataset.large, Math.floor(tray.dataset.bytes / 1048576)), { bad: true });
      return;
    }
    const file = { name: given.name, bytes: given.size, shape: given.type.split('/')[0], progress: 0 };
    const request = file.request = new XMLHttpRequest(), form = new FormData();
    of(c).files.push(file);
    form.append('file', given, given.name);
    request.open('POST', root + '/attachments');
    request.setRequestHeader('X-Tulpar-Page', 'inbox');
    request.upload.onprogress = function (e) {
      file.progress = Math.floor(e.loaded / Math.max(1, e.total) * 100);
      if (c === I.current() && !I.pressed) show();
    };
    request.onload = function () {
      file.request = null;
      if (request.status === 201) {
        Object.assign(file, JSON.parse(request.responseText));
      } else {
        of(c).files = of(c).files.filter(function (f) { return f !== file; });
        window.tulparToast(file.name + ': ' + refused(request), { bad: true });
      }
      I.unpressed(function () { keep(c); });
    };
    request.onerror = function () { of(c).files = of(c).files.filter(function (f) { return f !== file; }); window.tulparToast(file.name + ': ' + tray.dataset.failed, { bad: true }); keep(c); };
    request.send(form);
  }

  function take(files) {
    const c = I.current();
    if (!c || I.reply.disabled) return;
    const room = Number(tray.dataset.most) - of(c).files.length;
    if (files.length > room) window.tulparToast(tray.dataset.many, { bad: true });
    Array.from(files).slice(0, Math.max(0, room)).forEach(function (file) { bring(c, file); });
    show();
    I.reply.focus();
  }

  function carries(e) { return e.dataTransfer && Array.from(e.dataTransfer.types).includes('Files'); }

  input.addEventListener('change', function () { take(input.files); input.value = ''; });
  I.reply.addEventListener('paste', function (e) {
    if (!e.clipboardData.files.length) return;
    e.preventDefault();
    take(e.clipboardData.files);
  });
  thread.addEventListener('dragover', function (e) { if (carries(e)) { e.preventDefault(); thread.classList.add('drop'); } });
  thread.addEventListener('dragleave', function (e) { if (!thread.contains(e.relatedTarget)) thread.classList.remove('drop'); });
  thread.addEventListener('drop', function (e) {
    if (!carries(e)) return;
    e.preventDefault();
    thread.classList.remove('drop');
    take(e.dataTransfer.files);
  });
  I.acts.attach = function () { I.menu.close(true); input.click(); };

  // ---------- the message that is answered, and signs

  I.acts.answer = function (button) {
    const message = button.closest('.msg'), by = message.querySelector('.msg-by b'), said = message.querySelector('.bubble > p');
    const text = said && said.textContent || (message.querySelector('.kind, .doc b') || message.querySelector('.bubble')).textContent;
    const name = message.matches('.out') ? tray.dataset.you : (document.querySelector('.thread-head h2') || by).textContent;
    of(I.current()).answers = { message: message.dataset.key.slice(1), by: by ? by.textContent : name, text: text.trim().slice(0, 200) };
    keep(I.current());
    I.reply.focus();
  };

  I.reply.addEventListener('keydown', function (e) {
    const has = e.code === 'Escape' && I.current() && of(I.current());
    if (!has || !has.answers) return;
    e.preventDefault();
    has.answers = null;
    keep(I.current());
  });

  function closeSigns() {
    document.querySelectorAll('.sign-menu').forEach(function (menu) { menu.previousElementSibling.setAttribute('aria-expanded', 'false'); menu.remove(); });
  }

  I.acts.signs = function (button) {
    const open = button.getAttribute('aria-expanded') === 'true';
    closeSigns();
    if (open) return;
    const ours = Array.from(button.closest('.msg').querySelectorAll('.sign.ours')).map(function (s) { return s.dataset.sign; });
    const menu = element('div', 'sign-menu');
    menu.setAttribute('role', 'group');
    menu.setAttribute('aria-label', button.title);
    tray.dataset.signs.replace(/[[\]\s]/g, '').split(',').forEach(function (sign) {
      const one = element('button', 'btn icon sm ghost', sign);
      one.type = 'button';
      one.dataset.act = 'react';
      one.dataset.sign = sign;
      one.setAttribute('aria-pressed', String(ours.includes(sign)));
      menu.append(one);
    });
    button.setAttribute('aria-expanded', 'true');
    button.after(menu);
    menu.firstElementChild.focus();
  };

  I.acts.react = function (button) {
    const message = button.closest('.msg').dataset.key.slice(1);
    const sign = button.getAttribute('aria-pressed') === 'true' ? '' : button.dataset.sign;
    closeSigns();
    window.inboxReact(I.params({ message: message, sign: sign, key: I.uuid() }));
  };

  I.on('replaced', function (old, now) {
    const menu = old.querySelector('.sign-menu'), button = now.querySelector('[data-act=signs]');
    if (!menu || !button) return;
    button.setAttribute('aria-expanded', 'true');
    button.after(menu);
  });

  document.addEventListener('click', function (e) { if (!e.target.closest('.acts')) closeSigns(); });
  document.addEventListener('keydown', function (e) {
    if (e.code !== 'Escape' || !document.querySelector('.sign-menu')) return;
    e.preventDefault();
    closeSigns();
  });

  // ---------- for the composer

  I.beside = {
    of: function (c) {
      const has = of(c);
      return { files: has.files.map(function (f) { return f.id; }).join(','), answers: has.answers ? has.answers.message : '',
        waits: has.files.some(function (f) { return !f.id; }) };
    },
    sent: function (one) {
      kept.set(one.key, of(one.c));
      trays[one.c] = { files: [], answers: null };
      show();
    },
    // What was not sent comes back to its place.
    settled: function (one, went) {
      const was = kept.get(one.key);
      kept.delete(one.key);
      if (was && !went) trays[one.c] = { files: was.files.concat(of(one.c).files), answers: of(one.c).answers || was.answers };
      keep(one.c);
    }
  };
  I.on('chosen', show);
  I.on('opened', show);
})(window.Inbox);
