-- What an inbound event does to clients, conversations and messages.
-- Set-based: one call, one commit, many organizations. Arrays arrive sorted by organization. What every message passes through serves
-- all of them with one statement (enter, docs/adr/0018): each join and each look-up carries the organization, so that nothing of one
-- meets anything of another. What is rare goes organization by organization, the setting app.organization_id following.
-- Scalar subqueries instead of joins: PL/pgSQL caches plans made on empty tables, and only the index plan stays right. With a limit,
-- as an exists() may be answered by reading a table whole.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- Our own sends coming back (by the provider's echo): they settle what was in flight or unknown, and never count as typed by a person.
-- Returns the messages that were settled.
-- The conversation is found by the name of its client, who may be written to by number and answer by LID. at: nothing settles
-- a message that was written an hour later; clocks differ by less. form: as MessageContent.form tells
-- it; a picture without words is no empty text. What a person takes for sent is settled too, so that it is not stored once more as
-- typed on the phone.
drop function if exists apply_echoes;
create function apply_echoes(o uuid[], ch uuid[], addr text[], ext text[], tx text[], form text[], at timestamptz[])
returns table (organization_id uuid, conversation_id bigint, message_id bigint) language plpgsql as $$
declare
  g uuid;
  m record; early record;
begin
  for i in 1 .. cardinality(o) loop
    if g is distinct from o[i] then
      g := o[i];
      perform set_config('app.organization_id', g::text, true);
    end if;
    select x.organization_id, x.conversation_id, x.id into m from message x
      where x.organization_id = g and x.direction = 'OUT' and x.body = tx[i]
        and (x.status in ('SENDING', 'UNKNOWN') or x.status = 'SENT' and x.external_id is null and x.failure_code = 'assumed_sent')
        and case when x.kind in ('IMAGE', 'VIDEO', 'AUDIO', 'DOCUMENT', 'STICKER') then 'FILE'
                 when x.kind in ('REACTION', 'LOCATION', 'CONTACT', 'EDIT', 'DELETION') then x.kind else 'TEXT' end = form[i]
        and x.created_at < at[i] + interval '1 hour'
        and x.conversation_id in (
          select v.id from conversation v where v.organization_id = g and v.channel_id = ch[i]
            and v.client_id in (select n.client_id from client_identity n where n.organization_id = g and n.value = addr[i]))
        and not exists (select from message y where y.organization_id = g and y.conversation_id = x.conversation_id and y.external_id = ext[i])
      order by x.id limit 1;
    if found then
      update message x set status = 'SENT', external_id = ext[i], sent_at = coalesce(x.sent_at, now()), failure_code = null, failure_detail = null
        where x.organization_id = g and x.id = m.id;
      -- a sender that is still waiting for its answer deletes its own row
      delete from outbox_message b where b.organization_id = g and b.message_id = m.id;
      for early in
        delete from early_change e where e.organization_id = g and e.external_id = ext[i] and e.channel_id = ch[i]
          returning e.kind, e.body, e.at
      loop
        perform change_message(g, m.id, early.kind, early.body, early.at);
      end loop;
      organization_id := g; conversation_id := m.conversation_id; message_id := m.id;
      return next;
    end if;
  end loop;
end $$;

-- One change of one message: an edit that is older than the last one, or comes after the deletion, changes nothing.
-- Of a deleted message nothing is kept but that it was there. Returns the conversation if anything changed.
drop function if exists change_message;
create function change_message(g uuid, mid bigint, change text, tx text, moment timestamptz)
returns bigint language plpgsql as $$
declare
  m record;
begin
  select x.conversation_id, x.occurred_at, x.author, x.edited_at, x.deleted_at into m
    from message x where x.organization_id = g and x.id = mid for update;
  if not found or m.deleted_at is not null or change = 'EDIT' and m.edited_at >= moment then
    return null;
  end if;
  delete from message_translation t where t.organization_id = g and t.message_id = mid;
  delete from extracted_fact f where f.organization_id = g and f.message_id = mid;
  if change = 'EDIT' then
    update message x set body = tx, edited_at = moment where x.organization_id = g and x.id = mid;
    insert into translation_job (organization_id, message_id)
      select g, mid from translation_settings s where s.organization_id = g and s.engine <> 'NONE' on conflict do nothing;
    if m.author = 'CLIENT' and exists (
        select from conversation v where v.organization_id = g and v.id = m.conversation_id and v.kind = 'DIRECT') then
      perform ask_for_facts(array[g], array[m.conversation_id]);
    end if;
  else
    update message x set body = '', content = null, deleted_at = moment where x.organization_id = g and x.id = mid;
    update media f set status = 'DELETED' where f.organization_id = g and f.message_id = mid;
    delete from media_job j where j.organization_id = g and j.media_id in (select f.id from media f where f.organization_id = g and f.message_id = mid);
    insert into media_job (organization_id, media_id, job)
      select g, f.id, 'DROP' from media f where f.organization_id = g and f.message_id = mid;
  end if;
  update conversation v set last_message_text = left(case when change = 'EDIT' then tx else '' end, 200), version = v.version + 1
    where v.organization_id = g and v.id = m.conversation_id
      and not exists (select from message y where y.organization_id = g and y.conversation_id = m.conversation_id
                      and (y.occurred_at, y.id) > (m.occurred_at, mid) and y.kind not in ('REACTION', 'EDIT', 'DELETION') and y.author <> 'SYSTEM');
  -- a question that is just being answered has become another one
  update turn t set revision = t.revision + 1
    where t.organization_id = g and t.conversation_id = m.conversation_id and m.author = 'CLIENT'
      and mid > (select v.answered_up_to from conversation v where v.organization_id = g and v.id = m.conversation_id);
  return m.conversation_id;
end $$;

-- Edits and deletions. One that comes before its message is kept for it. Whose message it is, is not asked: providers tell it
-- as the writer sees it. Returns the conversations that changed.
drop function if exists apply_changes;
create function apply_changes(o uuid[], ch uuid[], ext text[], change text[], tx text[], at timestamptz[])
returns table (organization_id uuid, conversation_id bigint) language plpgsql as $$
#variable_conflict use_column
declare
  g uuid;
  m bigint;
begin
  for i in 1 .. cardinality(o) loop
    if g is distinct from o[i] then
      g := o[i];
      perform set_config('app.organization_id', g::text, true);
    end if;
    organization_id := g; conversation_id := null;
    select x.id into m from message x
      where x.organization_id = g and x.external_id = ext[i]
        and (select v.channel_id from conversation v where v.organization_id = g and v.id = x.conversation_id) = ch[i] limit 1;
    if found then
      conversation_id := change_message(g, m, change[i], tx[i], at[i]);
      if conversation_id is not null then
        return next;
      end if;
    else
      insert into early_change as e (organization_id, channel_id, external_id, kind, body, at)
        values (g, ch[i], ext[i], change[i], tx[i], at[i])
        on conflict (organization_id, external_id, channel_id, kind) do update set body = excluded.body, at = excluded.at
          where e.kind = 'EDIT' and e.at < excluded.at;
    end if;
  end loop;
end $$;

-- Who reacted with which sign to which message; the latest counts, an empty sign takes back. Returns the conversations that changed.
drop function if exists apply_reactions;
create function apply_reactions(o uuid[], ch uuid[], ext text[], who text[], nm text[], sg text[], at timestamptz[])
returns table (organization_id uuid, conversation_id bigint) language plpgsql as $$
#variable_conflict use_column
declare
  g uuid;
begin
  for i in 1 .. cardinality(o) loop
    if g is distinct from o[i] then
      g := o[i];
      perform set_config('app.organization_id', g::text, true);
    end if;
    insert into message_reaction as r (organization_id, channel_id, external_id, reactor, name, sign, reacted_at)
      values (g, ch[i], ext[i], who[i], nm[i], sg[i], at[i])
      on conflict (organization_id, external_id, channel_id, reactor) do update
        set sign = excluded.sign, name = excluded.name, reacted_at = excluded.reacted_at
        where r.reacted_at <= excluded.reacted_at and (r.sign, r.reacted_at) is distinct from (excluded.sign, excluded.reacted_at);
    if found then
      return query
        select g, x.conversation_id from message x
        where x.organization_id = g and x.external_id = ext[i]
          and (select v.channel_id from conversation v where v.organization_id = g and v.id = x.conversation_id) = ch[i];
    end if;
  end loop;
end $$;

-- How people call themselves. ev: the event that says so; an older one does not bring an older name back.
drop function if exists apply_names;
create function apply_names(o uuid[], ev bigint[], ct text[], kd text[], val text[], nm text[])
returns table (organization_id uuid, conversation_id bigint) language plpgsql as $$
#variable_conflict use_column
declare
  g uuid;
  who bigint;
begin
  for i in 1 .. cardinality(o) loop
    if g is distinct from o[i] then
      g := o[i];
      perform set_config('app.organization_id', g::text, true);
    end if;
    update client c set name = nm[i], named_by = ev[i], version = c.version + 1
      where c.organization_id = g and c.named_by < ev[i] and c.name is distinct from nm[i]
        and c.id = (select n.client_id from client_identity n
                    where n.organization_id = g and n.value = val[i] and n.kind = kd[i] and n.channel_type = ct[i])
      returning c.id into who;
    if found then
      return query select g, v.id from conversation v where v.organization_id = g and v.client_id = who and v.status <> 'CLOSED';
    end if;
  end loop;
end $$;

-- Clients, identities, conversations, messages, unread counts, turns and takeovers of one batch.
-- p_*: the identities of the people in the batch, by organization and candidate client id; the others: one element per message.
-- Ids are assigned by the caller; a candidate that turns out to be known is dropped. past: told from the provider's history;
-- such a message fills a gap and wakes nobody. due: a turn of the organization waits for nothing any more.
drop function if exists apply_messages;
create function apply_messages(
  p_o uuid[], p_cand bigint[], p_ct text[], p_kind text[], p_value text[], p_name text[], p_phone text[],
  o uuid[], ev bigint[], ch uuid[], ln smallint[], cand bigint[], vcand bigint[], addr text[], vkind text[], ext text[],
  author text[], kind text[], body text[], content text[], sender text[], quoted text[], at timestamptz[], mid bigint[], past boolean[])
returns table (organization_id uuid, event_id bigint, conversation_id bigint, message_id bigint, new_client boolean, taken_over boolean, due boolean)
language plpgsql as $$
#variable_conflict use_column
declare
  n int := cardinality(o);
  lo int; hi int; plo int; phi int;
  scope text;
  -- per person of the batch: the id that was offered, the one that counts, and whether that one was there before
  who_o uuid[]; who bigint[]; person bigint[]; known boolean[]; complete boolean;
  met_apart boolean; g uuid; stays bigint; goes bigint;
  early_changes boolean; early record;
  translated boolean; qualified boolean;
  -- per message of the batch: its conversation, whether a person had it before, whether the client is new; and whether the message is
  vids bigint[]; were_hers boolean[]; fresh boolean[]; stored boolean[];
  stored_o uuid[]; stored_ids bigint[];
  -- conversations that the bot is asked in, and those that a person is in now; organizations whose bot is to answer at once
  asked_o uuid[]; asked bigint[]; asked_ln smallint[]; hers_o uuid[]; hers bigint[]; due_o uuid[];
  -- conversations in which a client has said something
  told_o uuid[]; told bigint[];
begin
  -- a takeover by phone holds from its commit on, whatever crashes then
  if 'MANAGER' = any (author) then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  scope := enter(o);
  loop
    -- Ids as plain columns: under row level security an index is not searched by a coalesce().
    select array_agg(x.o), array_agg(x.cand), array_agg(coalesce(x.known, x.cand)), array_agg(x.known is not null), bool_and(x.complete),
           bool_or(x.known <> x.other)
      into who_o, who, person, known, complete, met_apart from (
      select p.o, p.cand, min(p.known) as known, max(p.known) as other, bool_and(p.known is not null) as complete from (
        select p.o, p.cand, (select i.client_id from client_identity i
          where i.organization_id = p.o and i.value = p.value and i.kind = p.kind and i.channel_type = p.ct) as known
        from unnest(p_o, p_cand, p_ct, p_kind, p_value) p(o, cand, ct, kind, value)) p group by p.o, p.cand) x;
    exit when met_apart is not true;
    if o[1] <> o[n] then
      -- Who meets again is locked client before conversation, one organization after the other: so does the whole batch then.
      lo := 1; plo := 1;
      while lo <= n loop
        hi := lo;
        while hi < n and o[hi + 1] = o[lo] loop hi := hi + 1; end loop;
        phi := plo - 1;
        while phi < cardinality(p_o) and p_o[phi + 1] = o[lo] loop phi := phi + 1; end loop;
        return query select * from apply_messages(
          p_o[plo:phi], p_cand[plo:phi], p_ct[plo:phi], p_kind[plo:phi], p_value[plo:phi], p_name[plo:phi], p_phone[plo:phi],
          o[lo:hi], ev[lo:hi], ch[lo:hi], ln[lo:hi], cand[lo:hi], vcand[lo:hi], addr[lo:hi], vkind[lo:hi], ext[lo:hi],
          author[lo:hi], kind[lo:hi], body[lo:hi], content[lo:hi], sender[lo:hi], quoted[lo:hi], at[lo:hi], mid[lo:hi], past[lo:hi]);
        lo := hi + 1;
        plo := phi + 1;
      end loop;
      return;
    end if;
    -- two names of one person belong to two clients
    select x.o, x.known, x.other into g, stays, goes from (
      select p.o, min(p.known) as known, max(p.known) as other from (
        select p.o, p.cand, (select i.client_id from client_identity i
          where i.organization_id = p.o and i.value = p.value and i.kind = p.kind and i.channel_type = p.ct) as known
        from unnest(p_o, p_cand, p_ct, p_kind, p_value) p(o, cand, ct, kind, value)) p group by p.o, p.cand) x
      where x.known <> x.other limit 1;
    perform meet_again(g, stays, goes);
  end loop;

  if not complete then
    insert into client (organization_id, id, name, phone)
      select w.o, w.cand, max(p.name), max(p.phone)
      from unnest(who_o, who, known) w(o, cand, known)
      join unnest(p_o, p_cand, p_name, p_phone) p(o, cand, name, phone) on p.o = w.o and p.cand = w.cand
      where not w.known group by w.o, w.cand;
    insert into client_identity (organization_id, channel_type, kind, value, client_id)
      select p.o, p.ct, p.kind, p.value, w.person
      from unnest(p_o, p_cand, p_ct, p_kind, p_value) p(o, cand, ct, kind, value)
      join unnest(who_o, who, person) w(o, cand, person) on w.o = p.o and w.cand = p.cand
      on conflict do nothing;
    insert into audit_event (organization_id, type, client_id)
      select w.o, 'client.created', w.cand from unnest(who_o, who, known) w(o, cand, known) where not w.known;
  end if;
  -- A number that somebody tells later, by sharing her card for example. The JID of a WhatsApp chat tells it from the beginning.
  if array_remove(p_kind, 'JID') <> '{}' and array_remove(p_phone, null) <> '{}' then
    update client c set phone = p.phone, version = c.version + 1
      from unnest(who_o, who, person, known) w(o, cand, person, known)
      join unnest(p_o, p_cand, p_phone) p(o, cand, phone) on p.o = w.o and p.cand = w.cand
      where c.organization_id = w.o and w.known and c.id = w.person and c.phone is null and p.phone is not null
        and w.o in (select k.o from unnest(p_o, p_kind) k(o, kind) where k.kind <> 'JID');
  end if;

  -- Conversation before turn, and conversations in the order of organization and id: whoever locks several does it in this order.
  for round in 1 .. 3 loop
    select array_agg(x.vid order by x.n), array_agg(x.hers order by x.n), array_agg(x.fresh order by x.n),
           bool_or((select true from early_change e where e.organization_id = x.o and e.external_id = x.ext limit 1)),
           bool_or((select true from translation_settings e where e.organization_id = x.o and e.engine <> 'NONE')),
           bool_or((select true from ai_agent e where e.organization_id = x.o and e.type = 'QUALIFICATION' and e.active limit 1))
      into vids, were_hers, fresh, early_changes, translated, qualified from (
      select r.n, r.o, r.ext, v.id as vid, v.handler = 'HUMAN' as hers, not w.known as fresh
      from unnest(o, cand, ch, ext) with ordinality r(o, cand, ch, ext, n)
      join unnest(who_o, who, person, known) w(o, cand, person, known) on w.o = r.o and w.cand = r.cand
      join conversation v on v.organization_id = r.o and v.client_id = w.person and v.channel_id = r.ch and v.status <> 'CLOSED'
      order by v.organization_id, v.id for no key update of v) x;
    exit when cardinality(vids) = n;
    insert into conversation (organization_id, id, client_id, channel_id, address, kind, handler, human_at, last_message_at)
      select distinct on (w.o, w.person, r.ch) r.o, r.vcand, w.person, r.ch, r.addr, r.vkind,
             -- a client whose last conversation a person kept to its end stays that person's (return policy)
             case when r.vkind = 'DIRECT' then coalesce(b.handler, 'BOT') else 'HUMAN' end, b.human_at, r.at
      from unnest(o, cand, vcand, ch, addr, vkind, at) r(o, cand, vcand, ch, addr, vkind, at)
      join unnest(who_o, who, person) w(o, cand, person) on w.o = r.o and w.cand = r.cand
      left join lateral (
        select case y.handler when 'HUMAN' then 'HUMAN' end as handler, case y.handler when 'HUMAN' then y.human_at end as human_at
        from conversation y where y.organization_id = r.o and y.client_id = w.person and y.channel_id = r.ch and y.status = 'CLOSED'
        order by y.id desc limit 1) b on true
      where (select v.id from conversation v where v.organization_id = r.o and v.client_id = w.person
               and v.channel_id = r.ch and v.status <> 'CLOSED') is null
      on conflict do nothing;
  end loop;
  if cardinality(vids) is distinct from n then
    raise exception 'a conversation is closed again and again while messages arrive in it';
  end if;

  -- A statement for each table, and what is rare only when it is there: one statement that writes into all of them takes three times
  -- as long to be made ready as these take together, and most batches are small.
  with i as (
    insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, content,
                         external_id, quoted_external_id, sender_name, occurred_at)
    select r.o, r.mid, r.vid, case r.author when 'CLIENT' then 'IN' else 'OUT' end, r.author,
           'PHONE', case r.author when 'CLIENT' then 'DELIVERED' else 'SENT' end, r.kind, r.body, r.content::jsonb,
           r.ext, r.quoted, r.sender, r.at
    from unnest(o, vids, ext, author, kind, body, content, sender, quoted, at, mid)
         r(o, vid, ext, author, kind, body, content, sender, quoted, at, mid)
    order by r.o, r.mid on conflict do nothing returning organization_id, id)
  select array_agg(i.organization_id), array_agg(i.id) into stored_o, stored_ids from i;
  if cardinality(stored_ids) = n then
    stored := array_fill(true, array[n]);
  else
    select array_agg(s.id is not null order by r.n) into stored
      from unnest(o, mid) with ordinality r(o, id, n) left join unnest(stored_o, stored_ids) s(o, id) on s.o = r.o and s.id = r.id;
  end if;
  with u as (
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
      human_at = case when a.by_hand then now() else v.human_at end,
      answered_at = case when a.by_hand then coalesce(v.answered_at, now()) else v.answered_at end,
      waiting_since = case when a.by_hand then null when v.handler = 'BOT' then v.waiting_since
                           when a.unread > 0 then coalesce(v.waiting_since, now()) else v.waiting_since end,
      version = v.version + 1
    from (
      select r.o, r.vid, min(r.ln) as ln, count(*) filter (where r.author = 'CLIENT' and not r.past) as unread,
             max(r.at) filter (where r.author = 'CLIENT') as client_at,
             max(r.at) as last_at,
             (array_agg(r.author order by r.at desc, r.mid desc))[1] as last_author,
             (array_agg(r.body order by r.at desc, r.mid desc))[1] as last_text,
             coalesce(bool_or(r.author = 'MANAGER' and r.vkind = 'DIRECT' and not r.past), false) as by_hand,
             coalesce(bool_or(r.author = 'CLIENT' and not r.past), false) as asks
      from unnest(o, vids, ln, vkind, author, body, at, mid, past, stored) r(o, vid, ln, vkind, author, body, at, mid, past, stored)
      where r.stored group by r.o, r.vid) a
    where v.organization_id = a.o and v.id = a.vid
    returning v.organization_id, v.id, a.ln, a.by_hand, a.asks and v.kind = 'DIRECT' as tells, a.asks and v.handler = 'BOT' and v.kind = 'DIRECT' as asks)
  select array_agg(u.organization_id) filter (where u.asks), array_agg(u.id) filter (where u.asks), array_agg(u.ln) filter (where u.asks),
         array_agg(u.organization_id) filter (where u.by_hand), array_agg(u.id) filter (where u.by_hand),
         array_agg(u.organization_id) filter (where u.tells and qualified), array_agg(u.id) filter (where u.tells and qualified)
    into asked_o, asked, asked_ln, hers_o, hers, told_o, told from u;
  if asked is not null then
    with t as (
      insert into turn (organization_id, conversation_id, lane, first_at, due_at)
        select u.o, u.id, u.ln, now(),
               now() + (select make_interval(secs => s.glue_seconds) from organization s where s.organization_id = u.o)
        from unnest(asked_o, asked, asked_ln) u(o, id, ln)
        on conflict (organization_id, conversation_id) do update set revision = turn.revision + 1, due_at = least(excluded.due_at,
          turn.first_at + (select make_interval(secs => s.glue_cap_seconds) from organization s where s.organization_id = excluded.organization_id))
        returning organization_id, due_at)
    select array_agg(distinct t.organization_id) into due_o from t where t.due_at <= now();
  end if;
  if hers is not null then
    delete from turn x using unnest(hers_o, hers) h(o, id) where x.organization_id = h.o and x.conversation_id = h.id;
    insert into audit_event (organization_id, type, conversation_id, data)
      select distinct h.o, 'conversation.taken_over', h.id, '{"origin": "PHONE"}'::jsonb from unnest(o, vids, were_hers) r(o, vid, were)
      join unnest(hers_o, hers) h(o, id) on h.o = r.o and h.id = r.vid where not r.were;
  end if;
  if kind && '{IMAGE,VIDEO,AUDIO,DOCUMENT,STICKER}'::text[] then
    with f as (
      -- what its sender wants to be seen once stays on the phone
      insert into media (organization_id, id, message_id, declared_type, file_name, bytes)
      select r.o, gen_random_uuid(), r.id, r.content::jsonb ->> 'mimeType', r.content::jsonb ->> 'fileName', (r.content::jsonb ->> 'size')::bigint
      from unnest(o, mid, kind, content, stored) r(o, id, kind, content, stored)
      where r.stored and r.kind in ('IMAGE', 'VIDEO', 'AUDIO', 'DOCUMENT', 'STICKER')
        and not coalesce((r.content::jsonb ->> 'once')::boolean, false)
      returning organization_id, id, message_id)
    insert into media_job (organization_id, media_id, job, channel_id, event_id)
      select f.organization_id, f.id, 'FETCH', r.ch, r.ev
      from f join unnest(o, mid, ch, ev) r(o, id, ch, ev) on r.o = f.organization_id and r.id = f.message_id;
  end if;
  if told is not null then
    perform ask_for_facts(told_o, told);
  end if;
  if translated then
    insert into translation_job (organization_id, message_id)
      select r.o, r.id from unnest(o, mid, past, kind, body, stored) r(o, id, past, kind, body, stored)
      where r.stored and not r.past and r.kind <> 'REACTION' and r.body ~ '[[:alpha:]]'
        and (select s.engine from translation_settings s where s.organization_id = r.o) <> 'NONE';
  end if;
  return query
    select r.o, r.ev, r.vid, case when r.stored then r.id end, r.fresh,
           hers is not null and not r.were and exists (select from unnest(hers_o, hers) h(o, id) where h.o = r.o and h.id = r.vid),
           coalesce(r.o = any (due_o), false)
    from unnest(o, ev, vids, mid, fresh, stored, were_hers) r(o, ev, vid, id, fresh, stored, were);

  if early_changes then
    for early in
      delete from early_change e using unnest(o, ext, ch, mid) r(o, ext, ch, mid)
        where e.organization_id = r.o and e.external_id = r.ext and e.channel_id = r.ch
        returning r.o, r.mid, e.kind, e.body, e.at
    loop
      perform change_message(early.o, early.mid, early.kind, early.body, early.at);
    end loop;
  end if;
end $$;

-- Messages of ours that nobody knows by their name at the provider yet, while a receipt brings our own id back (ours): its name is kept,
-- and nobody sends it again or asks for it. Only in the organization and the channel of the line that told it. A refusal says nothing of
-- a message that is queued or on its way: that may be the next try. A reaction is put again rather than found out about.
drop function if exists settle_receipts;
create function settle_receipts(o uuid[], ch uuid[], ours bigint[], ext text[], st text[], code text[], detail text[])
returns void language plpgsql as $$
declare
  so uuid[]; sm bigint[]; failures int[];
begin
  with r as (
    select distinct on (t.o, t.ours) t.o, t.ch, t.ours, t.ext, t.st, t.i::int
    from unnest(o, ch, ours, ext, st) with ordinality t(o, ch, ours, ext, st, i)
    where t.ours is not null
      and (select true from message y where y.organization_id = t.o and y.external_id = t.ext and y.direction = 'OUT' limit 1) is null
    order by t.o, t.ours, t.i),
  s as (
    update message x set external_id = r.ext, sent_at = case when r.st = 'FAILED' then x.sent_at else coalesce(x.sent_at, now()) end
    from r
    where x.organization_id = r.o and x.id = r.ours and x.direction = 'OUT' and x.external_id is null and x.kind not in ('REACTION', 'EDIT', 'DELETION')
      and x.status = any (case when r.st = 'FAILED' then '{UNKNOWN,SENT}' else '{QUEUED,SENDING,UNKNOWN,SENT}' end::text[])
      and (select v.channel_id from conversation v where v.organization_id = r.o and v.id = x.conversation_id) = r.ch
    returning x.organization_id, x.id, case when r.st = 'FAILED' then r.i else 0 end as failure)
  select array_agg(s.organization_id), array_agg(s.id), array_agg(s.failure) into so, sm, failures from s;
  if so is null then
    return;
  end if;
  insert into dead_letter (organization_id, message_id, conversation_id, channel_id, attempts, code, detail)
    select b.organization_id, b.message_id, b.conversation_id, b.channel_id, b.attempts, coalesce(code[s.failure], 'refused_by_provider'), detail[s.failure]
    from unnest(so, sm, failures) s(o, id, failure) join outbox_message b on b.organization_id = s.o and b.message_id = s.id
    where s.failure > 0 on conflict do nothing;
  delete from outbox_message b using unnest(so, sm) s(o, id) where b.organization_id = s.o and b.message_id = s.id;
end $$;

-- Receipts never go backwards. Returns the conversations that changed; unknown is the index of a receipt whose message is not
-- there (yet), 0 otherwise. All messages at once, each with its first receipt, then each with its second one: those of one message
-- take their turns.
drop function if exists apply_receipts;
create function apply_receipts(o uuid[], ext text[], st text[], at timestamptz[], code text[], detail text[], ch uuid[], ours bigint[])
returns table (organization_id uuid, conversation_id bigint, unknown int) language plpgsql as $$
#variable_conflict use_column
declare
  scope text := enter(o);
  rounds int[];
  -- messages that a receipt may turn into failed ones
  doubted_o uuid[]; doubted bigint[];
  rank constant jsonb := '{"QUEUED": 0, "SENDING": 1, "UNKNOWN": 1, "FAILED": 1, "SENT": 2, "DELIVERED": 3, "READ": 4}';
begin
  if array_remove(ours, null) <> '{}' then
    perform settle_receipts(o, ch, ours, ext, st, code, detail);
  end if;
  if 'FAILED' = any (st) then
    select array_agg(x.organization_id), array_agg(x.id) into doubted_o, doubted
      from unnest(o, ext, st) r(o, ext, st) join message x on x.organization_id = r.o and x.external_id = r.ext and x.direction = 'OUT'
      where r.st = 'FAILED' and x.status in ('SENT', 'UNKNOWN', 'SENDING');
  end if;
  if cardinality(o) = 1 then
    rounds := '{1}';
  else
    select array_agg(r.round order by r.i) into rounds from (
      select r.i, row_number() over (partition by r.o, r.ext order by r.i)::int as round from unnest(o, ext) with ordinality r(o, ext, i)) r;
  end if;
  for k in 1 .. coalesce((select max(r) from unnest(rounds) r), 0) loop
    return query
      with found as materialized (
        select r.i, r.o, m.id, m.conversation_id, m.status
        from unnest(o, ext, rounds) with ordinality r(o, ext, round, i)
        left join lateral (
          select x.id, x.conversation_id, x.status from message x
          where x.organization_id = r.o and x.external_id = r.ext and x.direction = 'OUT' limit 1 for update) m on true
        where r.round = k),
      changed as (
        update message x set
          status = st[f.i],
          delivered_at = case when st[f.i] in ('DELIVERED', 'READ') then coalesce(x.delivered_at, at[f.i]) else x.delivered_at end,
          read_at = case when st[f.i] = 'READ' then coalesce(x.read_at, at[f.i]) else x.read_at end,
          failure_code = case when st[f.i] = 'FAILED' then coalesce(code[f.i], 'refused_by_provider') end,
          failure_detail = case when st[f.i] = 'FAILED' then detail[f.i] end
          from found f
          where x.organization_id = f.o and x.id = f.id
            and ((rank ->> st[f.i])::int > (rank ->> f.status)::int or st[f.i] = 'FAILED' and f.status in ('SENT', 'UNKNOWN', 'SENDING'))
          returning f.i)
      select f.o, case when f.id is not null then f.conversation_id end, case when f.id is null then f.i::int else 0 end
      from found f where f.id is null or f.i in (select c.i from changed c);
  end loop;
  if doubted is not null then
    -- what the messenger has refused afterwards waits for a person, as what it refuses at once does
    insert into dead_letter (organization_id, message_id, conversation_id, channel_id, attempts, code, detail)
      select x.organization_id, x.id, x.conversation_id, v.channel_id, 1, x.failure_code, x.failure_detail
      from (select distinct d.o, d.id from unnest(doubted_o, doubted) d(o, id)) d
      join message x on x.organization_id = d.o and x.id = d.id
      join conversation v on v.organization_id = d.o and v.id = x.conversation_id
      where x.status = 'FAILED' on conflict do nothing;
    delete from outbox_message b using unnest(doubted_o, doubted) d(o, id)
      where b.organization_id = d.o and b.message_id = d.id and b.unknown_since is not null
        and (select x.status from message x where x.organization_id = d.o and x.id = d.id) = 'FAILED';
  end if;
end $$;

grant execute on function apply_echoes to tulpar_pipeline;
grant execute on function apply_messages to tulpar_pipeline;
grant execute on function settle_receipts to tulpar_pipeline;
grant execute on function apply_receipts to tulpar_pipeline;
grant execute on function change_message to tulpar_pipeline, tulpar_app;
grant execute on function apply_changes to tulpar_pipeline;
grant execute on function apply_reactions to tulpar_pipeline;
grant execute on function apply_names to tulpar_pipeline;
