-- Whom a batch of the pipeline serves.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- From here to the end of the transaction, or to the next call, the role tulpar_pipeline sees and writes the rows of these
-- organizations and of no others (docs/adr/0018). Another role may enter one organization only: its policies take no list.
drop function if exists enter;
create function enter(o uuid[]) returns text language plpgsql as $$
begin
  if cardinality(o) = 1 then
    return set_config('app.organization_id', o[1]::text, true);
  end if;
  return set_config('app.organization_id', (select coalesce(string_agg(distinct x::text, ','), '') from unnest(o) x), true);
end $$;

-- The lanes, up to this one, that have work whose time has come. One entry of an index for each: as exists it may become a join
-- that reads all that waits, which under a burst is everything.
drop function if exists due_lanes;
create function due_lanes(highest int) returns table (stage text, lane int) language plpgsql as $$
begin
  return query
    select 'INBOUND', l from generate_series(0, highest) l where (
      select true from inbound_event e where e.lane = l and e.status = 'WAITING' and e.due_at <= now() limit 1)
    union all
    select 'TURN', l from generate_series(0, highest) l where (
      select true from turn t where t.lane = l and t.due_at <= now() and (t.claimed_until is null or t.claimed_until < now()) limit 1)
    union all
    select 'OUTBOUND', l from generate_series(0, highest) l where (
      select true from unnest('{1,5,9}'::smallint[]) p(priority) where (
        select true from outbox_message o
        where o.lane = l and o.priority = p.priority and o.claimed_by is null and o.due_at <= now() limit 1) limit 1);
end $$;

grant execute on function enter to tulpar_pipeline;
grant execute on function due_lanes to tulpar_pipeline;
