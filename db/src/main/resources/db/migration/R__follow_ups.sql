-- What was planned to be said later: claimed by whoever of the nodes comes first.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- Those whose time has come, a few of each organization at a time, so that a long list of one delays nobody else. What a worker that
-- died has claimed comes back when the hold is over.
drop function if exists claim_follow_ups;
create function claim_follow_ups(most int, each int, hold interval)
returns table (organization_id uuid, follow_up_id bigint, attempts int) language sql as $$
  update follow_up_due d set due_at = now() + hold, attempts = d.attempts + 1
  where d.ctid = any (array(
      select y.at from (
        select x.*, row_number() over (partition by x.organization_id order by x.due_at, x.follow_up_id) as place from (
          select f.ctid as at, f.organization_id, f.follow_up_id, f.due_at from follow_up_due f
          where f.due_at <= now() order by f.due_at limit 1000 for update skip locked) x) y
      where y.place <= each order by y.due_at limit most))
    and d.due_at <= now()
  returning d.organization_id, d.follow_up_id, d.attempts
$$;

grant execute on function claim_follow_ups to tulpar_pipeline;
