// What the composer offers while one types: canned replies behind a slash, products behind a hash, colleagues behind an at sign.
(function (I) {
  'use strict';
  const MOST = 8;
  const ASK_AFTER = 200; // ms without a key
  const WORD = '[\\p{L}\\p{N}_-]';
  const NAMED = '(?:' + WORD + '+ ){0,3}' + WORD + '*'; // a product's name has several words; four are looked for
  const $ = I.$, reply = I.reply, list = $('suggest');
  let replies = null, of = null, loaded = false, loading = false, from = -1, shown = [], at = 0;
  let quotes = new Map(), asking = null; // word -> products: asked of the server, as there may be thousands

  // The word under the caret and where it begins, when it begins with the sign; behind a hash also the words before it.
  function begun(sign) {
    const before = reply.value.slice(0, reply.selectionStart);
    const match = new RegExp('(^|\\s)' + sign + '(' + (sign === '#' ? NAMED : WORD + '*') + ')$', 'u').exec(before);
    return match && { sign: sign, from: before.length - match[2].length - 1, word: match[2].toLocaleLowerCase() };
  }

  function colleagues() {
    return Array.from(document.querySelectorAll('#assign [data-name]')).map(function (b) { return { name: b.dataset.name, text: '@' + b.dataset.name + ' ' }; });
  }

  function look() {
    const note = I.composer.mode() === 'NOTE', now = begun(note ? '@' : '/') || !note && begun('#');
    clearTimeout(asking);
    if (!now || !I.current()) { hide(); return; }
    from = now.from;
    if (now.sign === '#') { products(now.word); return; }
    if (!note && (!replies || of !== I.current())) {
      of = I.current();
      replies = [];
      loaded = false;
      window.inboxReplies(I.params({}));
    }
    loading = !note && !loaded;
    const all = note ? colleagues() : replies;
    const first = all.filter(function (one) { return one.name.toLocaleLowerCase().startsWith(now.word); });
    const also = all.filter(function (one) { return !first.includes(one) && (one.name + ' ' + one.text).toLocaleLowerCase().includes(now.word); });
    draw(first.concat(also).slice(0, MOST), now.sign);
  }

  // More words find fewer: where the first ones have found nothing, what follows is the sentence that goes on.
  function inVain(words) {
    return words.some(function (word, i) {
      const found = quotes.get(words.slice(0, i + 1).join(' '));
      return i < words.length - 1 && found && !found.length;
    });
  }

  function products(typed) {
    const words = typed.split(' ').filter(Boolean), word = words.join(' ');
    const known = quotes.get(word);
    if (inVain(words) || words.length > 1 && known && !known.length) { loading = false; hide(); return; }
    loading = !known;
    if (known) { draw(known, '#'); return; }
    if (list.hidden) draw([], '#');
    asking = setTimeout(function () { window.inboxQuotes(I.params({ q: word })); }, ASK_AFTER);
  }

  function draw(found, sign) {
    const note = sign === '@';
    shown = found;
    at = 0;
    list.replaceChildren.apply(list, found.map(function (one, i) {
      const line = document.createElement('button');
      line.type = 'button';
      line.id = 'suggest-' + i;
      line.setAttribute('role', 'option');
      line.tabIndex = -1;
      const name = document.createElement('b');
      name.textContent = sign === '/' ? '/' + one.name : one.name;
      line.append(name);
      if (!note) {
        const text = document.createElement('span');
        text.className = 'cut meta';
        text.textContent = one.about || one.text;
        line.append(text);
      }
      line.addEventListener('mousedown', function (e) { e.preventDefault(); at = i; take(); });
      return line;
    }));
    if (!found.length && !loading) {
      const none = document.createElement('p');
      none.className = 'meta';
      none.textContent = sign === '#' ? list.dataset.quoteless : list.dataset.none;
      list.append(none);
    }
    list.hidden = note && !found.length;
    mark();
  }

  function mark() {
    Array.from(list.children).forEach(function (line, i) { line.setAttribute('aria-selected', String(i === at)); });
    if (shown.length) reply.setAttribute('aria-activedescendant', 'suggest-' + at); else reply.removeAttribute('aria-activedescendant');
  }

  function hide() {
    list.hidden = true;
    shown = [];
    reply.removeAttribute('aria-activedescendant');
  }

  function take() {
    const one = shown[at], start = from;
    hide();
    if (one) I.composer.put(start, reply.selectionStart, one.text);
    hide();
  }

  reply.addEventListener('keydown', function (e) {
    if (list.hidden) return;
    if (e.code === 'Escape') { e.preventDefault(); hide(); return; }
    if (!shown.length) { if (loading && e.code === 'Enter') e.preventDefault(); return; }
    if (e.code === 'ArrowDown' || e.code === 'ArrowUp') {
      e.preventDefault();
      at = (at + (e.code === 'ArrowDown' ? 1 : shown.length - 1)) % shown.length;
      mark();
    } else if (e.code === 'Enter' || e.code === 'Tab') {
      e.preventDefault();
      take();
    }
  }, true);

  reply.addEventListener('blur', hide);
  I.on('typed', look);
  I.on('leave', hide);
  I.on('sending', hide);
  I.on('shown', function (what) {
    if (what === 'quotes' && I.part('quotes')) {
      quotes.set(I.part('quotes').dataset.search || '', Array.from(I.part('quotes').children).map(function (one) { return { name: one.dataset.name, about: one.dataset.about, text: one.textContent }; }));
      look();
      return;
    }
    if (what !== 'replies' || !I.part('replies')) return;
    loaded = true;
    replies = Array.from(I.part('replies').children).map(function (one) { return { name: one.dataset.shortcut, text: one.textContent }; });
    look();
  });
  I.on('unanswered', function (what) { if (what === 'quotes' || what === 'replies') { loading = false; hide(); } });
  // What is for sale changes: another conversation asks anew.
  I.on('chosen', function () { quotes = new Map(); });

  function begin(sign) {
    I.composer.show('REPLY');
    const at = reply.selectionStart, gap = at > 0 && !/\s$/.test(reply.value.slice(0, at)) ? ' ' : '';
    I.composer.put(at, at, gap + sign);
  }
  I.acts.canned = function () { begin('/'); };
  I.acts.quote = function () { begin('#'); };
})(window.Inbox);
