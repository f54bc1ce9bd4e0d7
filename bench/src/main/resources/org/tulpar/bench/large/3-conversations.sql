-- Conversations: more than four fifths of the clients have one, some came back and have closed ones behind them; half of all were alive
-- within the last three months, every tenth within the last day.
create temporary table made on commit drop as
with p as (
  select i, case when i <= k.most then i else 1 + (i * 7) % k.most end as of_client, i > k.most as earlier,
    now() - interval '700 days' * power(random(), 3.2) as last_at, -ln(1 - random()) as weight, random() as luck, random() as luck2
  from generate_series(1, current_setting('large.conversations')::int) i
  cross join (select greatest(1, (least(current_setting('large.clients')::int, current_setting('large.conversations')::int) * 0.85)::int) as most) k),
s as (
  select p.*, case when p.earlier or p.last_at < now() - interval '45 days' and p.luck < 0.88 or p.luck < 0.12 then 'CLOSED' when p.luck < 0.15 then 'SNOOZED' else 'OPEN' end as status,
    case when p.luck2 < 0.55 then 'BOT' when p.luck2 < 0.62 and p.last_at > now() - interval '10 days' then 'WAITING_HUMAN' else 'HUMAN' end as handler,
    -- long dialogues are rare, none is empty; the sum is exactly what was asked for
    2 + floor((current_setting('large.messages')::bigint - 2 * current_setting('large.conversations')::bigint) * p.weight / sum(p.weight) over ())::int as some
  from p)
select s.*, nextval('message_id') as id,
  s.some + case when row_number() over (order by s.i) <= current_setting('large.messages')::bigint - sum(s.some) over () then 1 else 0 end as messages,
  s.last_at - least(interval '1 day' * (1 + s.some * (0.2 + s.luck)), interval '200 days') as first_at
from s;

create temporary table person on commit drop as select id, phone, row_number() over (order by id) as n from client;
create temporary table colleague on commit drop as select id, row_number() over (order by id) as n from users;
create temporary table line on commit drop as select id, type, row_number() over (order by type) as n from channel;

insert into conversation (organization_id, id, client_id, channel_id, address, status, handler, handler_since, human_at, answered_at, assignee_id, team_id, snoozed_until,
  unread, waiting_since, last_client_at, last_message_at, last_message_author, last_message_text, created_at)
select current_setting('app.organization_id')::uuid, m.id, p.id, h.id, case h.type when 'TELEGRAM' then (700000000 + m.of_client)::text else coalesce(p.phone, '996' || (500000000 + m.of_client)) || '@s.whatsapp.net' end,
  m.status, m.handler, m.last_at - interval '20 minutes', case when m.handler = 'HUMAN' then m.last_at end, m.first_at + interval '12 minutes',
  case when m.handler = 'HUMAN' and m.luck2 < 0.93 then u.id end, null, case when m.status = 'SNOOZED' then now() + m.luck * interval '20 days' end,
  case when m.status = 'OPEN' and m.i % 3 = 0 and m.handler <> 'BOT' then 1 + m.i % 4 else 0 end,
  case when m.status = 'OPEN' and m.i % 3 = 0 and m.handler <> 'BOT' then m.last_at end,
  m.last_at - case when m.i % 3 = 0 then interval '0' else interval '40 seconds' end, m.last_at, case when m.i % 3 = 0 then 'CLIENT' when m.handler = 'HUMAN' then 'MANAGER' else 'BOT' end,
  'Спасибо, ждём подтверждения', m.first_at
from made m
join person p on p.n = m.of_client
join line h on h.n = case when m.earlier then 1 else 1 + m.of_client % 3 end
join colleague u on u.n = 1 + m.i % (select count(*) from colleague);

insert into snooze (organization_id, conversation_id, until) select organization_id, id, snoozed_until from conversation where status = 'SNOOZED';

insert into conversation_note (organization_id, id, conversation_id, user_id, body, idempotency_key, created_at)
select u.organization_id, nextval('entity_id'), m.id, u.id, 'Гости едут с детьми, нужен минивэн; скидку ' || m.i % 15 || ' % согласовали.', gen_random_uuid(), m.last_at - interval '3 hours'
from made m join (select *, row_number() over (order by id) as n from users) u on u.n = 1 + m.i % 12 where m.i % 5 = 0;

insert into note_mention (organization_id, note_id, user_id, conversation_id, seen_at)
select n.organization_id, n.id, u.id, n.conversation_id, case when n.id % 7 <> 0 then now() end
from conversation_note n cross join (select id from users order by id limit 1) u where n.created_at > now() - interval '40 days';

insert into conversation_draft (organization_id, conversation_id, user_id, kind, body, updated_at)
select u.organization_id, m.id, u.id, 'REPLY', 'Добрый день! Мы нашли для вас', now()
from made m cross join (select * from users order by id limit 1) u where m.status = 'OPEN' and m.i % 60 = 0;

insert into audit_event (organization_id, type, at, user_id, conversation_id)
select u.organization_id, 'conversation.taken_over', m.last_at - interval '30 minutes', u.id, m.id
from made m join (select *, row_number() over (order by id) as n from users) u on u.n = 1 + m.i % 12 where m.handler = 'HUMAN';
