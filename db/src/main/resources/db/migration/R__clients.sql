-- What is kept about clients beside what people type: the words they are found by, and what moves when two cards are one person.
-- A repeatable script: it is applied whole whenever it changes.

-- ---------------------------------------------------------------- words

drop trigger if exists client_words on client;
drop trigger if exists client_identity_words on client_identity;
drop trigger if exists company_words on company;
drop function if exists company_found_anew;
drop function if exists client_found_anew;
drop function if exists client_identity_found_anew;
drop function if exists words_of;
drop function if exists words_of_client;

-- The words a text is found by: letters and digits between anything else, at most sixteen, each at most forty characters long.
create function words_of(t text) returns setof text language sql immutable as $$
  select distinct left(w, 40) from regexp_split_to_table(lower(t), '[]\s!-/:-@[\\^_`{-~«»„“”–—…]+') w where w <> '' limit 16
$$;

-- All words of one card. Digits of a phone or of an address also backwards, behind a tilde: people search by the last ones.
create function words_of_client(g uuid, c bigint) returns setof text language sql stable as $$
  select words_of(x.name) from client x where x.organization_id = g and x.id = c and x.name is not null
  union select words_of(x.email) from client x where x.organization_id = g and x.id = c and x.email is not null
  union select left(x.phone, 40) from client x where x.organization_id = g and x.id = c and x.phone <> ''
  union select '~' || reverse(left(x.phone, 40)) from client x where x.organization_id = g and x.id = c and x.phone <> ''
  union select words_of(f.name) from client x join company f on f.organization_id = x.organization_id and f.id = x.company_id
    where x.organization_id = g and x.id = c
  union select left(ltrim(lower(split_part(i.value, '@', case when i.value like '@%' then 2 else 1 end)), '@+'), 40)
    from client_identity i where i.organization_id = g and i.client_id = c and i.value <> ''
$$;

create function client_found_anew() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from client_word w where w.organization_id = new.organization_id and w.client_id = new.id;
  end if;
  if new.merged_into_id is null then
    insert into client_word (organization_id, word, client_id)
      select new.organization_id, w, new.id from words_of_client(new.organization_id, new.id) w on conflict do nothing;
  end if;
  return null;
end $$;

create trigger client_words after insert or update of name, phone, email, company_id, merged_into_id on client
  for each row execute function client_found_anew();

create function client_identity_found_anew() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from client_word w where w.organization_id = old.organization_id and w.client_id = old.client_id;
    insert into client_word (organization_id, word, client_id)
      select old.organization_id, w, old.client_id from words_of_client(old.organization_id, old.client_id) w
      where exists (select from client x where x.organization_id = old.organization_id and x.id = old.client_id and x.merged_into_id is null)
      on conflict do nothing;
  end if;
  if tg_op <> 'DELETE' then
    insert into client_word (organization_id, word, client_id)
      select new.organization_id, w, new.client_id from words_of_client(new.organization_id, new.client_id) w
      where exists (select from client x where x.organization_id = new.organization_id and x.id = new.client_id and x.merged_into_id is null)
      on conflict do nothing;
  end if;
  return null;
end $$;

create trigger client_identity_words after insert or delete or update of client_id on client_identity
  for each row execute function client_identity_found_anew();

-- A company is found by its words, and so is everybody who works there: a new name is theirs as well.
create function company_found_anew() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from company_word w where w.organization_id = new.organization_id and w.company_id = new.id;
  end if;
  insert into company_word (organization_id, word, company_id)
    select new.organization_id, w, new.id from words_of(new.name) w on conflict do nothing;
  if tg_op = 'UPDATE' then
    delete from client_word w using client c
      where c.organization_id = new.organization_id and c.company_id = new.id and w.organization_id = c.organization_id and w.client_id = c.id;
    insert into client_word (organization_id, word, client_id)
      select c.organization_id, w, c.id from client c cross join lateral words_of_client(c.organization_id, c.id) w
      where c.organization_id = new.organization_id and c.company_id = new.id and c.merged_into_id is null on conflict do nothing;
  end if;
  return null;
end $$;

create trigger company_words after insert or update of name on company
  for each row execute function company_found_anew();

-- ---------------------------------------------------------------- companies

-- Another name and text for a company, in the version in which it was opened: SAVED, TAKEN when another one bears the name, be it since this
-- moment, or CHANGED when the company is not in this version any more.
drop function if exists save_company;
create function save_company(g uuid, firm bigint, called text, told text, opened int) returns text language plpgsql as $$
begin
  update company f set name = called, about = told, version = f.version + 1
    where f.organization_id = g and f.id = firm and f.version = opened;
  return case when found then 'SAVED' else 'CHANGED' end;
exception when unique_violation then
  return 'TAKEN';
end $$;

-- False when a card names it, be it one that was merged into another, or one that is saved in this moment.
drop function if exists remove_company;
create function remove_company(g uuid, firm bigint) returns boolean language plpgsql as $$
begin
  delete from company f where f.organization_id = g and f.id = firm
    and not exists (select from client c where c.organization_id = f.organization_id and c.company_id = f.id);
  return found;
exception when foreign_key_violation then
  return false;
end $$;

-- Two companies are one: whoever works for the loser works for the survivor from now on, also by a card that was merged into another; the
-- survivor bears the loser's tags, too, and is told about what the loser was, where nothing was said; the same of the organization's own
-- fields. Returns the id by which it is undone within thirty days; null when one of the two is not there. Whoever opened a card that moves is
-- told when saving it: the name in her form would make the loser anew.
drop function if exists merge_companies;
create function merge_companies(g uuid, survivor bigint, loser bigint, person bigint) returns bigint language plpgsql as $$
declare
  s company; l company; moved bigint[]; borne bigint[]; got bigint[]; held jsonb; got_own bigint[]; filled boolean; merge_id bigint;
begin
  perform from company f where f.organization_id = g and f.id in (survivor, loser) order by f.id for update;
  select * into s from company f where f.organization_id = g and f.id = survivor;
  select * into l from company f where f.organization_id = g and f.id = loser;
  if s.id is null or l.id is null or survivor = loser then
    return null;
  end if;
  filled := s.about is null and l.about is not null;
  with gone as (update client c set company_id = survivor, version = c.version + 1
      where c.organization_id = g and c.company_id = loser returning c.id)
    select coalesce(array_agg(x.id), '{}') into moved from gone x;
  select coalesce(array_agg(t.tag_id), '{}') into borne from company_tag t where t.organization_id = g and t.company_id = loser;
  with x as (insert into company_tag (organization_id, company_id, tag_id) select g, survivor, unnest(borne) on conflict do nothing returning tag_id)
    select coalesce(array_agg(x.tag_id), '{}') into got from x;
  select coalesce(jsonb_object_agg(v.field_id, jsonb_strip_nulls(to_jsonb(v) - '{organization_id,company_id,field_id,chosen,number_near}'::text[])), '{}') into held
    from company_value v where v.organization_id = g and v.company_id = loser;
  with x as (insert into company_value (organization_id, company_id, field_id, text_value, number_value, date_value, flag_value)
      select g, survivor, v.field_id, v.text_value, v.number_value, v.date_value, v.flag_value
      from company_value v where v.organization_id = g and v.company_id = loser on conflict do nothing returning field_id)
    select coalesce(array_agg(x.field_id), '{}') into got_own from x;
  update company f set about = coalesce(f.about, l.about), version = f.version + 1 where f.organization_id = g and f.id = survivor;
  delete from company f where f.organization_id = g and f.id = loser;
  delete from company_merge m where m.organization_id = g and m.at < now() - interval '30 days';
  insert into company_merge (organization_id, survivor_id, loser_id, name, about, version, created_at, filled, clients, tags, gained, own, gained_own, user_id)
    values (g, survivor, loser, l.name, l.about, l.version, l.created_at, filled, moved, borne, got, held, got_own, person) returning id into merge_id;
  return merge_id;
end $$;

-- Parts them again: who has got yet another company since keeps it, and a tag that is gone since does not come back; one that the survivor
-- bears as what another tag of its own was joined to stays. What a field held comes back unless it offers that choice no longer, and goes
-- from the survivor unless somebody has changed it there. Returns the id of the loser; null when it is too late, or another company bears
-- the name.
drop function if exists undo_company_merge;
create function undo_company_merge(g uuid, merge bigint) returns bigint language plpgsql as $$
declare
  m company_merge;
begin
  delete from company_merge x where x.organization_id = g and x.id = merge returning * into m;
  if not found then
    return null;
  end if;
  insert into company (organization_id, id, name, about, version, created_at)
    values (g, m.loser_id, m.name, m.about, m.version + 1, m.created_at);
  update client c set company_id = m.loser_id, version = c.version + 1
    where c.organization_id = g and c.id = any (m.clients) and c.company_id = m.survivor_id;
  insert into company_tag (organization_id, company_id, tag_id)
    select g, m.loser_id, t.id from tag t where t.organization_id = g and t.id = any (m.tags);
  delete from company_tag t where t.organization_id = g and t.company_id = m.survivor_id and t.tag_id = any (m.gained)
    and not exists (select from tag_removal r where r.organization_id = g and r.into_id = t.tag_id and m.survivor_id = any (r.companies)
      and r.tag_id <> all (m.gained));
  delete from company_value v using jsonb_each(m.own) e cross join lateral
      jsonb_to_record(e.value) o(text_value text, number_value numeric, date_value date, flag_value boolean)
    where v.organization_id = g and v.company_id = m.survivor_id and v.field_id = any (m.gained_own) and e.key = v.field_id::text
      and (o.text_value, o.number_value, o.date_value, o.flag_value) is not distinct from (v.text_value, v.number_value, v.date_value, v.flag_value);
  insert into company_value (organization_id, company_id, field_id, text_value, number_value, date_value, flag_value)
    select g, m.loser_id, f.id, o.text_value, o.number_value, o.date_value, o.flag_value
    from jsonb_each(m.own) e join custom_field f on f.organization_id = g and f.id = e.key::bigint cross join lateral
      jsonb_to_record(e.value) o(text_value text, number_value numeric, date_value date, flag_value boolean)
    where f.type <> 'CHOICE' or o.text_value = any (f.choices);
  update company f set about = null, version = f.version + 1
    where m.filled and f.organization_id = g and f.id = m.survivor_id and f.about = m.about;
  return m.loser_id;
exception when unique_violation then
  return null;
end $$;

-- ---------------------------------------------------------------- merging

-- Two cards are one person: everything of the loser belongs to the survivor from now on, what the survivor lacks is filled in,
-- and the loser leads to it. Of two current conversations in one channel the loser's is closed: there is one at a time.
-- Returns the id by which it is undone; null when one of the cards is not there or was merged before.
drop function if exists merge_clients;
create function merge_clients(g uuid, survivor bigint, loser bigint, who text, person bigint) returns bigint language plpgsql as $$
declare
  s client; l client;
  closed jsonb; conversations jsonb; identities jsonb; deals jsonb; orders_moved jsonb; notes jsonb; tags jsonb; fields jsonb; earlier jsonb; filled text[] := '{}';
  merge_id bigint;
begin
  -- in the order of their ids, so that two merges at once do not wait for each other
  perform from client c where c.organization_id = g and c.id in (survivor, loser) order by c.id for update;
  select * into s from client c where c.organization_id = g and c.id = survivor and c.merged_into_id is null;
  select * into l from client c where c.organization_id = g and c.id = loser and c.merged_into_id is null;
  if s.id is null or l.id is null or survivor = loser then
    return null;
  end if;
  perform from conversation v where v.organization_id = g and v.client_id in (survivor, loser) order by v.id for no key update;

  with x as (update conversation v set status = 'CLOSED', snoozed_until = null, version = v.version + 1
      where v.organization_id = g and v.client_id = loser and v.status <> 'CLOSED'
        and exists (select from conversation o where o.organization_id = g and o.client_id = survivor and o.channel_id = v.channel_id and o.status <> 'CLOSED')
      returning v.id)
    select coalesce(jsonb_agg(x.id), '[]') into closed from x;
  delete from turn t where t.organization_id = g and t.conversation_id in (select (e)::bigint from jsonb_array_elements_text(closed) e);
  with x as (update conversation v set client_id = survivor, version = v.version + 1 where v.organization_id = g and v.client_id = loser returning v.id)
    select coalesce(jsonb_agg(x.id), '[]') into conversations from x;
  with x as (update client_identity i set client_id = survivor where i.organization_id = g and i.client_id = loser returning i.channel_type, i.kind, i.value)
    select coalesce(jsonb_agg(to_jsonb(x)), '[]') into identities from x;
  with x as (update deal d set client_id = survivor, version = d.version + 1 where d.organization_id = g and d.client_id = loser returning d.id)
    select coalesce(jsonb_agg(x.id), '[]') into deals from x;
  with x as (update orders o set client_id = survivor, version = o.version + 1 where o.organization_id = g and o.client_id = loser returning o.id)
    select coalesce(jsonb_agg(x.id), '[]') into orders_moved from x;
  with x as (update client_note n set client_id = survivor where n.organization_id = g and n.client_id = loser returning n.id)
    select coalesce(jsonb_agg(x.id), '[]') into notes from x;
  with x as (insert into client_tag (organization_id, client_id, tag_id)
      select g, survivor, t.tag_id from client_tag t where t.organization_id = g and t.client_id = loser on conflict do nothing returning tag_id)
    select coalesce(jsonb_agg(x.tag_id), '[]') into tags from x;
  with x as (insert into client_value (organization_id, client_id, field_id, text_value, number_value, date_value, flag_value)
      select g, survivor, v.field_id, v.text_value, v.number_value, v.date_value, v.flag_value
      from client_value v where v.organization_id = g and v.client_id = loser on conflict do nothing returning field_id)
    select coalesce(jsonb_agg(x.field_id), '[]') into fields from x;
  with x as (update client c set merged_into_id = survivor, version = c.version + 1 where c.organization_id = g and c.merged_into_id = loser returning c.id)
    select coalesce(jsonb_agg(x.id), '[]') into earlier from x;

  if s.name is null and l.name is not null then filled := array_append(filled, 'name'); end if;
  if s.phone is null and l.phone is not null then filled := array_append(filled, 'phone'); end if;
  if s.email is null and l.email is not null then filled := array_append(filled, 'email'); end if;
  if s.language is null and l.language is not null then filled := array_append(filled, 'language'); end if;
  if s.about is null and l.about is not null then filled := array_append(filled, 'about'); end if;
  if s.company_id is null and l.company_id is not null then filled := array_append(filled, 'company_id'); end if;
  update client c set merged_into_id = survivor, version = c.version + 1 where c.organization_id = g and c.id = loser;
  update client c set name = coalesce(c.name, l.name), phone = coalesce(c.phone, l.phone), email = coalesce(c.email, l.email),
      language = coalesce(c.language, l.language), about = coalesce(c.about, l.about), company_id = coalesce(c.company_id, l.company_id),
      version = c.version + 1
    where c.organization_id = g and c.id = survivor;

  insert into client_merge (organization_id, survivor_id, loser_id, origin, user_id, moved) values (g, survivor, loser, who, person,
      jsonb_build_object('closed', closed, 'conversations', conversations, 'identities', identities, 'deals', deals, 'orders', orders_moved, 'notes', notes,
        'tags', tags, 'fields', fields, 'earlier', earlier, 'filled', to_jsonb(filled)))
    returning id into merge_id;
  insert into audit_event (organization_id, type, user_id, client_id, data)
    values (g, 'client.merged', person, survivor, jsonb_build_object('loser', loser, 'merge', merge_id));
  return merge_id;
end $$;

-- Parts the cards again. What was filled in goes when nobody has changed it since; what came after the merge goes with its conversation.
-- Returns false when there is no such merge, or when it was undone, or when a later one builds on it.
drop function if exists undo_merge;
create function undo_merge(g uuid, merge_id bigint, person bigint) returns boolean language plpgsql as $$
declare
  m client_merge; l client;
begin
  select * into m from client_merge x where x.organization_id = g and x.id = merge_id and x.undone_at is null for update;
  if m.id is null then
    return false;
  end if;
  perform from client c where c.organization_id = g and c.id in (m.survivor_id, m.loser_id) order by c.id for update;
  if exists (select from client_merge x where x.organization_id = g and x.id > m.id and x.undone_at is null
      and (x.survivor_id in (m.survivor_id, m.loser_id) or x.loser_id in (m.survivor_id, m.loser_id))) then
    return false;
  end if;
  select * into l from client c where c.organization_id = g and c.id = m.loser_id;
  perform from conversation v where v.organization_id = g and v.client_id = m.survivor_id order by v.id for no key update;

  update client c set merged_into_id = null, version = c.version + 1 where c.organization_id = g and c.id = m.loser_id;
  update client c set merged_into_id = m.loser_id, version = c.version + 1 where c.organization_id = g and c.merged_into_id = m.survivor_id
    and c.id in (select (e)::bigint from jsonb_array_elements_text(m.moved -> 'earlier') e);
  update client_identity i set client_id = m.loser_id from jsonb_to_recordset(m.moved -> 'identities') x(channel_type text, kind text, value text)
    where i.organization_id = g and i.client_id = m.survivor_id and i.channel_type = x.channel_type and i.kind = x.kind and i.value = x.value;
  update conversation v set client_id = m.loser_id, version = v.version + 1 where v.organization_id = g and v.client_id = m.survivor_id
    and v.id in (select (e)::bigint from jsonb_array_elements_text(m.moved -> 'conversations') e);
  update conversation v set status = 'OPEN', version = v.version + 1 where v.organization_id = g and v.client_id = m.loser_id and v.status = 'CLOSED'
    and v.id in (select (e)::bigint from jsonb_array_elements_text(m.moved -> 'closed') e)
    and not exists (select from conversation o where o.organization_id = g and o.client_id = m.loser_id and o.channel_id = v.channel_id and o.status <> 'CLOSED');
  update deal d set client_id = m.loser_id, version = d.version + 1 where d.organization_id = g and d.client_id = m.survivor_id
    and d.id in (select (e)::bigint from jsonb_array_elements_text(m.moved -> 'deals') e);
  update orders o set client_id = m.loser_id, version = o.version + 1 where o.organization_id = g and o.client_id = m.survivor_id
    and o.id in (select (e)::bigint from jsonb_array_elements_text(m.moved -> 'orders') e);
  update client_note n set client_id = m.loser_id where n.organization_id = g and n.client_id = m.survivor_id
    and n.id in (select (e)::bigint from jsonb_array_elements_text(m.moved -> 'notes') e);
  delete from client_tag t where t.organization_id = g and t.client_id = m.survivor_id
    and t.tag_id in (select (e)::bigint from jsonb_array_elements_text(m.moved -> 'tags') e)
    and not exists (select from tag_removal r where r.organization_id = g and r.into_id = t.tag_id and m.survivor_id = any (r.clients)
      and not m.moved -> 'tags' @> to_jsonb(r.tag_id));
  delete from client_value v using client_value o where v.organization_id = g and v.client_id = m.survivor_id
    and v.field_id in (select (e)::bigint from jsonb_array_elements_text(m.moved -> 'fields') e)
    and o.organization_id = g and o.client_id = m.loser_id and o.field_id = v.field_id
    and (o.text_value, o.number_value, o.date_value, o.flag_value) is not distinct from (v.text_value, v.number_value, v.date_value, v.flag_value);
  update client c set
      name = case when m.moved -> 'filled' ? 'name' and c.name = l.name then null else c.name end,
      phone = case when m.moved -> 'filled' ? 'phone' and c.phone = l.phone then null else c.phone end,
      email = case when m.moved -> 'filled' ? 'email' and c.email = l.email then null else c.email end,
      language = case when m.moved -> 'filled' ? 'language' and c.language = l.language then null else c.language end,
      about = case when m.moved -> 'filled' ? 'about' and c.about = l.about then null else c.about end,
      company_id = case when m.moved -> 'filled' ? 'company_id' and c.company_id = l.company_id then null else c.company_id end,
      version = c.version + 1
    where c.organization_id = g and c.id = m.survivor_id;
  update client_merge x set undone_at = now(), undone_by = person where x.organization_id = g and x.id = m.id;
  insert into audit_event (organization_id, type, user_id, client_id, data)
    values (g, 'client.merge_undone', person, m.survivor_id, jsonb_build_object('loser', m.loser_id, 'merge', m.id));
  return true;
end $$;

grant execute on function words_of, words_of_client, merge_clients, undo_merge to tulpar_app, tulpar_pipeline;
grant execute on function save_company, remove_company, merge_companies, undo_company_merge to tulpar_app;
