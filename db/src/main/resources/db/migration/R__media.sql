-- The work on files of messages: claimed with its organization, settled one by one, because each takes its time.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- Jobs whose time has come. A worker that died loses its claim when the hold is over.
drop function if exists claim_media;
create function claim_media(most int, hold interval)
returns table (organization_id uuid, media_id uuid, job text, channel_id uuid, attempts int, external_id text, url text, bytes bigint,
               declared_type text, file_name text, raw text)
language plpgsql as $$
#variable_conflict use_column
declare
  r record;
begin
  for r in
    update media_job j set claimed_until = now() + hold, attempts = j.attempts + 1
    where j.ctid = any (array(
      select x.ctid from media_job x
      where x.due_at <= now() and (x.claimed_until is null or x.claimed_until < now())
      order by x.due_at limit most for update skip locked))
    returning j.organization_id, j.media_id, j.job, j.channel_id, j.event_id, j.attempts
  loop
    perform set_config('app.organization_id', r.organization_id::text, true);
    return query
      select r.organization_id, r.media_id, r.job, r.channel_id, r.attempts, m.external_id, m.content ->> 'url', f.bytes, f.declared_type, f.file_name,
             (select e.raw from inbound_event e where e.organization_id = r.organization_id and e.id = r.event_id)
      from media f left join message m on m.organization_id = f.organization_id and m.id = f.message_id
      where f.organization_id = r.organization_id and f.id = r.media_id;
  end loop;
end $$;

-- A file was stored. Returns its conversation, or nothing when the message was deleted meanwhile: then the file must go again.
drop function if exists store_media;
create function store_media(o uuid, mid uuid, found_type text, size bigint, nm text)
returns bigint language plpgsql as $$
declare
  v bigint;
begin
  perform set_config('app.organization_id', o::text, true);
  update media f set status = 'STORED', content_type = found_type, bytes = size, file_name = coalesce(f.file_name, nm), stored_at = now()
    from message m where f.organization_id = o and f.id = mid and f.status = 'PENDING'
      and m.organization_id = o and m.id = f.message_id returning m.conversation_id into v;
  delete from media_job j where j.organization_id = o and j.media_id = mid and j.job = 'FETCH';
  return v;
end $$;

-- A file could not be fetched, for good. Returns its conversation.
drop function if exists fail_media;
create function fail_media(o uuid, mid uuid, code text)
returns bigint language plpgsql as $$
declare
  v bigint;
begin
  perform set_config('app.organization_id', o::text, true);
  update media f set status = 'FAILED', failure_code = code
    from message m where f.organization_id = o and f.id = mid and f.status = 'PENDING'
      and m.organization_id = o and m.id = f.message_id returning m.conversation_id into v;
  delete from media_job j where j.organization_id = o and j.media_id = mid and j.job = 'FETCH';
  return v;
end $$;

-- tried: whether the provider was asked; else this was no attempt.
drop function if exists defer_media;
create function defer_media(o uuid, mid uuid, what text, wait interval, tried boolean)
returns void language sql as $$
  update media_job j set claimed_until = null, due_at = now() + wait, attempts = j.attempts - (not tried)::int
    where j.organization_id = o and j.media_id = mid and j.job = what
$$;

-- A dropped file that was never sent leaves no row; one of a deleted message leaves the word that it was there.
drop function if exists drop_media;
create function drop_media(o uuid, mid uuid)
returns void language plpgsql as $$
begin
  perform set_config('app.organization_id', o::text, true);
  delete from media_job j where j.organization_id = o and j.media_id = mid and j.job = 'DROP';
  delete from media f where f.organization_id = o and f.id = mid and f.message_id is null;
end $$;

grant execute on function claim_media to tulpar_pipeline;
grant execute on function store_media to tulpar_pipeline;
grant execute on function fail_media to tulpar_pipeline;
grant execute on function defer_media to tulpar_pipeline;
grant execute on function drop_media to tulpar_pipeline;
