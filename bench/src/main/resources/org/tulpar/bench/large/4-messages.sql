-- What is said, in bursts of six, the more of them the nearer to the end. Sentences are put together from parts, so that words occur as
-- often as words do: a few in every dialogue, most in some.
create temporary table saying (language text, client text[], ours text[]) on commit drop;
insert into saying values
 ('ru', '{Здравствуйте! Сколько стоит тур на %p?,Нас %n человек,можно ли с детьми?,А есть места на %d число?,Как добраться до %p из Бишкека?,Можно оплатить картой?,Спасибо! Мы подумаем и напишем,Какая там погода в это время?,Нужен трансфер из аэропорта и завтрак,Подскажите пожалуйста телефон гида,Хотим на %n дней,бюджет около %s долларов}',
        '{Добрый день! Тур на %p на %n человек стоит %s долларов,Да, на %d число места есть,Трансфер и завтраки входят,Оплатить можно картой или переводом,Напишите пожалуйста имена гостей,Гид встретит вас в холле гостиницы,Отправили программу на почту,Выезд в 8 утра от гостиницы}'),
 ('ky', '{Саламатсызбы! %p туру канча турат?,Биз %n кишибиз,%d күнү орун барбы?,Балдар менен барса болобу?,Рахмат! Кийин жазам,Төлөмдү карта менен кылсак болобу?}',
        '{Саламатсызбы! %p туру %s доллар турат,Ооба. %d күнү орун бар,Карта менен төлөсөңүз болот,Эртең менен саат 8де чыгабыз}'),
 ('kk', '{Сәлеметсіз бе! %p туры қанша тұрады?,Біз %n адамбыз,%d күні орын бар ма?,Рахмет! Ойланып жазамыз}', '{Сәлеметсіз бе! %p туры %s доллар,Иә. %d күні орын бар,Картамен төлеуге болады}'),
 ('en', '{Hello! How much is the trip to %p?,We are %n people,is there a seat on the %d?,Can we pay by card?,Do you pick us up at the airport?,Thank you! We will think about it,What is the weather like in %p?,We would like %n days with horses and a budget of %s dollars}',
        '{Good day! The trip to %p is %s dollars for %n,Yes. There are seats on the %d,Breakfast and transfer are included,You can pay by card or by bank transfer,Our guide meets you in the lobby,Please send us the names of all guests}'),
 ('de', '{Guten Tag! Was kostet die Reise nach %p?,Wir sind %n Personen,Gibt es am %d noch Plätze?,Vielen Dank! Wir melden uns}', '{Guten Tag! Die Reise nach %p kostet %s Dollar,Ja. Am %d sind noch Plätze frei,Frühstück ist inbegriffen}'),
 ('fr', '{Bonjour ! Combien coûte le voyage à %p ?,Nous sommes %n personnes,Y a-t-il des places le %d ?,Merci ! Nous allons réfléchir}', '{Bonjour ! Le voyage à %p coûte %s dollars,Oui. Il reste des places le %d}'),
 ('ar', '{مرحبا! كم سعر الرحلة إلى %p؟,نحن %n أشخاص,هل توجد أماكن يوم %d؟,شكرا لكم}', '{أهلا وسهلا! سعر الرحلة إلى %p هو %s دولار,نعم توجد أماكن يوم %d}'),
 ('pl', '{Dzień dobry! Ile kosztuje wycieczka do %p?,Jest nas %n osób,Czy są miejsca %d?,Dziękuję!}', '{Dzień dobry! Wycieczka do %p kosztuje %s dolarów,Tak. Są miejsca %d}'),
 ('es', '{¡Hola! ¿Cuánto cuesta el viaje a %p?,Somos %n personas,¿Hay plazas el %d?,¡Gracias!}', '{¡Buenos días! El viaje a %p cuesta %s dólares,Sí. Hay plazas el %d}');

create temporary table told on commit drop as
select m.id as conversation_id, m.handler, m.status, m.i, n, m.messages - n as from_end, coalesce(l.language, 'ru') as language,
  -- whose turn it is: the client begins and now and then says two things at once; the last word is whose the conversation says it is
  case when n = m.messages then m.i % 3 = 0 else n % 2 = 1 or n % 7 = 0 end as by_client,
  m.last_at - (m.last_at - m.first_at) * power(floor((m.messages - n) / 6.0) / ceil(m.messages / 6.0), 2) - ((m.messages - n) % 6) * interval '40 seconds' as at,
  random() as r1, random() as r2, random() as r3
from made m
join conversation c on c.id = m.id
join client l on l.id = c.client_id
cross join lateral generate_series(1, m.messages) n;
analyze told;

insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, external_id, user_id, occurred_at, created_at, sent_at, delivered_at, read_at, failure_code)
select c.organization_id, nextval('message_id'), t.conversation_id, case when t.by_client then 'IN' else 'OUT' end,
  case when t.by_client then 'CLIENT' when t.handler = 'HUMAN' and t.from_end < 12 then 'MANAGER' else 'BOT' end,
  case when t.by_client then 'PHONE' else 'CRM' end,
  case when t.by_client then 'DELIVERED' when t.r3 < 0.0008 then 'FAILED' when t.from_end = 0 then 'DELIVERED' else 'READ' end, 'TEXT',
  replace(replace(replace(replace(x.phrase, '%p', (array['Иссык-Куль', 'Сон-Куль', 'Каракол', 'Ала-Арча', 'Арсланбоб', 'Таш-Рабат', 'Кель-Суу', 'Самарканд', 'Чарын', 'Сары-Челек', 'Чычкан', 'Суусамыр'])[1 + floor(power(t.r1, 2) * 12)::int]),
    '%n', (1 + floor(power(t.r2, 2) * 20))::int::text), '%d', (1 + floor(t.r3 * 28))::int::text), '%s', (50 * (1 + floor(t.r2 * 60))::int)::text),
  'LARGE-' || t.conversation_id || '-' || t.n, case when not t.by_client and t.handler = 'HUMAN' and t.from_end < 12 then c.assignee_id end,
  t.at, t.at, case when not t.by_client then t.at end, t.at + interval '2 seconds', case when t.from_end > 0 then t.at + interval '1 minute' end,
  case when not t.by_client and t.r3 < 0.0008 then 'rejected' end
from told t
join conversation c on c.id = t.conversation_id
join saying s on s.language = t.language
cross join lateral (select case when t.by_client then s.client[1 + floor(t.r1 * cardinality(s.client))::int] else s.ours[1 + floor(t.r2 * cardinality(s.ours))::int] end as phrase) x
order by t.at, t.n;

insert into dead_letter (organization_id, message_id, conversation_id, channel_id, attempts, code, failed_at)
select m.organization_id, m.id, m.conversation_id, c.channel_id, 50, 'rejected', m.occurred_at + interval '1 hour'
from message m join conversation c on c.organization_id = m.organization_id and c.id = m.conversation_id where m.status = 'FAILED';

-- What guests wrote lately in languages that the managers do not read.
insert into message_translation (organization_id, message_id, language, source_language, engine, text)
select m.organization_id, m.id, 'ru', t.language, 'DEEPL', 'Здравствуйте! Сколько стоит тур?'
from (select distinct conversation_id, language from told where language not in ('ru')) t
join message m on m.conversation_id = t.conversation_id where m.author = 'CLIENT' and m.occurred_at > now() - interval '30 days';

-- What guests have told of themselves: most of them something.
insert into extracted_fact (organization_id, conversation_id, message_id, kind, text, quote, found_at)
select m.organization_id, m.conversation_id, m.id, (array['DATES', 'PARTY', 'BUDGET', 'WISH'])[m.n], '12–18 июля', m.body, m.occurred_at
from (select x.*, row_number() over (partition by x.conversation_id order by x.occurred_at desc) as n from message x where x.author = 'CLIENT' and x.body <> '') m
where m.n <= 1 + m.conversation_id % 4 and m.conversation_id % 5 < 4;

insert into inbound_event (organization_id, channel_id, external_id, event_type, lane, status, raw, attempts, received_at, processed_at, reason)
select c.organization_id, c.channel_id, 'EVENT-' || m.id, 'messages.upsert', 0, case when m.id % 5000 = 1 then 'FAILED' else 'PROCESSED' end, '{"event":"messages.upsert"}', 1, m.occurred_at, m.occurred_at,
  case when m.id % 5000 = 1 then 'unreadable' end
from message m join conversation c on c.organization_id = m.organization_id and c.id = m.conversation_id where m.direction = 'IN' and m.occurred_at > now() - interval '60 days';
insert into ledger_day (organization_id, channel_id, day, processed)
select organization_id, channel_id, (received_at at time zone 'UTC')::date, count(*) from inbound_event where status = 'PROCESSED' group by 1, 2, 3;
