// Worker: idempotency check -> client and conversation -> incoming message -> reply by rule -> outgoing message
//         -> gateway -> mark sent -> mark processed. At least once.
import http from 'node:http';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { config } from './config.js';

const redis = new Redis(config.redis);
redis.on('error', () => {});
const pool = new pg.Pool(config.pg);
pool.on('error', () => {});
const outbox = new Queue(config.outbox, { connection: config.redis });
outbox.on('error', () => {});
const agent = new http.Agent({ keepAlive: true, maxSockets: config.concurrency, scheduling: 'fifo' });

const sql = {
  client: { name: 'c', text: `insert into client (tenant, phone, name) values ($1,$2,$3)
            on conflict (tenant, phone) do update set name = excluded.name returning id` },
  conversation: { name: 'v', text: `insert into conversation (client_id, unread) values ($1, 1)
            on conflict (client_id) do update set last_message_at = now(), unread = conversation.unread + 1 returning id` },
  incoming: { name: 'i', text: `insert into message (conversation_id, direction, external_id, body, status)
            values ($1,'I',$2,$3,'received') on conflict do nothing` },
  outgoing: { name: 'o', text: `insert into message (conversation_id, direction, body, status)
            values ($1,'O',$2,'pending') returning id` },
  sent: { name: 's', text: `update message set status = 'sent', external_id = $2, sent_at = now() where id = $1` },
};
const run = (c, q, values) => c.query({ ...q, values });

// The canned rule: greeting or acknowledgement, quoting the customer's words (the driver correlates by its marker in them).
const reply = (text) => (/здравств|привет/i.test(text) ? 'Здравствуйте! ' : 'Принято: ') + text;

async function store(tenant, m, out) {
  const c = await pool.connect();
  try {
    if (config.txMode === 'tx') await c.query('begin');
    const client = (await run(c, sql.client, [tenant, m.phone, m.name])).rows[0].id;
    const conv = (await run(c, sql.conversation, [client])).rows[0].id;
    await run(c, sql.incoming, [conv, m.id, m.text]);
    const id = (await run(c, sql.outgoing, [conv, out])).rows[0].id;
    if (config.txMode === 'tx') await c.query('commit');
    c.release();
    return id;
  } catch (e) { c.release(e); throw e; }
}

function post(path, payload) {
  const body = Buffer.from(JSON.stringify(payload));
  return new Promise((ok, fail) => {
    const req = http.request(config.gateway + path, {
      method: 'POST', agent, timeout: 10_000,
      headers: { 'content-type': 'application/json', apikey: config.gatewayKey, 'content-length': body.length },
    }, (res) => {
      let s = ''; res.setEncoding('utf8');
      res.on('data', (d) => (s += d)).on('error', fail).on('end', () => {
        if (res.statusCode >= 300) return fail(new Error('gateway ' + res.statusCode));
        try { ok(JSON.parse(s)); } catch (e) { fail(e); }
      });
    });
    req.on('timeout', () => req.destroy(new Error('gateway timeout'))).on('error', fail).end(body);
  });
}

async function send(tenant, phone, text) {
  for (let attempt = 0; ; attempt++) {
    try { return await post(`/message/sendText/${encodeURIComponent(tenant)}`, { number: phone, text }); }
    catch (e) { if (attempt === 3) throw e; await new Promise((r) => setTimeout(r, 1000 << attempt)); }
  }
}

async function deliver(o) {
  const r = await send(o.tenant, o.phone, o.text);
  await pool.query({ ...sql.sent, values: [o.id, r?.key?.id ?? null] });
}

async function processMessage(job) {
  const e = job.data, d = e.data;
  const m = {
    id: d.key.id, phone: String(d.key.remoteJid).split('@')[0], name: d.pushName ?? null,
    text: d.message?.conversation ?? d.message?.extendedTextMessage?.text ?? '',
  };
  const mark = `processed:${e.instance}:${m.id}`;
  if (await redis.exists(mark)) return 'duplicate';
  const text = reply(m.text);
  const o = { tenant: e.instance, phone: m.phone, text };
  o.id = await store(e.instance, m, text);
  try { await deliver(o); }
  catch { await outbox.add('send', o, { attempts: 50, backoff: { type: 'exponential', delay: 1000 }, removeOnComplete: 1000 }); }
  await redis.set(mark, '1', 'EX', config.idempotencyTtl);
}

const opts = { connection: config.redis, concurrency: config.concurrency, stalledInterval: 30_000, lockDuration: 30_000 };
for (const w of [new Worker(config.queue, processMessage, opts), new Worker(config.outbox, (j) => deliver(j.data), { ...opts, concurrency: 5 })]) {
  w.on('error', () => {});
  w.on('failed', (j, err) => console.error('failed', j?.id, j?.attemptsMade, err.message));
}
console.log(`worker ready, concurrency ${config.concurrency}, ${config.txMode} (${globalThis.Bun ? 'bun ' + Bun.version : 'node ' + process.version})`);
