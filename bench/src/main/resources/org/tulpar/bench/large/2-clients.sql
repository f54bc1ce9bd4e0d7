-- Names of nine countries, in their own letters, in the shares in which such guests come.
create temporary table tongue (n int, language text, share int, given text[], family text[]) on commit drop;
insert into tongue values
 (1, 'ru', 38, '{Анна,Мария,Екатерина,Ольга,Наталья,Ирина,Дмитрий,Алексей,Сергей,Андрей,Михаил,Павел,Светлана,Юлия,Елена}', '{Иванова,Смирнов,Кузнецова,Попов,Васильева,Петров,Соколова,Лебедев,Козлова,Новиков,Морозова,Волков,Павлова,Семёнов,Голубева}'),
 (2, 'ky', 20, '{Айгүл,Нурлан,Бакыт,Жылдыз,Азамат,Чынара,Эрмек,Гүлнара,Тилек,Салтанат,Мээрим,Улан}', '{Асанова,Токтогулов,Жумабаева,Осмонов,Мамытова,Сыдыков,Бекова,Алиев,Турдубаева,Исаков}'),
 (3, 'en', 14, '{James,Olivia,Emma,Liam,Noah,Charlotte,Amelia,Jack,Harry,Sophie,Grace,Oliver}', '{Smith,Johnson,Taylor,Brown,Wilson,Evans,Walker,Wright,Hughes,Green,Hall,Clark}'),
 (4, 'kk', 8, '{Айнұр,Данияр,Асель,Ерлан,Мадина,Нұрсұлтан,Дина,Арман}', '{Омарова,Серіков,Ахметова,Жақсыбеков,Нұрланова,Қасымов}'),
 (5, 'de', 7, '{Anna,Lukas,Hannah,Felix,Jürgen,Katrin,Sabine,Jonas}', '{Müller,Schmidt,Schneider,Fischer,Weber,Meyer,Wagner,Schäfer}'),
 (6, 'fr', 4, '{Camille,Léa,Louis,Hugo,Chloé,Élise,Julien}', '{Martin,Bernard,Dubois,Thomas,Lefèvre,Moreau,Girard}'),
 (7, 'ar', 4, '{محمد,أحمد,فاطمة,مريم,علي,خالد,نورة}', '{العتيبي,الحربي,الشمري,القحطاني,الدوسري,الغامدي}'),
 (8, 'pl', 3, '{Agnieszka,Paweł,Katarzyna,Łukasz,Małgorzata,Piotr}', '{Nowak,Kowalski,Wiśniewska,Wójcik,Zieliński,Szymańska}'),
 (9, 'es', 2, '{Lucía,Martín,Sofía,Hugo,Paula,Álvaro}', '{García,Martínez,López,Sánchez,Pérez,Gómez}');

insert into company (organization_id, id, name, created_at)
select current_setting('app.organization_id')::uuid, nextval('entity_id'), k || ' «' || w || '» ' || i, now() - random() * interval '700 days'
from (select i, (array['Турагентство', 'ОсОО', 'Школа', 'Клуб', 'Reisebüro', 'Agency'])[1 + i % 6] as k,
  (array['Ала-Тоо', 'Тянь-Шань', 'Кочевник', 'Шёлковый путь', 'Алтын', 'Беркут', 'Nomad', 'Horizont', 'Вершина', 'Сапар'])[1 + i % 10] as w
  from generate_series(1, current_setting('large.clients')::int / 16) i) x;

-- As many as were asked for; the newest come most often, some have no name, some no phone.
create temporary table made_client on commit drop as
select i, nextval('message_id') as id, now() - interval '730 days' * power(random(), 2) as created_at, 100 * random() as luck, random() as a, random() as b
from generate_series(1, current_setting('large.clients')::int) i;

create temporary table firm on commit drop as select id, row_number() over (order by id) as n from company;

insert into client (organization_id, id, name, phone, email, language, about, company_id, created_at)
select current_setting('app.organization_id')::uuid, c.id,
       case when c.i % 17 <> 0 then t.given[1 + floor(c.a * cardinality(t.given))::int] || ' ' || t.family[1 + floor(c.b * cardinality(t.family))::int] end,
       case when c.i % 11 <> 0 then '996' || (500000000 + (c.i::bigint * 39916801) % 499999999) end,
       case when c.i % 4 = 0 then 'guest' || c.i || '@example.org' end,
       case when c.i % 23 <> 0 then t.language end,
       case when c.i % 9 = 0 then 'Ездили с нами, просили тихие места и лошадей.' end, f.id, c.created_at
from made_client c
join lateral (select * from (select t.*, sum(t.share) over (order by t.n) as upto from tongue t) x where c.luck < x.upto order by x.n limit 1) t on true
left join firm f on c.i % 6 = 0 and f.n = 1 + c.i % (select count(*) from firm);

insert into client_identity (organization_id, channel_type, kind, value, client_id, created_at)
select c.organization_id, 'EVOLUTION', 'JID', c.phone || '@s.whatsapp.net', c.id, c.created_at from client c where c.phone is not null;
insert into client_identity (organization_id, channel_type, kind, value, client_id, created_at)
select c.organization_id, 'TELEGRAM', 'PROVIDER_ID', (700000000 + m.i)::text, c.id, c.created_at
from client c join made_client m on m.id = c.id where c.phone is null or m.i % 5 = 0;

-- A few tags are on many clients, most on a handful.
create temporary table label on commit drop as select id, row_number() over (order by id) as n, count(*) over () as all_of_them from tag;
insert into client_tag (organization_id, client_id, tag_id)
select distinct current_setting('app.organization_id')::uuid, x.id, l.id
from (select m.id, power(random(), 3) as luck from made_client m cross join generate_series(1, 3) k where random() < 0.6) x
join label l on l.n = 1 + floor(x.luck * l.all_of_them)::int;
insert into company_tag (organization_id, company_id, tag_id)
select current_setting('app.organization_id')::uuid, f.id, l.id
from firm f join label l on l.n in (1 + f.n % 10, 1 + (f.n * 7) % l.all_of_them) where f.n % 3 > 0;

insert into client_value (organization_id, client_id, field_id, number_value)
select f.organization_id, m.id, f.id, 1 + m.i % 7 from custom_field f join made_client m on m.i % 3 = 0 where f.bearer = 'CLIENT' and f.type = 'NUMBER';
insert into client_value (organization_id, client_id, field_id, text_value)
select f.organization_id, m.id, f.id, f.choices[1 + m.i % 4] from custom_field f join made_client m on m.i % 2 = 0
where f.bearer = 'CLIENT' and f.type = 'CHOICE';
insert into company_value (organization_id, company_id, field_id, text_value)
select f.organization_id, w.id, f.id, f.choices[1 + w.n % 4] from custom_field f join firm w on w.n % 3 > 0 where f.bearer = 'COMPANY' and f.type = 'CHOICE';
insert into company_value (organization_id, company_id, field_id, flag_value)
select f.organization_id, w.id, f.id, w.n % 2 = 0 from custom_field f cross join firm w where f.bearer = 'COMPANY' and f.type = 'FLAG';

insert into client_note (organization_id, id, client_id, user_id, body, created_at)
select u.organization_id, nextval('entity_id'), m.id, u.id, 'Просил перезвонить после ' || 10 + m.i % 9 || ' часов.', m.created_at + interval '1 day'
from made_client m join (select *, row_number() over (order by id) as n from users) u on u.n = 1 + m.i % 12 where m.i % 3 = 0;

insert into segment (organization_id, id, name, query, user_id)
select u.organization_id, nextval('entity_id'), s.n, s.q, u.id
from (values ('Говорят по-английски', 'lang=en'), ('Говорят по-немецки', 'lang=de'), ('Новые за месяц', 'sort=NEWEST')) as s (n, q)
cross join (select * from users order by id limit 1) u;
