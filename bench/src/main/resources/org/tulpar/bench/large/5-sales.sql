-- What is sold: partners, products with prices and departures, deals on three boards, orders.
insert into partner (organization_id, id, name, person, phone, commission, active)
select current_setting('app.organization_id')::uuid, nextval('entity_id'), k || ' «' || w || '» ' || i, 'Контакт ' || i, '99655' || (1000000 + i), i % 20, i % 12 <> 0
from (select i, (array['Гостевой дом', 'Юрточный лагерь', 'Гостиница', 'Конный двор', 'Прокат'])[1 + i % 5] as k, (array['Сары-Булак', 'Ала-Тоо', 'Жайлоо', 'Кочкор', 'Тянь-Шань', 'Ак-Суу'])[1 + i % 6] as w
  from generate_series(1, greatest(2, current_setting('large.products')::int / 16)) i) x;

create temporary table house on commit drop as select id, row_number() over (order by id) as n, count(*) over () as all_of_them from partner;
create temporary table made_product on commit drop as
select i, nextval('entity_id') as id, case when i % 10 < 6 then 'TOUR' when i % 10 < 9 then 'SERVICE' else 'GOODS' end as type from generate_series(1, current_setting('large.products')::int) i;

insert into product (organization_id, id, type, code, name, description, partner_id, active)
select current_setting('app.organization_id')::uuid, p.id, p.type, 'P-' || lpad(p.i::text, 5, '0'),
  (array['Иссык-Куль', 'Сон-Куль', 'Каракол', 'Ала-Арча', 'Арсланбоб', 'Таш-Рабат', 'Кель-Суу', 'Сары-Челек'])[1 + p.i % 8] || ' ' || (array['верхом', 'пешком', 'на машине', 'с гидом', 'для семьи', 'зимой'])[1 + p.i % 6] || ', вариант ' || p.i,
  'Программа, ночлег, завтраки, гид.', h.id, p.i % 15 <> 0
from made_product p left join house h on p.i % 3 <> 0 and h.n = 1 + p.i % h.all_of_them;

insert into product_price (organization_id, id, product_id, unit, season, amount, currency, valid_from, valid_to)
select current_setting('app.organization_id')::uuid, nextval('entity_id'), p.id, u, s.season, 500 * (3 + p.i % 40) * s.k, 'KGS', current_date + s.f, current_date + s.t
from made_product p
cross join lateral unnest(case when p.type = 'TOUR' then array['ADULT', 'CHILD'] else array['PIECE'] end) u
cross join (values ('Прошлый', 0.9, -400, -31), ('Сейчас', 1.0, -30, 60), ('Высокий', 1.25, 61, null::int)) as s (season, k, f, t);

insert into product_departure (organization_id, id, product_id, starts_on, ends_on, seats)
select current_setting('app.organization_id')::uuid, nextval('entity_id'), p.id, current_date + 7 * k - 21, current_date + 7 * k - 19, 8 + p.i % 12
from made_product p cross join generate_series(1, 8) k where p.type = 'TOUR' and p.i % 2 = 0;

create temporary table step on commit drop as
select s.*, dense_rank() over (order by s.pipeline_id) as board, (select count(*) from pipeline) as boards from stage s;
create temporary table reason on commit drop as select min(id) as id from lost_reason;
create temporary table buyer on commit drop as
select c.id, c.client_id, c.assignee_id, c.created_at, c.last_message_at, row_number() over (order by c.last_message_at desc, c.id) as n from conversation c;

-- The fresh conversations have deals; old ones are won or lost, as they should be.
create temporary table made_deal on commit drop as
select i, nextval('entity_id') as id, b.id as conversation_id, b.client_id, b.assignee_id, b.created_at,
  case when i % 10 < 8 then 1 when i % 10 = 8 then 2 else 3 end as board,
  case when random() < 0.30 + 0.5 * i / current_setting('large.deals')::float then case when random() < 0.45 then 6 else 7 end else 1 + floor(5 * power(random(), 1.4))::int end as place, random() as luck
from generate_series(1, current_setting('large.deals')::int) i join buyer b on b.n = i;

insert into deal (organization_id, id, client_id, conversation_id, pipeline_id, stage_id, title, amount, currency, owner_id, lost_reason_id, next_step, next_step_at, board_position, created_at, stage_since, closed_at)
select s.organization_id, d.id, d.client_id, d.conversation_id, s.pipeline_id, s.id, (array['Иссык-Куль, 3 дня', 'Сон-Куль верхом', 'Каракол и Джеты-Огуз', 'Группа на майские', 'Трансфер и гид'])[1 + d.i % 5],
  case when d.i % 12 <> 0 then 500 * (4 + floor(d.luck * 300)::int) end, case when d.i % 12 <> 0 then case when d.i % 9 = 0 then 'USD' else 'KGS' end end, d.assignee_id,
  case when s.kind = 'LOST' then r.id end, case when s.kind = 'OPEN' and d.i % 2 = 0 then 'Позвонить и подтвердить' end, case when s.kind = 'OPEN' and d.i % 2 = 0 then now() + (d.luck - 0.4) * interval '20 days' end,
  d.i * 4294967296, d.created_at, d.created_at + (now() - d.created_at) * d.luck, case when s.kind <> 'OPEN' then d.created_at + (now() - d.created_at) * d.luck end
from made_deal d join step s on s.board = d.board and s.position = d.place cross join reason r;

insert into deal_stage_change (organization_id, deal_id, from_stage_id, to_stage_id, user_id, at)
select s.organization_id, d.id, o.id, s.id, d.assignee_id, d.created_at + (now() - d.created_at) * d.luck * k / d.place
from made_deal d cross join lateral generate_series(1, least(d.place, 6)) k
join step s on s.board = d.board and s.position = case when d.place = 7 and k = 6 then 7 else k end
left join step o on o.board = d.board and o.position = k - 1;

create temporary table offer on commit drop as
select p.id, p.type, x.id as price_id, x.unit, x.amount, x.currency, row_number() over (order by p.id) as n, count(*) over () as all_of_them
from product p join product_price x on x.organization_id = p.organization_id and x.product_id = p.id and x.season = 'Сейчас' and x.unit in ('ADULT', 'PIECE');
create temporary table made_order on commit drop as
select x.*, nextval('entity_id') as id from (select i, b.client_id, b.id as conversation_id, b.assignee_id, now() - interval '400 days' * power(1 - i::float / current_setting('large.orders')::int, 2) as at,
  (array['NEW', 'CONFIRMED', 'PAID', 'DONE', 'DONE', 'DONE', 'CANCELLED'])[1 + floor(random() * 7)::int] as status
from generate_series(1, current_setting('large.orders')::int) i join buyer b on b.n = current_setting('large.orders')::int + 1 - i order by i) x;

insert into orders (organization_id, id, number, status, client_id, conversation_id, user_id, created_at, status_at)
select current_setting('app.organization_id')::uuid, id, i, status, client_id, conversation_id, assignee_id, at, at + interval '3 hours' from made_order order by i;
insert into order_line (organization_id, id, order_id, product_id, price_id, unit, quantity, unit_price, currency)
select current_setting('app.organization_id')::uuid, nextval('entity_id'), o.id, f.id, f.price_id, f.unit, 1 + (o.i + k) % 5, f.amount, f.currency
from made_order o cross join lateral generate_series(1, 1 + o.i % 3) k join offer f on f.n = 1 + (o.i * 13 + k * 7) % f.all_of_them;
insert into order_status_change (organization_id, order_id, to_status, user_id, at)
select current_setting('app.organization_id')::uuid, id, status, assignee_id, at from made_order;
insert into order_number (organization_id, last) select current_setting('app.organization_id')::uuid, current_setting('large.orders')::bigint;
