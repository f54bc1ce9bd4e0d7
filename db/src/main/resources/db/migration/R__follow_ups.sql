-- What was planned to be said later: claimed by whoever of the nodes comes first.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- Those whose time has come, a few of each organization at a time, so that a long list of one delays nobody else: one look at the first
-- row of each organization, then at a few of as many as there are hands, and their turns go round. What an organization has in hands
-- already counts among its turns, else the longest list took every hand that is let go. What a worker that died has claimed comes back
-- when the hold is over.
drop function if exists claim_follow_ups;
create function claim_follow_ups(most int, each int, hold interval)
returns table (organization_id uuid, follow_up_id bigint, attempts int) language sql as $$
  with recursive first as (
    (select f.organization_id, f.due_at from follow_up_due f order by f.organization_id, f.due_at limit 1)
    union all
    select n.organization_id, n.due_at from first x cross join lateral (
      select f.organization_id, f.due_at from follow_up_due f where f.organization_id > x.organization_id
      order by f.organization_id, f.due_at limit 1) n),
  served as (
    select x.organization_id, x.due_at, h.held from first x cross join lateral (
      select count(*) as held from (
        select from follow_up_due f where f.organization_id = x.organization_id and f.due_at > now() and f.due_at <= now() + hold
          and f.attempts > 0 limit 100) f) h
    where x.due_at <= now() order by h.held, x.due_at limit most)
  update follow_up_due d set due_at = now() + hold, attempts = d.attempts + 1
  where d.ctid = any (array(
      select y.at from (
        select f.at, f.due_at, s.held + row_number() over (partition by s.organization_id order by f.due_at) as place
        from served s cross join lateral (
          select w.ctid as at, w.due_at from follow_up_due w where w.organization_id = s.organization_id and w.due_at <= now()
          order by w.due_at limit each for update skip locked) f) y
      order by y.place, y.due_at limit most))
    and d.due_at <= now()
  returning d.organization_id, d.follow_up_id, d.attempts
$$;

grant execute on function claim_follow_ups to tulpar_pipeline;
