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

function add(line) {
  const flow = at('flow');
  const near = flow.scrollHeight - flow.scrollTop - flow.clientHeight < SHOWN;
  const hint = flow.querySelector('.hint');
  if (hint) hint.replaceWith(element('div', 'sep', say('phone.today')));
  flow.append(bubble(line));
  if (near || line.author === 'CUSTOMER') flow.scrollTop = flow.scrollHeight;
  if (line.author !== 'CUSTOMER') presence(0);
}

function shown(id) {
  return at('flow').querySelector('[data-id="' + CSS.escape(id) + '"]');
}

function move(line) {
  const old = shown(line.id) && shown(line.id).querySelector('.tick');
  if (old) old.replaceWith(tick(line));
}

function change(line) {
  const old = shown(line.id);
  if (old) old.querySelector('.bubble').replaceWith(inside(line));
  if (old) signs(old, line);
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
  on('change', change);
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
async function order(path, fields) {
  if (!at('number').reportValidity()) return;
  const body = { instance: at('instance').value, number: at('number').value, name: at('name').value, ...fields };
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  const told = await answer.json();
  if (!answer.ok) at('presence').textContent = say('error.send', told.error);
}

function write(fields) {
  const quoted = fields.fromMe ? '' : answering();
  return order('/control/customer', quoted ? { ...fields, quoted } : fields);
}

// A file travels as base64: the simulator takes JSON only.
function writeFile(file, voice) {
  const reader = new FileReader();
  reader.onload = () => write({ kind: 'file', media: reader.result.replace(/^[^,]*,/, ''), mimetype: file.type || 'application/octet-stream', fileName: file.name || 'file', text: at('text').value.trim(), voice });
  reader.readAsDataURL(file);
}

// ---- ready-made files: a picture that is drawn here, and a second of a tone
function picture() {
  const canvas = element('canvas');
  canvas.width = 480;
  canvas.height = 320;
  const pen = canvas.getContext('2d');
  const sky = pen.createLinearGradient(0, 0, 0, 320);
  sky.addColorStop(0, 'steelblue');
  sky.addColorStop(1, 'khaki');
  pen.fillStyle = sky;
  pen.fillRect(0, 0, 480, 320);
  pen.fillStyle = 'darkslategray';
  [[0, 320], [120, 120], [210, 240], [320, 90], [480, 320]].forEach(([x, y]) => pen.lineTo(x, y));
  pen.fill();
  canvas.toBlob((blob) => writeFile(new File([blob], 'mountains.png', { type: 'image/png' }), false), 'image/png');
}

function voice() {
  const rate = 8000;
  const view = new DataView(new ArrayBuffer(44 + rate));
  const word = (at, text) => [...text].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
  word(0, 'RIFF');
  view.setUint32(4, 36 + rate, true);
  word(8, 'WAVEfmt ');
  [[16, 16], [24, rate], [28, rate], [40, rate]].forEach(([place, value]) => view.setUint32(place, value, true));
  [[20, 1], [22, 1], [32, 1], [34, 8]].forEach(([place, value]) => view.setUint16(place, value, true));
  word(36, 'data');
  for (let i = 0; i < rate; i++) view.setUint8(44 + i, 128 + 60 * Math.sin(i / rate * 2 * Math.PI * (330 + i / 40)) * (1 - i / rate));
  writeFile(new File([view], 'voice.wav', { type: 'audio/wav' }), true);
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
  picture,
  voice,
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
  at('attach').addEventListener('click', () => at('file').click());
  at('file').addEventListener('change', () => {
    [...at('file').files].forEach((file) => writeFile(file, false));
    at('file').value = '';
    at('text').value = '';
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
