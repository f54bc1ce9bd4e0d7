-- The ledger of inbound events: durable before the 200, claimed by lane, settled with a reason.
-- Set-based: one call, one commit, many organizations. Arrays arrive sorted by organization. One statement serves all of them (enter,
-- docs/adr/0018): each join and each look-up carries the organization, so that nothing of one meets anything of another.
-- Scalar subqueries instead of joins: PL/pgSQL caches plans made on empty tables, and only the index plan stays right.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- Durable before the 200. A repeated delivery changes nothing.
drop function if exists ingest;
create function ingest(o uuid[], ch uuid[], ext text[], et text[], ln smallint[], rw text[], tr text[])
returns void language plpgsql as $$
#variable_conflict use_column
declare
  scope text := enter(o);
begin
  -- the acknowledgement promises that it is kept
  perform set_config('synchronous_commit', 'on', true);
  if cardinality(o) = 1 then
    insert into inbound_event (organization_id, channel_id, external_id, event_type, lane, raw, trace_id)
      values (o[1], ch[1], ext[1], et[1], ln[1], rw[1], tr[1]) on conflict do nothing;
  else
    insert into inbound_event (organization_id, channel_id, external_id, event_type, lane, raw, trace_id)
      select r.* from unnest(o, ch, ext, et, ln, rw, tr) r on conflict do nothing;
  end if;
end $$;

-- Claims waiting events of lanes: of every organization its oldest, the same number from each, so that one that floods takes
-- only what the others leave; and no more at once than fits into the server's memory, but one event at least. The lanes' locks are
-- held until commit: one worker per lane over all nodes, and a second one waits instead of giving up, so that no wake-up is
-- swallowed. more: this organization may have further events.
drop function if exists claim_events;
create function claim_events(ln smallint[], most int)
returns table (organization_id uuid, id bigint, channel_id uuid, channel_type text, event_type text, raw text, attempts int,
               trace_id text, again boolean, more boolean)
language plpgsql as $$
#variable_conflict use_column
declare
  share int;
  most_bytes constant bigint := 16 * 1024 * 1024;
  lanes smallint[]; organizations uuid[];
begin
  -- in their order, and before anything else: nobody waits for each other
  perform pg_advisory_xact_lock(7101, l.lane) from (select l.lane from unnest(ln) l(lane) order by l.lane) l;
  with recursive waiting as (
    select l.lane, (select e.organization_id from inbound_event e
                    where e.lane = l.lane and e.status = 'WAITING' order by e.organization_id limit 1) as o from unnest(ln) l(lane)
    union all
    select w.lane, (select e.organization_id from inbound_event e
                    where e.lane = w.lane and e.status = 'WAITING' and e.organization_id > w.o order by e.organization_id limit 1)
    from waiting w where w.o is not null)
  select array_agg(w.lane), array_agg(w.o) into lanes, organizations from waiting w where w.o is not null;
  if organizations is null then
    return;
  end if;
  share := case when cardinality(organizations) = 1 then most else greatest(1, 2 * most / cardinality(organizations)) end;
  return query
    select e.organization_id, e.id, e.channel_id,
           (select r.channel_type from channel_route r where r.organization_id = e.organization_id and r.channel_id = e.channel_id),
           e.event_type, e.raw, e.attempts, e.trace_id, e.processed_at is not null,
           c.n = share or c.all_bytes > most_bytes
    from (select c.*, sum(c.size) over (order by c.place, c.o rows unbounded preceding) - c.size as bytes_before,
                 sum(c.size) over () as all_bytes from (
      select w.o, x.id, x.size, row_number() over (partition by w.o, w.lane order by x.id) as place, count(*) over (partition by w.o, w.lane) as n
      from unnest(organizations, lanes) w(o, lane)
      cross join lateral (
        -- the size is read without the text itself
        select i.id, octet_length(i.raw) as size from inbound_event i
        where i.lane = w.lane and i.status = 'WAITING' and i.organization_id = w.o and i.due_at <= now() order by i.id limit share) x
      order by place, w.o limit most) c) c
    join inbound_event e on e.organization_id = c.o and e.id = c.id
    where c.bytes_before < most_bytes
    order by c.o, c.id;
end $$;

-- One event of a lane, if it still waits.
drop function if exists claim_event;
create function claim_event(ln smallint, o uuid, ev bigint)
returns table (organization_id uuid, id bigint, channel_id uuid, channel_type text, event_type text, raw text, attempts int,
               trace_id text, again boolean, more boolean)
language plpgsql as $$
#variable_conflict use_column
begin
  perform pg_advisory_xact_lock(7101, ln);
  return query
    select e.organization_id, e.id, e.channel_id,
           (select r.channel_type from channel_route r where r.organization_id = e.organization_id and r.channel_id = e.channel_id),
           e.event_type, e.raw, e.attempts, e.trace_id, e.processed_at is not null, false
    from inbound_event e where e.organization_id = o and e.id = ev and e.lane = ln and e.status = 'WAITING';
end $$;

-- Settles events, and counts them by the day they came.
drop function if exists finish_events;
create function finish_events(o uuid[], ev bigint[], st text[], why text[])
returns void language plpgsql as $$
#variable_conflict use_column
begin
  with settled as (
    update inbound_event e set status = r.st, reason = r.why, processed_at = now(), attempts = e.attempts + 1
    from unnest(o, ev, st, why) r(o, ev, st, why) where e.organization_id = r.o and e.id = r.ev
    returning e.organization_id, e.channel_id, (e.received_at at time zone 'UTC')::date as day, e.status)
  insert into ledger_day as d (organization_id, channel_id, day, processed, ignored)
    select s.organization_id, s.channel_id, s.day,
           count(*) filter (where s.status = 'PROCESSED'), count(*) filter (where s.status = 'IGNORED')
    from settled s where s.status in ('PROCESSED', 'IGNORED') group by 1, 2, 3 order by 1, 2, 3
  on conflict (organization_id, channel_id, day)
    do update set processed = d.processed + excluded.processed, ignored = d.ignored + excluded.ignored;
end $$;

-- An event whose time has not come (a receipt before its message): it waits and does not hold up the others. After the first
-- five times the pauses double, to ten minutes.
drop function if exists defer_events;
create function defer_events(o uuid[], ev bigint[], wait interval)
returns void language plpgsql as $$
begin
  update inbound_event e set attempts = e.attempts + 1, due_at = now() + wait * least(2 ^ greatest(e.attempts - 4, 0), 300)
  from unnest(o, ev) r(o, ev) where e.organization_id = r.o and e.id = r.ev;
end $$;

-- Failed events of the organization in scope, to be processed again. Returns the lanes to wake.
drop function if exists retry_events;
create function retry_events(o uuid, ev bigint[])
returns setof smallint language sql as $$
  update inbound_event e set status = 'WAITING', reason = null, attempts = 0, due_at = now()
  where e.organization_id = o and e.id = any (ev) and e.status = 'FAILED' returning e.lane
$$;

-- Puts what was processed in a span of time back, a piece at a time: the next piece begins after the id this one ended with.
-- last is null when there is nothing more.
drop function if exists replay_events;
create function replay_events(o uuid, ch uuid, since timestamptz, till timestamptz, behind bigint, most int)
returns table (last bigint, put_back int, ln smallint) language plpgsql as $$
begin
  select max(p.id) into last from (
    select e.id from inbound_event e where e.organization_id = o and e.id > behind order by e.id limit most) p;
  with back as (
    update inbound_event e set status = 'WAITING', attempts = 0, due_at = now()
    where e.organization_id = o and e.id > behind and e.id <= last and e.channel_id = ch and e.status = 'PROCESSED'
      and e.received_at >= since and e.received_at < till
    returning e.lane, (e.received_at at time zone 'UTC')::date as day),
  days as (select b.day, count(*) as n from back b group by b.day),
  counted as (
    update ledger_day d set processed = d.processed - days.n from days
    where d.organization_id = o and d.channel_id = ch and d.day = days.day)
  select count(*), max(b.lane) into put_back, ln from back b;
  return next;
end $$;

-- Which of these messages are stored already, in whichever conversation of the channel: a replay must not open a closed one anew.
drop function if exists stored_messages;
create function stored_messages(o uuid[], ch uuid[], ext text[], dir text[])
returns setof int language plpgsql as $$
declare
  g uuid;
begin
  for i in 1 .. cardinality(o) loop
    if g is distinct from o[i] then
      g := o[i];
      perform set_config('app.organization_id', g::text, true);
    end if;
    if exists (select from message m where m.organization_id = g and m.external_id = ext[i] and m.direction = dir[i]
                 and (select v.channel_id from conversation v where v.organization_id = g and v.id = m.conversation_id) = ch[i]) then
      return next i;
    end if;
  end loop;
end $$;

grant execute on function ingest to tulpar_pipeline;
grant execute on function claim_events to tulpar_pipeline;
grant execute on function claim_event to tulpar_pipeline;
grant execute on function finish_events to tulpar_pipeline;
grant execute on function defer_events to tulpar_pipeline;
grant execute on function retry_events to tulpar_app;
grant execute on function replay_events to tulpar_app;
grant execute on function stored_messages to tulpar_pipeline;
