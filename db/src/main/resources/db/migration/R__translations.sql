-- The work on translations: claimed with its organization, a few of each at a time, so that a long queue of one delays nobody else.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- Jobs whose time has come, with what it takes to decide. targets: the languages of those who read, without what is there already.
-- A worker that died loses its claim when the hold is over.
drop function if exists claim_translations;
create function claim_translations(most int, each int, hold interval)
returns table (organization_id uuid, message_id bigint, attempts int, conversation_id bigint, client_id bigint, author text, body text,
               client_language text, names text[], previous text, targets text[])
language plpgsql as $$
#variable_conflict use_column
declare
  r record;
begin
  for r in
    update translation_job j set claimed_until = now() + hold, attempts = j.attempts + 1
    where j.ctid = any (array(
        select y.at from (
          select x.*, row_number() over (partition by x.organization_id order by x.due_at, x.message_id) as place from (
            select d.ctid as at, d.organization_id, d.message_id, d.due_at from translation_job d
            where d.due_at <= now() and (d.claimed_until is null or d.claimed_until < now()) order by d.due_at limit 1000) x) y
        where y.place <= each order by y.due_at limit most))
      and (j.claimed_until is null or j.claimed_until < now())
    returning j.organization_id, j.message_id, j.attempts
  loop
    perform set_config('app.organization_id', r.organization_id::text, true);
    return query
      select r.organization_id, r.message_id, r.attempts, m.conversation_id, c.id, m.author, m.body, c.language,
             array_remove(array(select u.name from users u where u.organization_id = r.organization_id and u.active limit 50) || c.name, null),
             (select left(x.body, 500) from message x
              where x.organization_id = r.organization_id and x.conversation_id = m.conversation_id and x.kind = 'TEXT'
                and (x.occurred_at, x.id) < (m.occurred_at, m.id) order by x.occurred_at desc, x.id desc limit 1),
             array(select distinct u.locale from users u
                   where u.organization_id = r.organization_id and u.active and u.role <> 'SUPER_ADMIN'
                     and not exists (select from message_translation t where t.organization_id = r.organization_id
                                     and t.message_id = r.message_id and t.language = u.locale))
      from message m
      join conversation v on v.organization_id = r.organization_id and v.id = m.conversation_id
      join client c on c.organization_id = r.organization_id and c.id = v.client_id
      where m.organization_id = r.organization_id and m.id = r.message_id;
  end loop;
end $$;

-- Throws away what was translated before; called by the clock for every organization that has a channel.
drop function if exists forget_translations;
create function forget_translations(moment timestamptz)
returns void language plpgsql as $$
declare
  r record;
begin
  for r in select distinct c.organization_id from channel_route c loop
    perform set_config('app.organization_id', r.organization_id::text, true);
    delete from translation_cache c where c.organization_id = r.organization_id and c.created_at < moment;
  end loop;
end $$;

grant execute on function claim_translations to tulpar_pipeline;
grant execute on function forget_translations to tulpar_pipeline;
