-- The organization, its people, channels, funnel and settings. Everything here reads its sizes and its organization from the settings
-- of the transaction, so that no file needs a parameter; random() is seeded by the caller, so that two runs make the same rows.
insert into organization (organization_id, name, time_zone, locale, currency, welcomed_at, live_at, first_answer_minutes, next_answer_minutes, created_at)
select current_setting('app.organization_id')::uuid, 'Ala-Too Travel', 'Asia/Bishkek', 'ru', 'KGS', now(), now() - interval '2 years', 15, 60, now() - interval '2 years';

-- The first one is the administrator. Of the others nobody signs in: their passwords have ended.
insert into users (organization_id, id, login, password_hash, password_until, name, role, locale, time_zone)
select current_setting('app.organization_id')::uuid, nextval('entity_id'), case i when 1 then current_setting('large.login') else 'manager' || i || '.' || current_setting('large.login') end,
       current_setting('large.hash'), case when i > 1 then now() - interval '1 day' end, n, case i when 1 then 'ORG_ADMIN' else 'MANAGER' end, 'ru', 'Asia/Bishkek'
from unnest(array['Айгуль Осмонова', 'Нурбек Жолдошев', 'Марина Ковалёва', 'Азамат Токтогулов', 'Чолпон Бекова', 'Дмитрий Соколов', 'Жылдыз Маматова', 'Тимур Ахметов',
  'Анна Шмидт', 'Эркин Садыков', 'Гульнара Иманова', 'Пётр Лебедев']) with ordinality as x (n, i);

insert into team (organization_id, id, name)
select current_setting('app.organization_id')::uuid, nextval('entity_id'), n from unnest(array['Туры по Кыргызстану', 'Зарубежные гости', 'Группы и корпоративы', 'После поездки']) n;

insert into team_member (organization_id, team_id, user_id)
select t.organization_id, t.id, u.id from team t cross join users u where (u.id + t.id) % 3 = 0;

-- No route: what was written has no gateway, and nothing is sent or watched.
insert into channel (organization_id, id, type, name, instance, api_url, connection_state, team_id)
select current_setting('app.organization_id')::uuid, gen_random_uuid(), t, n, lower(t), 'http://127.0.0.1:9', 'OPEN', null
from (values ('EVOLUTION', 'WhatsApp, продажи'), ('TELEGRAM', 'Telegram'), ('WHATSAPP_CLOUD', 'WhatsApp, официальный')) as x (t, n);

insert into working_hours (organization_id, weekday, opens_at, closes_at)
select current_setting('app.organization_id')::uuid, d, '09:00', '20:00' from generate_series(1, 7) d;

insert into ai_agent (organization_id, id, type, name, prompt)
select current_setting('app.organization_id')::uuid, nextval('entity_id'), 'COMMUNICATION', 'Айым', 'Ты помогаешь гостям выбрать тур.';

insert into pipeline (organization_id, id, name, position)
select current_setting('app.organization_id')::uuid, nextval('entity_id'), n, i from unnest(array['Продажи', 'Группы', 'После поездки']) with ordinality as x (n, i);

insert into stage (organization_id, id, pipeline_id, name, position, kind, probability, rotten_days)
select p.organization_id, nextval('entity_id'), p.id, s.n, s.i, s.k, s.p, s.r
from pipeline p cross join (values ('Новый', 1, 'OPEN', 10, 3), ('Подбор тура', 2, 'OPEN', 30, 5), ('Предложение', 3, 'OPEN', 50, 7),
  ('Бронь', 4, 'OPEN', 75, 10), ('Оплата', 5, 'OPEN', 90, 5), ('Выиграна', 6, 'WON', 100, null), ('Проиграна', 7, 'LOST', 0, null)) as s (n, i, k, p, r);

insert into lost_reason (organization_id, id, name)
select current_setting('app.organization_id')::uuid, nextval('entity_id'), n from unnest(array['Дорого', 'Выбрали других', 'Передумали ехать', 'Не отвечает', 'Нет мест']) n;

insert into custom_field (organization_id, id, bearer, name, type, choices, position)
select current_setting('app.organization_id')::uuid, nextval('entity_id'), b, n, t, c, i
from (values ('CLIENT', 'Паспорт', 'TEXT', '{}'::text[], 1), ('CLIENT', 'Гостей', 'NUMBER', '{}', 2), ('CLIENT', 'Дата поездки', 'DATE', '{}', 3),
  ('CLIENT', 'Постоянный', 'FLAG', '{}', 4), ('CLIENT', 'Откуда узнали', 'CHOICE', '{Instagram,Поиск,Друзья,Выставка}', 5),
  ('COMPANY', 'Отрасль', 'CHOICE', '{Туризм,Связь,Торговля,Школа}', 6), ('COMPANY', 'По счёту', 'FLAG', '{}', 7)) as f (b, n, t, c, i);

insert into tag (organization_id, id, name)
select current_setting('app.organization_id')::uuid, nextval('entity_id'), a || ' · ' || b || case when i > 180 then ' ' || i else '' end
from (select i, (array['Иссык-Куль', 'Сон-Куль', 'Каракол', 'Ала-Арча', 'Арсланбоб', 'Таш-Рабат', 'Самарканд', 'Алматы', 'Чарын'])[1 + i % 9] as a,
  (array['семья', 'пара', 'группа', 'лето', 'зима', 'VIP', 'скидка', 'агент', 'треккинг', 'лошади', 'фото', 'дети', 'вегетарианцы', 'корпоратив', 'йога', 'лыжи', 'осень', 'весна', 'постоянный', 'виза'])[1 + i % 20] as b
  from generate_series(1, current_setting('large.tags')::int) i) x;

insert into canned_reply (organization_id, id, shortcut, body)
select current_setting('app.organization_id')::uuid, nextval('entity_id'), 'ответ' || i, 'Готовый ответ номер ' || i || ': мы на связи с 9 до 20, оплата картой или переводом.'
from generate_series(1, 60) i;

insert into glossary_term (organization_id, id, kept) select current_setting('app.organization_id')::uuid, nextval('entity_id'), i % 3 = 0 from generate_series(1, 200) i;
insert into glossary_form (organization_id, term_id, language, form)
select t.organization_id, t.id, l, 'Место ' || t.id || case l when 'en' then ' place' else '' end from glossary_term t cross join unnest(array['ru', 'en']) l;

insert into message_template (organization_id, id, channel_id, name, language, body, parameters, status)
select c.organization_id, nextval('entity_id'), c.id, 'trip_reminder_' || i, 'ru', 'Здравствуйте, {{1}}! Напоминаем о поездке.', 1, 'APPROVED'
from channel c cross join generate_series(1, 12) i where c.type = 'WHATSAPP_CLOUD';
