-- Turns: who answers a conversation, once.
-- Set-based: one call, one commit, many organizations. Arrays arrive sorted by organization. One statement serves all of them (enter,
-- docs/adr/0018): each join and each look-up carries the organization, so that nothing of one meets anything of another.
-- Scalar subqueries instead of joins: PL/pgSQL caches plans made on empty tables, and only the index plan stays right.
-- PL/pgSQL throughout: a function in SQL is parsed and planned anew by each call.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- One turn of a conversation at a time, over all nodes; a worker that died loses its claim. Organizations that have no free place at
-- the model are passed over, but not for longer than people should wait: then their turns come as overdue. From every lane the same
-- number of its oldest, so that a flood in one takes what the others leave. By their place (ctid), here and wherever rows are claimed:
-- a list of keys after "in" may be made anew for every row of the table, when the plan believes the table to be empty.
drop function if exists claim_turns;
create function claim_turns(ln smallint[], most int, worker text, hold interval, crowded uuid[], patience interval)
returns table (organization_id uuid, conversation_id bigint, revision int, attempts int, overdue boolean) language plpgsql as $$
#variable_conflict use_column
begin
  return query update turn t set claimed_by = worker, claimed_until = now() + hold, attempts = t.attempts + 1
  where t.ctid = any (array(
    select z.ctid from (
      select y.o, y.id from (
        select z.*, row_number() over (partition by l.lane order by z.due_at) as place from unnest(ln) l(lane)
        cross join lateral (
          select w.organization_id as o, w.conversation_id as id, w.due_at from turn w
          where w.lane = l.lane and w.due_at <= now() and (w.claimed_until is null or w.claimed_until < now())
            and (w.organization_id <> all (crowded) or w.due_at < now() - patience)
          order by w.due_at limit most) z) y
      order by y.place, y.due_at limit most) c
    cross join lateral (
      select x.ctid from turn x where x.organization_id = c.o and x.conversation_id = c.id
        and (x.claimed_until is null or x.claimed_until < now()) for update skip locked) z))
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
  scope text := enter(o);
begin
  return query
    with r as materialized (
      select q.o, v.id, v.answered_up_to, v.handler_since,
             (select c.name from client c where c.organization_id = q.o and c.id = v.client_id) as name
      from unnest(o, vid) q(o, id) join conversation v on v.organization_id = q.o and v.id = q.id)
    select r.o, r.id, r.answered_up_to, r.handler_since, r.name, m.id, m.author, m.kind, m.body, m.occurred_at
    from r cross join lateral (
      select x.id, x.author, x.kind, x.body, x.occurred_at from message x
      where x.organization_id = r.o and x.conversation_id = r.id and x.deleted_at is null and x.kind not in ('REACTION', 'EDIT', 'DELETION')
      order by x.occurred_at desc, x.id desc limit lines) m
    order by r.o, r.id, m.occurred_at, m.id;
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
-- Within, a turn goes by its place in the arrays: what stands at one place is of one organization. Where an index is searched, the places
-- are turned into columns first (offset 0): under row level security none is searched by a subscript.
drop function if exists finish_turns;
create function finish_turns(
  o uuid[], vid bigint[], rev int[], worker text, decision text[], reply text[], provenance text[], why text[], watermark bigint[], mid bigint[])
returns table (organization_id uuid, conversation_id bigint, message_id bigint, decided boolean) language plpgsql as $$
#variable_conflict use_column
declare
  scope text := enter(o);
  -- turns that end, and those that grew; then those that are decided, and of each its lane, and its conversation's epoch and channel
  ended bigint[]; grown bigint[]; taken bigint[]; lanes smallint[]; epochs int[]; channels uuid[];
  translated boolean;
begin
  -- Conversation before turn, and conversations in the order of organization and id: whoever locks several does it in this order.
  perform from unnest(o, vid) r(o, id) join conversation x on x.organization_id = r.o and x.id = r.id
    order by x.organization_id, x.id for no key update of x;
  -- A statement for each table: one that writes into all of them takes three times as long to be made ready as these together.
  select array_agg(r.n) filter (where not r.grew), array_agg(r.n) filter (where r.grew),
         array_agg(r.n) filter (where r.mine), array_agg(r.lane) filter (where r.mine),
         array_agg(r.handler_epoch) filter (where r.mine), array_agg(r.channel_id) filter (where r.mine),
         bool_or((select true from translation_settings s where s.organization_id = o[r.n] and s.engine <> 'NONE'))
    into ended, grown, taken, lanes, epochs, channels, translated from (
      select t.n, t.lane, t.grew, v.handler_epoch, v.channel_id, (not t.grew or t.capped) and v.handler = 'BOT' as mine
      from (
        select r.n, t.organization_id as o, t.conversation_id as vid, t.lane, t.revision <> r.rev as grew,
               t.first_at + (select make_interval(secs => s.glue_cap_seconds) from organization s where s.organization_id = r.o) <= now() as capped
        from unnest(o, vid, rev) with ordinality r(o, vid, rev, n)
        cross join lateral (
          select x.* from turn x where x.organization_id = r.o and x.conversation_id = r.vid and x.claimed_by = worker for update) t) t
      join conversation v on v.organization_id = t.o and v.id = t.vid) r;
  delete from turn x using (select o[t.n] as o, vid[t.n] as vid from unnest(ended) t(n) offset 0) e
    where x.organization_id = e.o and x.conversation_id = e.vid;
  if grown is not null then
    update turn x set claimed_by = null, claimed_until = null,
        first_at = case when x.first_at + (select make_interval(secs => s.glue_cap_seconds) from organization s
                                           where s.organization_id = x.organization_id) <= now() then now() else x.first_at end
      from (select o[t.n] as o, vid[t.n] as vid from unnest(grown) t(n) offset 0) e
      where x.organization_id = e.o and x.conversation_id = e.vid;
  end if;
  if taken is not null then
    insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, provenance, handler_epoch, occurred_at)
      select o[t.n], mid[t.n], vid[t.n], 'OUT', 'BOT', 'CRM', 'QUEUED', 'TEXT', reply[t.n], provenance[t.n]::jsonb, t.epoch, now()
      from unnest(taken, epochs) t(n, epoch) where reply[t.n] is not null;
    insert into outbox_message (organization_id, message_id, conversation_id, channel_id, lane)
      select o[t.n], mid[t.n], vid[t.n], t.channel_id, t.lane
      from unnest(taken, channels, lanes) t(n, channel_id, lane) where reply[t.n] is not null;
    -- The word that hands over is still the bot's: it carries the old epoch's successor only after it was said.
    update conversation x set
        answered_up_to = greatest(x.answered_up_to, watermark[t.n]),
        last_message_at = case when reply[t.n] is not null then greatest(x.last_message_at, now()) else x.last_message_at end,
        last_message_author = case when reply[t.n] is not null then 'BOT' else x.last_message_author end,
        last_message_text = case when reply[t.n] is not null then left(reply[t.n], 200) else x.last_message_text end,
        handler = case when decision[t.n] = 'HAND_OVER' then 'WAITING_HUMAN' else x.handler end,
        handler_since = case when decision[t.n] = 'HAND_OVER' then now() else x.handler_since end,
        waiting_since = case when decision[t.n] = 'HAND_OVER' then coalesce(x.waiting_since, now()) else x.waiting_since end,
        version = x.version + 1
      from (select t.n, o[t.n] as o, vid[t.n] as vid from unnest(taken) t(n) offset 0) t where x.organization_id = t.o and x.id = t.vid;
    if translated then
      insert into translation_job (organization_id, message_id)
        select o[t.n], mid[t.n] from unnest(taken) t(n) where reply[t.n] is not null
          and (select s.engine from translation_settings s where s.organization_id = o[t.n]) <> 'NONE';
    end if;
    if 'HAND_OVER' = any (decision) then
      insert into audit_event (organization_id, type, conversation_id, data)
        select o[t.n], 'conversation.handed_over', vid[t.n], jsonb_build_object('reason', why[t.n])
        from unnest(taken) t(n) where decision[t.n] = 'HAND_OVER';
      insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)
        select o[t.n], mid[t.n] + 1, vid[t.n], 'OUT', 'SYSTEM', 'CRM', 'SENT', 'SYSTEM', why[t.n], now() + interval '1 millisecond'
        from unnest(taken) t(n) where decision[t.n] = 'HAND_OVER';
    end if;
  end if;
  return query
    select r.o, r.vid, case when r.reply is not null and r.n = any (taken) then r.mid end, coalesce(r.n = any (taken), false)
    from unnest(o, vid, reply, mid) with ordinality r(o, vid, reply, mid, n);
end $$;

grant execute on function claim_turns to tulpar_pipeline;
grant execute on function turn_lines to tulpar_pipeline;
grant execute on function give_back_turns to tulpar_pipeline;
grant execute on function defer_turn to tulpar_pipeline;
grant execute on function finish_turns to tulpar_pipeline;
