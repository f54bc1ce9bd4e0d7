-- The ledger of inbound events: durable before the 200, claimed by lane, settled with a reason.
-- Set-based: one call, one commit, many organizations. Arrays arrive sorted by organization; the setting app.organization_id
-- follows the organization inside the loop, so that every row passes its own tenant's policy.
-- Scalar subqueries instead of joins: PL/pgSQL caches plans made on empty tables, and only the index plan stays right.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- Durable before the 200. A repeated delivery changes nothing.
drop function if exists ingest;
create function ingest(o uuid[], ch uuid[], ext text[], et text[], ln smallint[], rw text[], tr text[])
returns void language plpgsql as $$
declare
  g uuid;
begin
  for i in 1 .. cardinality(o) loop
    if g is distinct from o[i] then
      g := o[i];
      perform set_config('app.organization_id', g::text, true);
    end if;
    insert into inbound_event (organization_id, channel_id, external_id, event_type, lane, raw, trace_id)
      values (g, ch[i], ext[i], et[i], ln[i], rw[i], tr[i]) on conflict do nothing;
  end loop;
end $$;

-- Claims the oldest waiting events of a lane. The lane's lock is held until commit: one worker per lane over all nodes,
-- and a second one waits instead of giving up, so that no wake-up is swallowed.
drop function if exists claim_events;
create function claim_events(ln smallint, most int)
returns table (organization_id uuid, id bigint, channel_id uuid, channel_type text, event_type text, raw text, attempts int, trace_id text)
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7101, ln);
  return query
    select e.organization_id, e.id, e.channel_id,
           (select r.channel_type from channel_route r where r.organization_id = e.organization_id and r.channel_id = e.channel_id),
           e.event_type, e.raw, e.attempts, e.trace_id
    from inbound_event e
    where e.lane = ln and e.status = 'WAITING' and e.due_at <= now() order by e.id limit most;
end $$;

drop function if exists finish_events;
create function finish_events(o uuid[], ev bigint[], st text[], why text[])
returns void language sql as $$
  update inbound_event e set status = r.st, reason = r.why, processed_at = now(), attempts = e.attempts + 1
  from unnest(o, ev, st, why) r(o, ev, st, why) where e.organization_id = r.o and e.id = r.ev
$$;

-- An event whose time has not come (a receipt before its message): it waits and does not hold up the others.
drop function if exists defer_events;
create function defer_events(o uuid[], ev bigint[], wait interval)
returns void language sql as $$
  update inbound_event e set attempts = e.attempts + 1, due_at = now() + wait
  from unnest(o, ev) r(o, ev) where e.organization_id = r.o and e.id = r.ev
$$;

grant execute on function ingest to tulpar_app, tulpar_pipeline;
grant execute on function claim_events to tulpar_pipeline;
grant execute on function finish_events to tulpar_pipeline;
grant execute on function defer_events to tulpar_pipeline;
