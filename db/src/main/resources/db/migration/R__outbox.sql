-- The outbox: the send fence, and what became of each send.
-- Set-based: one call, one commit, many organizations. Arrays arrive sorted by organization; the setting app.organization_id
-- follows the organization inside the loop, so that every row passes its own tenant's policy.
-- Scalar subqueries instead of joins: PL/pgSQL caches plans made on empty tables, and only the index plan stays right.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- The fence: QUEUED becomes SENDING only while the bot may speak, in one statement that also locks the conversation against a takeover.
-- verdict: SEND, HELD (a person is typing), FENCED (a person has taken over). Order within a conversation is kept: an earlier message
-- that is in flight or waits for its next try holds the later ones back; one whose fate is unknown does so for a minute.
drop function if exists claim_outbox;
create function claim_outbox(ln smallint, most int, worker text)
returns table (organization_id uuid, message_id bigint, conversation_id bigint, channel_id uuid, attempts int, verdict text,
               address text, kind text, body text, content text, quoted text)
language plpgsql as $$
#variable_conflict use_column
declare
  g uuid; lo int := 1; hi int; n int;
  o uuid[]; m bigint[]; tries int[]; sending bigint[]; held bigint[];
begin
  perform pg_advisory_xact_lock(7102, ln);
  select array_agg(x.organization_id), array_agg(x.message_id), array_agg(x.attempts) into o, m, tries from (
    select b.organization_id, b.message_id, b.attempts from outbox_message b
    where b.lane = ln and b.claimed_by is null and b.due_at <= now()
      and not exists (select from outbox_message e where e.organization_id = b.organization_id and e.conversation_id = b.conversation_id
                      and e.message_id < b.message_id
                      and (e.due_at > now() or e.claimed_by is not null and coalesce(e.unknown_since, now()) > now() - interval '60 seconds'))
    order by b.priority, b.due_at, b.message_id limit most) x;
  n := coalesce(cardinality(o), 0);
  if n = 0 then
    return;
  end if;
  -- by organization, then by message
  select array_agg(x.o order by x.o, x.m), array_agg(x.m order by x.o, x.m), array_agg(x.tries order by x.o, x.m) into o, m, tries
    from unnest(o, m, tries) x(o, m, tries);
  while lo <= n loop
    g := o[lo];
    hi := lo;
    while hi < n and o[hi + 1] = g loop hi := hi + 1; end loop;
    perform set_config('app.organization_id', g::text, true);
    perform from conversation v
      where v.organization_id = g and v.id in (select x.conversation_id from message x where x.organization_id = g and x.id = any (m[lo:hi]))
      order by v.id for share;
    with f as (
      select x.id, v.handler, v.handler_epoch as epoch, v.typing_at > now() - interval '10 seconds' as typing, x.author, x.handler_epoch
      from message x join conversation v on v.organization_id = x.organization_id and v.id = x.conversation_id
      where x.organization_id = g and x.id = any (m[lo:hi]) and x.status = 'QUEUED'
      for share of v),
    s as (
      update message x set status = 'SENDING' from f
      where x.organization_id = g and x.id = f.id and x.status = 'QUEUED'
        and (f.author <> 'BOT' or f.handler <> 'HUMAN' and f.epoch = f.handler_epoch and f.typing is not true)
      returning x.id)
    select array_agg(s.id), (select array_agg(f.id) from f where f.author = 'BOT' and f.handler <> 'HUMAN' and f.epoch = f.handler_epoch and f.typing)
      into sending, held from s;
    update outbox_message b set claimed_by = worker, claimed_at = now()
      where b.organization_id = g and b.message_id = any (sending);
    update outbox_message b set due_at = now() + interval '2 seconds'
      where b.organization_id = g and b.message_id = any (held);
    update message x set status = 'FAILED', failure_code = 'taken_over'
      where x.organization_id = g and x.id = any (m[lo:hi]) and x.status = 'QUEUED' and x.id <> all (coalesce(held, '{}'));
    delete from outbox_message b
      where b.organization_id = g and b.message_id = any (m[lo:hi]) and b.claimed_by is null and b.message_id <> all (coalesce(held, '{}'));
    return query
      select g, x.id, x.conversation_id, v.channel_id, r.tries,
             case when x.id = any (sending) then 'SEND' when x.id = any (held) then 'HELD' else 'FENCED' end,
             v.address, x.kind, x.body, x.content::text, x.quoted_external_id
      from unnest(m[lo:hi], tries[lo:hi]) r(id, tries)
      join message x on x.organization_id = g and x.id = r.id
      join conversation v on v.organization_id = g and v.id = x.conversation_id
      order by x.id;
    lo := hi + 1;
  end loop;
end $$;

-- Messages that may or may not have been sent: their node died, or the answer was ambiguous. They are claimed for whoever asks
-- the provider. Only after ten seconds: until then a request may still be on its way; then ever more seldom.
drop function if exists adopt_outbox;
create function adopt_outbox(worker text, every_start text, in_flight bigint[], most int)
returns table (organization_id uuid, message_id bigint, conversation_id bigint, channel_id uuid, attempts int,
               address text, body text, quoted text, queued_at timestamptz)
language plpgsql as $$
#variable_conflict use_column
declare
  r record;
begin
  for r in
    update outbox_message b set claimed_by = worker, claimed_at = now()
    where (b.organization_id, b.message_id) in (
      select x.organization_id, x.message_id from outbox_message x
      where x.claimed_by is not null and x.message_id <> all (in_flight)
        and x.claimed_at < now() - least(interval '10 minutes', greatest(interval '10 seconds', (now() - x.unknown_since) / 2))
        and (x.claimed_by like every_start or x.claimed_at < now() - interval '60 seconds')
      order by x.claimed_at limit most for update skip locked)
    returning b.organization_id, b.message_id, b.conversation_id, b.channel_id, b.attempts, b.created_at
  loop
    perform set_config('app.organization_id', r.organization_id::text, true);
    return query
      select r.organization_id, r.message_id, r.conversation_id, r.channel_id, r.attempts, v.address, x.body, x.quoted_external_id, r.created_at
      from message x join conversation v on v.organization_id = x.organization_id and v.id = x.conversation_id
      where x.organization_id = r.organization_id and x.id = r.message_id;
  end loop;
end $$;

-- outcome: SENT, UNKNOWN, RETRY, FAILED. UNKNOWN keeps its outbox row, claimed, until the echo or the gateway's history settles it.
drop function if exists mark_outbox;
create function mark_outbox(o uuid[], mid bigint[], outcome text[], ext text[], code text[], detail text[], wait interval[])
returns void language plpgsql as $$
declare
  g uuid;
begin
  for i in 1 .. cardinality(o) loop
    if g is distinct from o[i] then
      g := o[i];
      perform set_config('app.organization_id', g::text, true);
    end if;
    case outcome[i]
      when 'SENT' then
        update message m set status = 'SENT', external_id = ext[i], sent_at = now()
          where m.organization_id = g and m.id = mid[i] and m.status in ('SENDING', 'UNKNOWN')
            and not exists (select from message y where y.organization_id = g and y.conversation_id = m.conversation_id
                            and y.external_id = ext[i] and y.direction = 'OUT');
        delete from outbox_message b where b.organization_id = g and b.message_id = mid[i];
      when 'UNKNOWN' then
        update message m set status = 'UNKNOWN', failure_code = code[i], failure_detail = detail[i]
          where m.organization_id = g and m.id = mid[i] and m.status = 'SENDING';
        update outbox_message b set last_error = detail[i], attempts = b.attempts + 1, unknown_since = coalesce(b.unknown_since, now())
          where b.organization_id = g and b.message_id = mid[i];
      when 'RETRY' then
        update message m set status = 'QUEUED', failure_code = code[i], failure_detail = detail[i]
          where m.organization_id = g and m.id = mid[i] and m.status in ('SENDING', 'UNKNOWN');
        update outbox_message b set claimed_by = null, claimed_at = null, unknown_since = null, attempts = b.attempts + 1, due_at = now() + wait[i], last_error = detail[i]
          where b.organization_id = g and b.message_id = mid[i];
      when 'FAILED' then
        update message m set status = 'FAILED', failure_code = code[i], failure_detail = detail[i]
          where m.organization_id = g and m.id = mid[i] and m.status in ('SENDING', 'UNKNOWN', 'QUEUED');
        delete from outbox_message b where b.organization_id = g and b.message_id = mid[i];
    end case;
  end loop;
end $$;

grant execute on function claim_outbox to tulpar_pipeline;
grant execute on function adopt_outbox to tulpar_pipeline;
grant execute on function mark_outbox to tulpar_pipeline;
