-- Turns: who answers a conversation, once.
-- Set-based: one call, one commit, many organizations. Arrays arrive sorted by organization; the setting app.organization_id
-- follows the organization inside the loop, so that every row passes its own tenant's policy.
-- Scalar subqueries instead of joins: PL/pgSQL caches plans made on empty tables, and only the index plan stays right.
-- PL/pgSQL throughout: a function in SQL is parsed and planned anew by each call.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- One turn of a conversation at a time, over all nodes; a worker that died loses its claim. Organizations that have no free place at
-- the model are passed over, but not for longer than people should wait: then their turns come as overdue.
drop function if exists claim_turns;
create function claim_turns(ln smallint, most int, worker text, hold interval, crowded uuid[], patience interval)
returns table (organization_id uuid, conversation_id bigint, revision int, attempts int, overdue boolean) language plpgsql as $$
#variable_conflict use_column
begin
  return query update turn t set claimed_by = worker, claimed_until = now() + hold, attempts = t.attempts + 1
  where (t.organization_id, t.conversation_id) in (
    select x.organization_id, x.conversation_id from turn x
    where x.due_at <= now() and x.lane = ln and (x.claimed_until is null or x.claimed_until < now())
      and (x.organization_id <> all (crowded) or x.due_at < now() - patience)
    order by x.due_at limit most for update skip locked)
  returning t.organization_id, t.conversation_id, t.revision, t.attempts, t.due_at < now() - patience;
end $$;

-- The last lines of the dialogues of many organizations, oldest first, in one round trip.
drop function if exists turn_lines;
create function turn_lines(o uuid[], vid bigint[], lines int)
returns table (organization_id uuid, conversation_id bigint, answered_up_to bigint, handler_since timestamptz, client_name text,
               message_id bigint, author text, kind text, body text, occurred_at timestamptz)
language plpgsql as $$
#variable_conflict use_column
declare
  lo int := 1; hi int; n int := cardinality(o);
  g uuid;
begin
  while lo <= n loop
    g := o[lo];
    hi := lo;
    while hi < n and o[hi + 1] = g loop hi := hi + 1; end loop;
    perform set_config('app.organization_id', g::text, true);
    return query
      with r as materialized (
        select v.id, v.answered_up_to, v.handler_since,
               (select c.name from client c where c.organization_id = g and c.id = v.client_id) as name
        from unnest(vid[lo:hi]) r(id) join conversation v on v.organization_id = g and v.id = r.id)
      select g, r.id, r.answered_up_to, r.handler_since, r.name, m.id, m.author, m.kind, m.body, m.occurred_at
      from r cross join lateral (
        select x.id, x.author, x.kind, x.body, x.occurred_at from message x
        where x.organization_id = g and x.conversation_id = r.id and x.deleted_at is null and x.kind <> 'REACTION'
        order by x.occurred_at desc, x.id desc limit lines) m
      order by r.id, m.occurred_at, m.id;
    lo := hi + 1;
  end loop;
end $$;

-- There was no place at the model: as if the turns had not been claimed.
drop function if exists give_back_turns;
create function give_back_turns(o uuid[], vid bigint[], worker text)
returns void language plpgsql as $$
begin
  update turn t set claimed_by = null, claimed_until = null, attempts = t.attempts - 1
  from unnest(o, vid) r(o, vid)
  where t.organization_id = r.o and t.conversation_id = r.vid and t.claimed_by = worker;
end $$;

-- The model did not answer: the turn waits and is tried again.
drop function if exists defer_turn;
create function defer_turn(o uuid, vid bigint, worker text, wait interval)
returns void language plpgsql as $$
begin
  update turn t set claimed_by = null, claimed_until = null, due_at = now() + wait
  where t.organization_id = o and t.conversation_id = vid and t.claimed_by = worker;
end $$;

-- Ends turns with what was decided: REPLY, HAND_OVER or SILENT. A turn that grew meanwhile is given back unanswered, unless its
-- cap has passed; a conversation that a person took is left alone. Returns, per turn, whether the decision was taken.
-- One statement per organization: a statement for each turn cost three times as much.
drop function if exists finish_turns;
create function finish_turns(
  o uuid[], vid bigint[], rev int[], worker text, decision text[], reply text[], why text[], watermark bigint[], mid bigint[])
returns table (organization_id uuid, conversation_id bigint, message_id bigint, decided boolean) language plpgsql as $$
#variable_conflict use_column
declare
  lo int := 1; hi int; n int := cardinality(o);
  g uuid;
  cap interval;
  translated boolean;
  -- turns that end, and those that grew; then the conversations that are decided about, and of each its lane, epoch and channel
  ended bigint[]; grown bigint[]; taken bigint[]; lanes smallint[]; epochs int[]; channels uuid[];
begin
  while lo <= n loop
    g := o[lo];
    hi := lo;
    while hi < n and o[hi + 1] = g loop hi := hi + 1; end loop;
    perform set_config('app.organization_id', g::text, true);
    select make_interval(secs => s.glue_cap_seconds),
           exists (select from translation_settings e where e.organization_id = g and e.engine <> 'NONE')
      into cap, translated from organization s where s.organization_id = g;
    -- Conversation before turn, and conversations in the order of their ids: whoever locks both does it in this order.
    perform from conversation x where x.organization_id = g and x.id = any (vid[lo:hi]) order by x.id for no key update;
    -- A statement for each table: one that writes into all of them takes three times as long to be made ready as these together.
    select array_agg(r.vid) filter (where not r.grew), array_agg(r.vid) filter (where r.grew),
           array_agg(r.vid) filter (where r.mine), array_agg(r.lane) filter (where r.mine),
           array_agg(r.handler_epoch) filter (where r.mine), array_agg(r.channel_id) filter (where r.mine)
      into ended, grown, taken, lanes, epochs, channels from (
        select t.*, v.handler_epoch, v.channel_id, (not t.grew or t.capped) and v.handler = 'BOT' as mine
        from (
          select t.conversation_id as vid, t.lane, t.revision <> r.rev as grew, t.first_at + cap <= now() as capped
          from unnest(vid[lo:hi], rev[lo:hi]) r(vid, rev)
          join turn t on t.organization_id = g and t.conversation_id = r.vid and t.claimed_by = worker
          for update of t) t
        join conversation v on v.organization_id = g and v.id = t.vid) r;
    delete from turn x where x.organization_id = g and x.conversation_id = any (ended);
    if grown is not null then
      update turn x set claimed_by = null, claimed_until = null, first_at = case when x.first_at + cap <= now() then now() else x.first_at end
        where x.organization_id = g and x.conversation_id = any (grown);
    end if;
    if taken is not null then
      insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, handler_epoch, occurred_at)
        select g, r.mid, r.vid, 'OUT', 'BOT', 'CRM', 'QUEUED', 'TEXT', r.reply, t.epoch, now()
        from unnest(vid[lo:hi], reply[lo:hi], mid[lo:hi]) r(vid, reply, mid) join unnest(taken, epochs) t(vid, epoch) on t.vid = r.vid
        where r.reply is not null;
      insert into outbox_message (organization_id, message_id, conversation_id, channel_id, lane)
        select g, r.mid, r.vid, t.channel_id, t.lane
        from unnest(vid[lo:hi], reply[lo:hi], mid[lo:hi]) r(vid, reply, mid) join unnest(taken, channels, lanes) t(vid, channel_id, lane) on t.vid = r.vid
        where r.reply is not null;
      -- The word that hands over is still the bot's: it carries the old epoch's successor only after it was said.
      update conversation x set
          answered_up_to = greatest(x.answered_up_to, d.watermark),
          last_message_at = case when d.reply is not null then greatest(x.last_message_at, now()) else x.last_message_at end,
          last_message_author = case when d.reply is not null then 'BOT' else x.last_message_author end,
          last_message_text = case when d.reply is not null then left(d.reply, 200) else x.last_message_text end,
          handler = case when d.decision = 'HAND_OVER' then 'WAITING_HUMAN' else x.handler end,
          handler_since = case when d.decision = 'HAND_OVER' then now() else x.handler_since end,
          waiting_since = case when d.decision = 'HAND_OVER' then coalesce(x.waiting_since, now()) else x.waiting_since end,
          version = x.version + 1
        from unnest(vid[lo:hi], decision[lo:hi], reply[lo:hi], watermark[lo:hi]) d(vid, decision, reply, watermark)
        where x.organization_id = g and x.id = d.vid and d.vid = any (taken);
    end if;
    if translated then
      insert into translation_job (organization_id, message_id)
        select g, r.mid from unnest(vid[lo:hi], reply[lo:hi], mid[lo:hi]) r(vid, reply, mid) where r.reply is not null and r.vid = any (taken);
    end if;
    if 'HAND_OVER' = any (decision[lo:hi]) then
      insert into audit_event (organization_id, type, conversation_id, data)
        select g, 'conversation.handed_over', r.vid, jsonb_build_object('reason', r.why)
        from unnest(vid[lo:hi], decision[lo:hi], why[lo:hi]) r(vid, decision, why) where r.decision = 'HAND_OVER' and r.vid = any (taken);
      insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)
        select g, r.mid + 1, r.vid, 'OUT', 'SYSTEM', 'CRM', 'SENT', 'SYSTEM', r.why, now() + interval '1 millisecond'
        from unnest(vid[lo:hi], decision[lo:hi], why[lo:hi], mid[lo:hi]) r(vid, decision, why, mid)
        where r.decision = 'HAND_OVER' and r.vid = any (taken);
    end if;
    return query
      select g, r.vid, case when r.reply is not null and r.vid = any (taken) then r.mid end, coalesce(r.vid = any (taken), false)
      from unnest(vid[lo:hi], reply[lo:hi], mid[lo:hi]) r(vid, reply, mid);
    lo := hi + 1;
  end loop;
end $$;

grant execute on function claim_turns to tulpar_pipeline;
grant execute on function turn_lines to tulpar_pipeline;
grant execute on function give_back_turns to tulpar_pipeline;
grant execute on function defer_turn to tulpar_pipeline;
grant execute on function finish_turns to tulpar_pipeline;
