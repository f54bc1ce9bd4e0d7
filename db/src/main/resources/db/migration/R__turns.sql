-- Turns: who answers a conversation, once.
-- Set-based: one call, one commit, many organizations. Arrays arrive sorted by organization; the setting app.organization_id
-- follows the organization inside the loop, so that every row passes its own tenant's policy.
-- Scalar subqueries instead of joins: PL/pgSQL caches plans made on empty tables, and only the index plan stays right.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- One turn of a conversation at a time, over all nodes; a worker that died loses its claim. Organizations that have no free place at
-- the model are passed over, but not for longer than people should wait: then their turns come as overdue.
drop function if exists claim_turns;
create function claim_turns(ln smallint, most int, worker text, hold interval, crowded uuid[], patience interval)
returns table (organization_id uuid, conversation_id bigint, revision int, attempts int, overdue boolean) language sql as $$
  update turn t set claimed_by = worker, claimed_until = now() + hold, attempts = t.attempts + 1
  where (t.organization_id, t.conversation_id) in (
    select x.organization_id, x.conversation_id from turn x
    where x.due_at <= now() and x.lane = ln and (x.claimed_until is null or x.claimed_until < now())
      and (x.organization_id <> all (crowded) or x.due_at < now() - patience)
    order by x.due_at limit most for update skip locked)
  returning t.organization_id, t.conversation_id, t.revision, t.attempts, t.due_at < now() - patience
$$;

-- There was no place at the model: as if the turns had not been claimed.
drop function if exists give_back_turns;
create function give_back_turns(o uuid[], vid bigint[], worker text)
returns void language sql as $$
  update turn t set claimed_by = null, claimed_until = null, attempts = t.attempts - 1
  from unnest(o, vid) r(o, vid)
  where t.organization_id = r.o and t.conversation_id = r.vid and t.claimed_by = worker
$$;

-- The model did not answer: the turn waits and is tried again.
drop function if exists defer_turn;
create function defer_turn(o uuid, vid bigint, worker text, wait interval)
returns void language sql as $$
  update turn t set claimed_by = null, claimed_until = null, due_at = now() + wait
  where t.organization_id = o and t.conversation_id = vid and t.claimed_by = worker
$$;

-- Ends turns with what was decided: REPLY, HAND_OVER or SILENT. A turn that grew meanwhile is given back unanswered, unless its
-- cap has passed; a conversation that a person took is left alone. Returns, per turn, whether the decision was taken.
drop function if exists finish_turns;
create function finish_turns(
  o uuid[], vid bigint[], rev int[], worker text, decision text[], reply text[], why text[], watermark bigint[], mid bigint[])
returns table (organization_id uuid, conversation_id bigint, message_id bigint, decided boolean) language plpgsql as $$
#variable_conflict use_column
declare
  g uuid;
  t record; v record;
  stays boolean;
begin
  for i in 1 .. cardinality(o) loop
    if g is distinct from o[i] then
      g := o[i];
      perform set_config('app.organization_id', g::text, true);
      perform from conversation x where x.organization_id = g and x.id = any (vid) order by x.id for no key update;
    end if;
    organization_id := g; conversation_id := vid[i]; message_id := null; decided := false;
    select x.revision, x.lane, x.first_at, x.due_at,
           x.first_at + make_interval(secs => (select s.glue_cap_seconds from organization s where s.organization_id = g)) <= now() as capped
      into t from turn x where x.organization_id = g and x.conversation_id = vid[i] and x.claimed_by = worker for update;
    if not found then
      return next;
      continue;
    end if;
    stays := t.revision <> rev[i];
    if stays and not t.capped then
      update turn x set claimed_by = null, claimed_until = null where x.organization_id = g and x.conversation_id = vid[i];
      return next;
      continue;
    end if;
    if stays then
      update turn x set claimed_by = null, claimed_until = null, first_at = now() where x.organization_id = g and x.conversation_id = vid[i];
    else
      delete from turn x where x.organization_id = g and x.conversation_id = vid[i];
    end if;
    select x.handler, x.handler_epoch, x.channel_id into v from conversation x where x.organization_id = g and x.id = vid[i];
    if v.handler <> 'BOT' then
      return next;
      continue;
    end if;
    decided := true;
    if reply[i] is not null then
      message_id := mid[i];
      insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, handler_epoch, occurred_at)
        values (g, mid[i], vid[i], 'OUT', 'BOT', 'CRM', 'QUEUED', 'TEXT', reply[i], v.handler_epoch, now());
      insert into outbox_message (organization_id, message_id, conversation_id, channel_id, lane)
        values (g, mid[i], vid[i], v.channel_id, t.lane);
    end if;
    -- The word that hands over is still the bot's: it carries the old epoch's successor only after it was said.
    update conversation x set
      answered_up_to = greatest(x.answered_up_to, watermark[i]),
      last_message_at = case when reply[i] is not null then greatest(x.last_message_at, now()) else x.last_message_at end,
      last_message_author = case when reply[i] is not null then 'BOT' else x.last_message_author end,
      last_message_text = case when reply[i] is not null then left(reply[i], 200) else x.last_message_text end,
      handler = case when decision[i] = 'HAND_OVER' then 'WAITING_HUMAN' else x.handler end,
      handler_since = case when decision[i] = 'HAND_OVER' then now() else x.handler_since end,
      waiting_since = case when decision[i] = 'HAND_OVER' then coalesce(x.waiting_since, now()) else x.waiting_since end,
      version = x.version + 1
      where x.organization_id = g and x.id = vid[i];
    if decision[i] = 'HAND_OVER' then
      insert into audit_event (organization_id, type, conversation_id, data)
        values (g, 'conversation.handed_over', vid[i], jsonb_build_object('reason', why[i]));
      insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)
        values (g, mid[i] + 1, vid[i], 'OUT', 'SYSTEM', 'CRM', 'SENT', 'SYSTEM', why[i], now() + interval '1 millisecond');
    end if;
    return next;
  end loop;
end $$;

grant execute on function claim_turns to tulpar_pipeline;
grant execute on function give_back_turns to tulpar_pipeline;
grant execute on function defer_turn to tulpar_pipeline;
grant execute on function finish_turns to tulpar_pipeline;
