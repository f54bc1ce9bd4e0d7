'use strict';
// One message on the phone: what it shows, and what a customer does to it. Uses the words and helpers of phone.js.
// ---- the phone
function symbol(name, className, label) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', '#' + name);
  svg.setAttribute('class', className);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.append(use);
  return svg;
}

function tick(line) {
  const svg = symbol('t-' + line.tick, 'tick', say('tick.' + line.tick));
  svg.dataset.tick = line.tick;
  return svg;
}

function badge(type) {
  const known = type === 'contactMessage' || type === 'locationMessage' ? type : 'file';
  return symbol('i-' + known, 'i', say('type.' + known));
}

// What the message brought: a picture, a player, or a name to press.
function brought(file) {
  const address = '/phone/file/' + file.id;
  const kind = file.type.split('/')[0];
  if (kind === 'image') {
    const picture = element('img', 'shot');
    picture.src = address;
    picture.alt = file.name;
    return picture;
  }
  if (kind === 'audio' || kind === 'video') {
    const player = element(kind, 'shot');
    player.controls = true;
    player.preload = 'metadata';
    player.src = address;
    player.setAttribute('aria-label', file.name);
    return player;
  }
  const link = element('a', 'file', file.name);
  link.href = address;
  link.download = file.name;
  link.prepend(badge('file'));
  return link;
}

function inside(line) {
  const box = element('div', 'bubble');
  const words = element('p', '', line.gone ? say('phone.gone') : line.text);
  words.dir = 'auto';
  if (/[\u0590-\u08ff]/.test(line.text)) words.dataset.rtl = '';
  if (line.gone) words.className = 'muted';
  const foot = element('div', 'foot');
  if (line.edited) foot.append(element('span', '', say('phone.edited')));
  foot.append(element('time', 'num', clock(line.at)));
  if (line.author === 'CUSTOMER') foot.append(tick(line));
  if (line.file) box.append(brought(line.file));
  else if (line.type !== 'conversation' && !line.gone) box.append(badge(line.type));
  box.append(words, foot);
  return box;
}

function signs(message, line) {
  const old = message.querySelector('.signs');
  if (old) old.remove();
  const put = [line.theirs, line.ours].filter(Boolean).join(' ');
  if (put) message.append(element('div', 'signs', put));
}

// ---- what a customer does to a message
let answers = null;

function answering() {
  const id = answers ? answers.dataset.id : '';
  if (answers) answers.classList.remove('answered');
  answers = null;
  return id;
}

function answer(message) {
  const again = answers === message;
  answering();
  if (again) return;
  answers = message;
  message.classList.add('answered');
  at('text').focus();
}

function edit(message, id) {
  const text = prompt(say('act.edit'), message.querySelector('.bubble > p').textContent);
  if (text && text.trim()) order('/control/change', { kind: 'edit', id, text: text.trim() });
}

function react(message, id) {
  const put = message.querySelector('.signs');
  order('/control/change', { kind: 'reaction', id, text: put && put.textContent.includes('👍') ? '' : '👍' });
}

function acts(message, line) {
  const row = element('div', 'acts');
  const button = (words, key, act) => {
    const one = element('button', '', words);
    one.type = 'button';
    one.title = say(key);
    one.setAttribute('aria-label', say(key));
    one.addEventListener('click', act);
    row.append(one);
  };
  button('↩', 'act.answer', () => answer(message));
  button('👍', 'act.react', () => react(message, line.id));
  if (line.author === 'CUSTOMER') {
    button('✎', 'act.edit', () => edit(message, line.id));
    button('✕', 'act.delete', () => order('/control/change', { kind: 'delete', id: line.id, text: '' }));
  }
  return row;
}

function bubble(line) {
  const message = element('article', 'msg');
  message.dataset.id = line.id;
  message.dataset.author = line.author;
  if (line.author === 'CUSTOMER') message.classList.add('me');
  if (line.author === 'MANAGER_PHONE') message.classList.add('byphone');
  const before = at('flow').lastElementChild;
  if (before && before.dataset.author === line.author) message.classList.add('follow');
  else if (line.author === 'MANAGER_PHONE') message.append(element('span', 'msg-by', say('phone.manager')));
  message.append(inside(line), acts(message, line));
  signs(message, line);
  return message;
}
