// Reads the tokens out of their stylesheets, lists them, and puts each theme's on its specimen: nothing is written down twice.
(function () {
  'use strict';
  const sheets = Array.from(document.styleSheets).filter(function (s) { return s.href && /\/css\/tokens(-dark)?\.css/.test(s.href); });

  function tokens(sheet) {
    const rule = Array.from(sheet.cssRules).find(function (r) { return r.selectorText === ':root'; });
    return new Map(Array.from(rule.style).filter(function (n) { return n.startsWith('--'); })
      .map(function (n) { return [n, rule.style.getPropertyValue(n).trim()]; }));
  }

  const light = tokens(sheets.find(function (s) { return !/-dark/.test(s.href); }));
  const dark = new Map(Array.from(light).concat(Array.from(tokens(sheets.find(function (s) { return /-dark/.test(s.href); })))));
  const themes = { light: light, dark: dark };

  document.querySelectorAll('[data-specimen]').forEach(function (box) {
    box.style.colorScheme = box.dataset.specimen;
    themes[box.dataset.specimen].forEach(function (value, name) { box.style.setProperty(name, value); });
  });

  function cell(theme, name) {
    const td = document.createElement('td'), text = document.createElement('span');
    const probe = document.querySelector('[data-specimen=' + theme + ']');
    const value = themes[theme].get(name) || '';
    if (CSS.supports('color', getComputedStyle(probe).getPropertyValue(name).trim())) {
      const swatch = document.createElement('span');
      swatch.className = 'swatch';
      swatch.style.background = getComputedStyle(probe).getPropertyValue(name);
      td.append(swatch);
    }
    text.className = 'mono';
    text.textContent = value;
    td.append(text);
    return td;
  }

  const icons = document.getElementById('icons');
  fetch(icons.dataset.address).then(function (r) { return r.text(); }).then(function (text) {
    new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('symbol').forEach(function (symbol) {
      const item = document.createElement('li'), words = document.createElement('span');
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
      svg.setAttribute('class', 'i lg');
      use.setAttribute('href', icons.dataset.address + '#' + symbol.id);
      words.className = 'meta mono';
      words.textContent = symbol.id.replace(/^i-/, '');
      svg.append(use);
      item.append(svg, words);
      icons.append(item);
    });
  });

  const body = document.getElementById('tokens');
  light.forEach(function (value, name) {
    const row = document.createElement('tr'), head = document.createElement('td');
    head.className = 'mono';
    head.textContent = name;
    row.append(head, cell('light', name), cell('dark', name));
    body.append(row);
  });
})();
