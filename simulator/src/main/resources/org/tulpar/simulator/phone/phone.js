'use strict';
// The phone page: shows what the simulator tells, sends what the person at it writes. Keeps no truth of its own.
const texts = JSON.parse(document.getElementById('texts').textContent);
const at = (id) => document.getElementById(id);
const say = (key, ...values) => values.reduce((text, value, i) => text.replace('{' + i + '}', value), texts[key] || key);
const SHOWN = 80;
let instances = [];
let stream = null;
let typing = null;

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function clock(millis, seconds) {
  const options = { hour: '2-digit', minute: '2-digit', hour12: false };
  return new Date(millis).toLocaleTimeString(document.documentElement.lang, seconds ? { ...options, second: '2-digit' } : options);
}

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

function bubble(line) {
  const message = element('article', 'msg');
  message.dataset.id = line.id;
  message.dataset.author = line.author;
  if (line.author === 'CUSTOMER') message.classList.add('me');
  if (line.author === 'MANAGER_PHONE') message.classList.add('byphone');
  const flow = at('flow');
  const before = flow.lastElementChild;
  if (before && before.dataset.author === line.author) message.classList.add('follow');
  else if (line.author === 'MANAGER_PHONE') message.append(element('span', 'msg-by', say('phone.manager')));
  const box = element('div', 'bubble');
  const words = element('p', '', line.text);
  words.dir = 'auto';
  if (/[\u0590-\u08ff]/.test(line.text)) words.dataset.rtl = '';
  const foot = element('div', 'foot');
  foot.append(element('time', 'num', clock(line.at)));
  if (line.author === 'CUSTOMER') foot.append(tick(line));
  if (line.type !== 'conversation') box.append(badge(line.type));
  box.append(words, foot);
  message.append(box);
  return message;
}

function add(line) {
  const flow = at('flow');
  const near = flow.scrollHeight - flow.scrollTop - flow.clientHeight < SHOWN;
  const hint = flow.querySelector('.hint');
  if (hint) hint.replaceWith(element('div', 'sep', say('phone.today')));
  flow.append(bubble(line));
  if (near || line.author === 'CUSTOMER') flow.scrollTop = flow.scrollHeight;
  if (line.author !== 'CUSTOMER') presence(0);
}

function move(line) {
  const old = at('flow').querySelector('[data-id="' + CSS.escape(line.id) + '"] .tick');
  if (old) old.replaceWith(tick(line));
}

function presence(millis) {
  clearTimeout(typing);
  typing = null;
  if (millis > 0) {
    typing = setTimeout(() => presence(0), millis + 1000);
    at('presence').textContent = say('phone.typing');
  } else {
    const chosen = current();
    at('presence').textContent = say(chosen && chosen.state !== 'open' ? 'phone.closed' : 'phone.online');
  }
}

// ---- what the gateway saw
function result(entry) {
  const parts = [];
  const silent = entry.status === 0;
  if (entry.kind === 'webhook') {
    if (entry.attempt > 1) parts.push(say('log.attempt', entry.attempt));
    parts.push(silent ? say('log.silent', entry.ms, entry.error) : say('log.answered', entry.status, entry.ms));
    if (entry.againMs) parts.push(say('log.again', Math.round(entry.againMs / 100) / 10));
    else if (!good(entry)) parts.push(say('log.final'));
  } else if (entry.kind === 'send') {
    parts.push(silent ? say('log.noanswer') : say('log.answered.plain', entry.status));
  } else if (entry.kind === 'model') {
    parts.push(silent ? say('log.noanswer') : say('log.answered', entry.status, entry.ms));
  }
  if (entry.fault) parts.push(say('log.fault', entry.fault));
  return parts.join(' · ');
}

function good(entry) {
  return entry.status === undefined || (entry.status >= 200 && entry.status < 300);
}

function title(entry) {
  if (entry.kind !== 'webhook') return say('log.' + entry.kind);
  return texts['log.webhook.' + entry.event] || say('log.webhook.other');
}

function note(entry) {
  const log = at('log');
  const hint = log.querySelector('.hint');
  if (hint) hint.remove();
  const row = element('li');
  const dot = element('span', 'dot ' + (good(entry) ? 'good' : 'bad'));
  const head = element('div', 'bar wrap');
  head.append(element('b', '', title(entry)));
  const short = entry.event === 'messages.update' || entry.kind === 'presence';
  const name = [entry.kind === 'webhook' ? entry.event : entry.call, short ? entry.detail : ''].filter(Boolean).join(' ');
  if (name) head.append(element('span', 'mono muted', name));
  row.append(dot, element('time', 'meta num', clock(entry.at, true)), head);
  const detail = entry.detail;
  if (detail && !short) {
    const said = element('p', 'said muted', detail.length > 140 ? detail.slice(0, 140) + '…' : detail);
    said.dir = 'auto';
    row.append(said);
  }
  const outcome = result(entry);
  if (outcome) row.append(element('p', good(entry) ? 'result meta num' : 'result meta bad-text', outcome));
  log.prepend(row);
  while (log.children.length > SHOWN) log.lastElementChild.remove();
}

// ---- the connection
function current() {
  return instances.find((row) => row.instance === at('instance').value);
}

function fresh(start) {
  at('flow').replaceChildren(element('p', 'hint', say('phone.hint')));
  at('log').replaceChildren(element('li', 'hint muted', say('log.empty')));
  start.lines.forEach(add);
  start.journal.forEach(note);
  at('flow').scrollTop = at('flow').scrollHeight;
  presence(0);
}

function open() {
  if (stream) stream.close();
  const chosen = current();
  if (!chosen || !at('number').checkValidity() || !at('number').value) return;
  at('title').textContent = chosen.title;
  at('initials').textContent = chosen.title.split(/\s+/).map((word) => word[0]).join('').slice(0, 2).toUpperCase();
  at('crm').hidden = !/^https?:/.test(chosen.crmUrl);
  if (!at('crm').hidden) at('crm').href = chosen.crmUrl;
  stream = new EventSource('/phone/events?' + new URLSearchParams({ instance: chosen.instance, number: at('number').value }));
  const on = (name, act) => stream.addEventListener(name, (event) => act(JSON.parse(event.data)));
  on('start', fresh);
  on('line', add);
  on('tick', move);
  on('journal', note);
  on('typing', (shown) => presence(shown.ms));
  stream.onerror = () => { at('presence').textContent = say('phone.offline'); };
}

async function refresh() {
  let rows = null;
  try {
    rows = await (await fetch('/control/instances')).json();
  } catch (error) {
    at('presence').textContent = say('phone.offline');
    return;
  }
  const changed = JSON.stringify(rows) !== JSON.stringify(instances);
  if (changed || !stream || stream.readyState === EventSource.CLOSED) {
    instances = rows;
    const kept = at('instance').value || localStorage.getItem('instance');
    at('instance').replaceChildren(...rows.map((row) => new Option(row.title, row.instance)));
    if (rows.some((row) => row.instance === kept)) at('instance').value = kept;
    at('stage').hidden = rows.length === 0;
    at('empty').hidden = rows.length > 0;
    open();
    const chosen = current();
    at('link').hidden = !chosen || !chosen.code;
  }
}

async function scan() {
  const headers = { 'Content-Type': 'application/json' };
  await fetch('/control/scan', { method: 'POST', headers, body: JSON.stringify({ instance: at('instance').value }) });
  refresh();
}

// ---- writing
async function write(fields) {
  if (!at('number').reportValidity()) return;
  const body = { instance: at('instance').value, number: at('number').value, name: at('name').value, ...fields };
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch('/control/customer', { method: 'POST', headers, body: JSON.stringify(body) });
  const told = await answer.json();
  if (!answer.ok) at('presence').textContent = say('error.send', told.error);
}

function form(id, input, fromMe) {
  at(id).addEventListener('submit', (event) => {
    event.preventDefault();
    const text = at(input).value.trim();
    if (!text) return;
    at(input).value = '';
    write({ text, fromMe });
  });
}

function random() {
  return '7701' + String(Math.floor(1000000 + Math.random() * 9000000));
}

const probes = {
  price: () => write({ text: say('probe.price.text') }),
  human: () => write({ text: say('probe.human.text') }),
  arabic: () => write({ text: say('probe.arabic.text') }),
  three: () => [1, 2, 3].forEach((n) => setTimeout(() => write({ text: say('probe.three.' + n) }), (n - 1) * 900)),
  contact: () => write({ kind: 'contact', contactName: say('probe.contact.name'), contactNumber: '+996 555 123 456' }),
  location: () => write({ kind: 'location', latitude: 42.8746, longitude: 74.5698, place: say('probe.location.place'), address: say('probe.location.address') }),
};

function start() {
  at('name').value = localStorage.getItem('name') || say('who.guest');
  at('number').value = localStorage.getItem('number') || random();
  at('number').title = say('error.number');
  for (const id of ['instance', 'name', 'number']) {
    at(id).addEventListener('change', () => {
      localStorage.setItem(id, at(id).value);
      if (id !== 'name') open();
    });
  }
  localStorage.setItem('number', at('number').value);
  at('anew').addEventListener('click', () => {
    at('number').value = random();
    localStorage.setItem('number', at('number').value);
    open();
    at('text').focus();
  });
  at('scan').addEventListener('click', scan);
  at('instance').addEventListener('change', () => { at('link').hidden = !current() || !current().code; });
  form('customer', 'text', false);
  form('manager', 'managerText', true);
  at('probes').addEventListener('click', (event) => {
    const probe = event.target.closest('[data-probe]');
    if (probe) probes[probe.dataset.probe]();
  });
  document.querySelectorAll('[data-lang]').forEach((button) => {
    button.setAttribute('aria-pressed', String(button.dataset.lang === document.documentElement.lang));
    button.addEventListener('click', () => {
      document.cookie = 'lang=' + button.dataset.lang + '; path=/; max-age=31536000; samesite=strict';
      location.href = location.pathname;
    });
  });
  refresh();
  setInterval(refresh, 3000);
}

start();
