-- The hot path, set-based: one call, one commit, many organizations. Arrays arrive sorted by organization; the setting
-- app.organization_id follows the organization inside the loop, so that every row passes its own tenant's policy.
-- Scalar subqueries instead of joins: PL/pgSQL caches plans made on empty tables, and only the index plan stays right.

-- Durable before the 200. A repeated delivery changes nothing.
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

-- Our own sends coming back (by the provider's echo): they settle what was in flight or unknown, and never count as typed by a person.
-- Returns the messages that were settled.
create function apply_echoes(o uuid[], ch uuid[], addr text[], ext text[], tx text[])
returns table (organization_id uuid, conversation_id bigint, message_id bigint) language plpgsql as $$
declare
  g uuid;
  m record;
begin
  for i in 1 .. cardinality(o) loop
    if g is distinct from o[i] then
      g := o[i];
      perform set_config('app.organization_id', g::text, true);
    end if;
    select x.organization_id, x.conversation_id, x.id into m from message x
      where x.organization_id = g and x.direction = 'OUT' and x.status in ('SENDING', 'UNKNOWN') and x.body = tx[i]
        and x.conversation_id in (select v.id from conversation v where v.organization_id = g and v.channel_id = ch[i] and v.address = addr[i])
        and not exists (select from message y where y.organization_id = g and y.conversation_id = x.conversation_id and y.external_id = ext[i])
      order by x.id limit 1;
    if found then
      update message x set status = 'SENT', external_id = ext[i], sent_at = coalesce(x.sent_at, now())
        where x.organization_id = g and x.id = m.id;
      -- a sender that is still waiting for its answer deletes its own row
      delete from outbox_message b where b.organization_id = g and b.message_id = m.id;
      organization_id := g; conversation_id := m.conversation_id; message_id := m.id;
      return next;
    end if;
  end loop;
end $$;

-- Clients, identities, conversations, messages, unread counts, turns and takeovers of one batch.
-- p_*: the identities of the people in the batch, by candidate client id; the others: one element per message.
-- Ids are assigned by the caller; a candidate that turns out to be known is dropped.
create function apply_messages(
  p_o uuid[], p_cand bigint[], p_ct text[], p_kind text[], p_value text[], p_name text[], p_phone text[],
  o uuid[], ev bigint[], ch uuid[], ln smallint[], cand bigint[], vcand bigint[], addr text[], vkind text[], ext text[],
  author text[], kind text[], body text[], content text[], sender text[], quoted text[], at timestamptz[], mid bigint[])
returns table (organization_id uuid, event_id bigint, conversation_id bigint, message_id bigint, new_client boolean, taken_over boolean, due boolean)
language plpgsql as $$
#variable_conflict use_column
declare
  lo int := 1; hi int; n int := cardinality(o);
  plo int := 1; phi int; pn int := cardinality(p_o);
  g uuid;
  glue interval; cap interval;
  who bigint[]; known bigint[];
begin
  while lo <= n loop
    g := o[lo];
    hi := lo;
    while hi < n and o[hi + 1] = g loop hi := hi + 1; end loop;
    phi := plo;
    while phi < pn and p_o[phi + 1] = g loop phi := phi + 1; end loop;
    perform set_config('app.organization_id', g::text, true);
    select make_interval(secs => s.glue_seconds), make_interval(secs => s.glue_cap_seconds) into glue, cap
      from organization s where s.organization_id = g;

    select array_agg(x.cand), array_agg(x.known) into who, known from (
      select p.cand, min((select i.client_id from client_identity i
          where i.organization_id = g and i.value = p.value and i.kind = p.kind and i.channel_type = p.ct)) as known
      from unnest(p_cand[plo:phi], p_ct[plo:phi], p_kind[plo:phi], p_value[plo:phi]) p(cand, ct, kind, value) group by p.cand) x;

    insert into client (organization_id, id, name, phone)
      select g, w.cand, max(p.name), max(p.phone)
      from unnest(who, known) w(cand, known)
      join unnest(p_cand[plo:phi], p_name[plo:phi], p_phone[plo:phi]) p(cand, name, phone) on p.cand = w.cand
      where w.known is null group by w.cand;
    insert into client_identity (organization_id, channel_type, kind, value, client_id)
      select g, p.ct, p.kind, p.value, coalesce(w.known, w.cand)
      from unnest(p_cand[plo:phi], p_ct[plo:phi], p_kind[plo:phi], p_value[plo:phi]) p(cand, ct, kind, value)
      join unnest(who, known) w(cand, known) on w.cand = p.cand
      on conflict do nothing;

    insert into conversation (organization_id, id, client_id, channel_id, address, kind, handler)
      select distinct on (coalesce(w.known, w.cand), r.ch) g, r.vcand, coalesce(w.known, w.cand), r.ch, r.addr, r.vkind,
             case when r.vkind = 'DIRECT' then 'BOT' else 'HUMAN' end
      from unnest(cand[lo:hi], vcand[lo:hi], ch[lo:hi], addr[lo:hi], vkind[lo:hi]) r(cand, vcand, ch, addr, vkind)
      join unnest(who, known) w(cand, known) on w.cand = r.cand
      where (select v.id from conversation v where v.organization_id = g and v.client_id = coalesce(w.known, w.cand)
               and v.channel_id = r.ch and v.status <> 'CLOSED') is null
      on conflict do nothing;

    -- Conversation before turn, and conversations in the order of their ids: whoever locks both does it in this order.
    perform from conversation v
      where v.organization_id = g and v.client_id = any (who || known) and v.status <> 'CLOSED' order by v.id for no key update;

    return query
      with r as materialized (
        select r.*, w.known is null as fresh_client,
          (select v.id from conversation v where v.organization_id = g and v.client_id = coalesce(w.known, w.cand)
             and v.channel_id = r.ch and v.status <> 'CLOSED') as vid
        from unnest(ev[lo:hi], ch[lo:hi], ln[lo:hi], cand[lo:hi], vkind[lo:hi], ext[lo:hi], author[lo:hi], kind[lo:hi], body[lo:hi],
                    content[lo:hi], sender[lo:hi], quoted[lo:hi], at[lo:hi], mid[lo:hi])
             r(ev, ch, ln, cand, vkind, ext, author, kind, body, content, sender, quoted, at, mid)
        join unnest(who, known) w(cand, known) on w.cand = r.cand),
      i as (
        insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, content,
                             external_id, quoted_external_id, sender_name, occurred_at)
        select g, r.mid, r.vid, case r.author when 'CLIENT' then 'IN' else 'OUT' end, r.author,
               'PHONE', case r.author when 'CLIENT' then 'DELIVERED' else 'SENT' end, r.kind, r.body, r.content::jsonb,
               r.ext, r.quoted, r.sender, r.at
        from r order by r.mid on conflict do nothing returning id),
      a as (
        select r.vid, min(r.ln) as ln, count(*) filter (where r.author = 'CLIENT') as unread,
               max(r.at) filter (where r.author = 'CLIENT') as client_at,
               max(r.at) as last_at,
               (array_agg(r.author order by r.at desc, r.mid desc))[1] as last_author,
               (array_agg(r.body order by r.at desc, r.mid desc))[1] as last_text,
               coalesce(bool_or(r.author = 'MANAGER' and r.vkind = 'DIRECT'), false) as by_hand,
               coalesce(bool_or(r.author = 'CLIENT' and r.kind <> 'REACTION'), false) as asks
        from r join i on i.id = r.mid group by r.vid),
      u as (
        update conversation v set
          unread = case when a.by_hand then 0 else v.unread + a.unread end,
          last_client_at = greatest(v.last_client_at, a.client_at),
          last_message_at = greatest(v.last_message_at, a.last_at),
          last_message_author = case when a.last_at >= v.last_message_at or v.last_message_text is null then a.last_author else v.last_message_author end,
          last_message_text = case when a.last_at >= v.last_message_at or v.last_message_text is null then left(a.last_text, 200) else v.last_message_text end,
          status = case when v.status = 'SNOOZED' and a.unread > 0 then 'OPEN' else v.status end,
          snoozed_until = case when a.unread > 0 then null else v.snoozed_until end,
          handler = case when a.by_hand then 'HUMAN' else v.handler end,
          handler_epoch = v.handler_epoch + case when a.by_hand and v.handler <> 'HUMAN' then 1 else 0 end,
          handler_since = case when a.by_hand and v.handler <> 'HUMAN' then now() else v.handler_since end,
          waiting_since = case when a.by_hand then null when v.handler = 'BOT' then v.waiting_since
                               when a.unread > 0 then coalesce(v.waiting_since, now()) else v.waiting_since end,
          version = v.version + 1
        from a where v.organization_id = g and v.id = a.vid
        returning v.id, v.handler, v.kind as vkind, a.by_hand, a.asks, a.ln),
      t as (
        insert into turn (organization_id, conversation_id, lane, first_at, due_at)
        select g, u.id, u.ln, now(), now() + glue from u where u.handler = 'BOT' and u.vkind = 'DIRECT' and u.asks
        on conflict (organization_id, conversation_id) do update
          set due_at = least(now() + glue, turn.first_at + cap), revision = turn.revision + 1
        returning turn.conversation_id as id),
      d as (delete from turn x using u where x.organization_id = g and x.conversation_id = u.id and u.by_hand),
      e as (
        insert into audit_event (organization_id, type, conversation_id, data)
        select g, 'conversation.taken_over', u.id, '{"origin": "PHONE"}'::jsonb from u
        where u.by_hand and (select c.handler from conversation c where c.organization_id = g and c.id = u.id) <> 'HUMAN'
        returning audit_event.conversation_id as id)
      select g, r.ev, r.vid, i.id, r.fresh_client, e.id is not null, glue = interval '0' and t.id is not null
      from r left join i on i.id = r.mid left join t on t.id = r.vid left join e on e.id = r.vid;

    insert into audit_event (organization_id, type, client_id)
      select g, 'client.created', w.cand from unnest(who, known) w(cand, known) where w.known is null;
    lo := hi + 1;
    plo := phi + 1;
  end loop;
end $$;

-- Receipts never go backwards. Returns the conversations that changed; unknown is the index of a receipt whose message is not
-- there (yet), 0 otherwise.
create function apply_receipts(o uuid[], ext text[], st text[], at timestamptz[])
returns table (organization_id uuid, conversation_id bigint, unknown int) language plpgsql as $$
#variable_conflict use_column
declare
  g uuid;
  m record;
  rank constant jsonb := '{"QUEUED": 0, "SENDING": 1, "UNKNOWN": 1, "FAILED": 1, "SENT": 2, "DELIVERED": 3, "READ": 4}';
begin
  for i in 1 .. cardinality(o) loop
    if g is distinct from o[i] then
      g := o[i];
      perform set_config('app.organization_id', g::text, true);
    end if;
    organization_id := g; conversation_id := null; unknown := 0;
    select x.id, x.conversation_id, x.status into m from message x
      where x.organization_id = g and x.external_id = ext[i] and x.direction = 'OUT' for update;
    if not found then
      unknown := i;
      return next;
    elsif (rank ->> st[i])::int > (rank ->> m.status)::int or st[i] = 'FAILED' and m.status in ('SENT', 'UNKNOWN', 'SENDING') then
      update message x set
        status = st[i],
        delivered_at = case when st[i] in ('DELIVERED', 'READ') then coalesce(x.delivered_at, at[i]) else x.delivered_at end,
        read_at = case when st[i] = 'READ' then coalesce(x.read_at, at[i]) else x.read_at end,
        failure_code = case when st[i] = 'FAILED' then 'refused_by_provider' end
        where x.organization_id = g and x.id = m.id;
      conversation_id := m.conversation_id;
      return next;
    end if;
  end loop;
end $$;

create function finish_events(o uuid[], ev bigint[], st text[], why text[])
returns void language sql as $$
  update inbound_event e set status = r.st, reason = r.why, processed_at = now(), attempts = e.attempts + 1
  from unnest(o, ev, st, why) r(o, ev, st, why) where e.organization_id = r.o and e.id = r.ev
$$;

-- An event whose time has not come (a receipt before its message): it waits and does not hold up the others.
create function defer_events(o uuid[], ev bigint[], wait interval)
returns void language sql as $$
  update inbound_event e set attempts = e.attempts + 1, due_at = now() + wait
  from unnest(o, ev) r(o, ev) where e.organization_id = r.o and e.id = r.ev
$$;

-- One turn of a conversation at a time, over all nodes; a worker that died loses its claim.
create function claim_turns(ln smallint, most int, worker text, hold interval)
returns table (organization_id uuid, conversation_id bigint, revision int, attempts int) language sql as $$
  update turn t set claimed_by = worker, claimed_until = now() + hold, attempts = t.attempts + 1
  where (t.organization_id, t.conversation_id) in (
    select x.organization_id, x.conversation_id from turn x
    where x.due_at <= now() and x.lane = ln and (x.claimed_until is null or x.claimed_until < now())
    order by x.due_at limit most for update skip locked)
  returning t.organization_id, t.conversation_id, t.revision, t.attempts
$$;

-- The model did not answer: the turn waits and is tried again.
create function defer_turn(o uuid, vid bigint, worker text, wait interval)
returns void language sql as $$
  update turn t set claimed_by = null, claimed_until = null, due_at = now() + wait
  where t.organization_id = o and t.conversation_id = vid and t.claimed_by = worker
$$;

-- Ends turns with what was decided: REPLY, HAND_OVER or SILENT. A turn that grew meanwhile is given back unanswered, unless its
-- cap has passed; a conversation that a person took is left alone. Returns, per turn, whether the decision was taken.
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

-- The fence: QUEUED becomes SENDING only while the bot may speak, in one statement that also locks the conversation against a takeover.
-- verdict: SEND, HELD (a person is typing), FENCED (a person has taken over). Order within a conversation is kept: an earlier message
-- that is in flight or waits for its next try holds the later ones back; one whose fate is unknown does so for a minute.
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

revoke execute on all functions in schema public from public;
grant execute on function ingest to tulpar_app;
grant execute on all functions in schema public to tulpar_pipeline;
