-- What an inbound event does to clients, conversations and messages.
-- Set-based: one call, one commit, many organizations. Arrays arrive sorted by organization; the setting app.organization_id
-- follows the organization inside the loop, so that every row passes its own tenant's policy.
-- Scalar subqueries instead of joins: PL/pgSQL caches plans made on empty tables, and only the index plan stays right.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- Our own sends coming back (by the provider's echo): they settle what was in flight or unknown, and never count as typed by a person.
-- Returns the messages that were settled.
drop function if exists apply_echoes;
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
drop function if exists apply_messages;
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
drop function if exists apply_receipts;
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

grant execute on function apply_echoes to tulpar_pipeline;
grant execute on function apply_messages to tulpar_pipeline;
grant execute on function apply_receipts to tulpar_pipeline;
