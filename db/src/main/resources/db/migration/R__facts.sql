-- What clients tell of themselves: conversations that are to be read for it, and how near to buying each client is.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- ---------------------------------------------------------------- reading

-- The client has said something: it is read when she has been silent for a while, or has not been for long; never sooner than what is being
-- read, or was put off, comes back. Only where the organization wants it. Conversations come in the order in which they are locked.
drop function if exists ask_for_facts;
create function ask_for_facts(o uuid[], vid bigint[])
returns void language plpgsql as $$
begin
  insert into fact_job (organization_id, conversation_id, due_at)
    select r.o, r.vid, now() + interval '20 seconds' from unnest(o, vid) r(o, vid)
    where (select true from ai_agent a where a.organization_id = r.o and a.type = 'QUALIFICATION' and a.active limit 1)
    on conflict (organization_id, conversation_id) do update set revision = fact_job.revision + 1,
      due_at = greatest(fact_job.due_at, least(excluded.due_at, fact_job.first_at + interval '2 minutes'));
end $$;

-- Those whose time has come, a few of each organization at a time, so that a long list of one delays nobody else: as claim_follow_ups does.
-- What a worker that died has claimed comes back when the hold is over.
drop function if exists claim_fact_jobs;
create function claim_fact_jobs(most int, each int, hold interval)
returns table (organization_id uuid, conversation_id bigint, revision int, attempts int) language sql as $$
  with recursive first as (
    (select j.organization_id, j.due_at from fact_job j order by j.organization_id, j.due_at limit 1)
    union all
    select n.organization_id, n.due_at from first x cross join lateral (
      select j.organization_id, j.due_at from fact_job j where j.organization_id > x.organization_id
      order by j.organization_id, j.due_at limit 1) n),
  served as (
    select x.organization_id, x.due_at, h.held from first x cross join lateral (
      select count(*) as held from (
        select from fact_job j where j.organization_id = x.organization_id and j.due_at > now() and j.due_at <= now() + hold
          and j.attempts > 0 limit 100) j) h
    where x.due_at <= now() order by h.held, x.due_at limit most)
  update fact_job d set due_at = now() + hold, attempts = d.attempts + 1
  where d.ctid = any (array(
      select y.at from (
        select j.at, j.due_at, s.held + row_number() over (partition by s.organization_id order by j.due_at) as place
        from served s cross join lateral (
          select w.ctid as at, w.due_at from fact_job w where w.organization_id = s.organization_id and w.due_at <= now()
          order by w.due_at limit each for update skip locked) j) y
      order by y.place, y.due_at limit most))
    and d.due_at <= now()
  returning d.organization_id, d.conversation_id, d.revision, d.attempts
$$;

-- It is read. What she has said meanwhile is read by itself, and no attempt of that was made yet.
drop function if exists end_fact_job;
create function end_fact_job(o uuid, vid bigint, rev int)
returns void language plpgsql as $$
begin
  perform from fact_job j where j.organization_id = o and j.conversation_id = vid for update;
  delete from fact_job j where j.organization_id = o and j.conversation_id = vid and j.revision = rev;
  update fact_job j set attempts = 0, first_at = now(), due_at = now() + interval '20 seconds'
    where j.organization_id = o and j.conversation_id = vid;
end $$;

grant execute on function ask_for_facts to tulpar_pipeline;
grant execute on function claim_fact_jobs to tulpar_pipeline;
grant execute on function end_fact_job to tulpar_pipeline;

-- ---------------------------------------------------------------- score

drop view if exists lead_score;
drop view if exists lead_reason;

-- Why a client is near to buying, or is not: each kind of fact counts once, however often she says it. The weights are a first estimate:
-- that they foretell anything is still to be measured.
create view lead_reason with (security_invoker = true) as
  select c.organization_id, c.client_id, f.kind as reason,
         case f.kind when 'READY' then 25 when 'DATES' then 20 when 'PARTY' then 15 when 'BUDGET' then 15 when 'PRODUCT' then 10
                     when 'WISH' then 5 when 'DOUBT' then -10 end as points, true as told
    from conversation c
    join extracted_fact f on f.organization_id = c.organization_id and f.conversation_id = c.id and f.dismissed_at is null
    group by c.organization_id, c.client_id, f.kind
  union all
  select o.organization_id, o.client_id, 'ORDERED', 15, false from orders o
    where o.status in ('CONFIRMED', 'PAID', 'DONE') group by o.organization_id, o.client_id
  union all
  select s.organization_id, s.client_id, s.reason, case s.reason when 'FRESH' then 10 when 'WEEK' then -15 else -30 end, false
    from (select c.organization_id, c.client_id,
                 case when max(c.last_client_at) > now() - interval '1 day' then 'FRESH'
                      when max(c.last_client_at) < now() - interval '30 days' then 'MONTH'
                      when max(c.last_client_at) < now() - interval '7 days' then 'WEEK' end as reason
            from conversation c group by c.organization_id, c.client_id) s
    where s.reason is not null;

-- From 0 to 100, of a client who has told something; of another there is nothing to be said.
create view lead_score with (security_invoker = true) as
  select r.organization_id, r.client_id, greatest(0, least(100, sum(r.points)))::int as points
    from lead_reason r group by r.organization_id, r.client_id having bool_or(r.told);

grant select on lead_reason, lead_score to tulpar_app;
