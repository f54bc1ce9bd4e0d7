-- Conversations that a person begins, before anybody has said a word in them.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- The current conversation of a client in a channel; where there is none, a new one, which this person has in hand: no bot speaks in
-- it. Null when the client is not there any more, or her name in the messenger (nk, nv; null where it is known already) is somebody
-- else's. By that name her answer finds her. Whoever asks at the same time, or writes, is waited for: there is one conversation.
drop function if exists begin_conversation;
create function begin_conversation(c bigint, ch uuid, addr text, vkind text, ct text, nk text, nv text, who bigint)
returns bigint language plpgsql as $$
declare
  g uuid := current_setting('app.organization_id')::uuid;
  held bigint;
begin
  -- Client before conversation, as a merge locks them.
  perform from client x where x.organization_id = g and x.id = c and x.merged_into_id is null for no key update;
  if not found then
    return null;
  end if;
  if nv is not null then
    insert into client_identity (organization_id, channel_type, kind, value, client_id) values (g, ct, nk, nv, c) on conflict do nothing;
    perform from client_identity i where i.organization_id = g and i.value = nv and i.kind = nk and i.channel_type = ct and i.client_id = c;
    if not found then
      return null;
    end if;
  end if;
  for round in 1 .. 3 loop
    select v.id into held from conversation v
      where v.organization_id = g and v.client_id = c and v.channel_id = ch and v.status <> 'CLOSED' for no key update;
    if found then
      update begun_conversation b set until = now() + interval '1 hour' where b.organization_id = g and b.conversation_id = held;
      return held;
    end if;
    insert into conversation (organization_id, id, client_id, channel_id, address, kind, handler, human_at, assignee_id)
      values (g, nextval('message_id'), c, ch, addr, vkind, 'HUMAN', now(), who)
      on conflict do nothing returning id into held;
    if found then
      insert into begun_conversation (organization_id, conversation_id) values (g, held);
      return held;
    end if;
  end loop;
  raise exception 'a conversation is closed again and again while it is begun';
end $$;

-- Takes away, of the organization in scope, what was begun and left as it was: nobody said, wrote down, planned or drafted anything,
-- nothing was done with it, and nobody has it before her. What somebody is still at is kept for another hour. Returns what is gone.
drop function if exists take_away_begun;
create function take_away_begun(most int) returns setof bigint language plpgsql as $$
declare
  g uuid := current_setting('app.organization_id')::uuid;
  due bigint[];
begin
  select array_agg(b.conversation_id) into due
    from (select b.conversation_id from begun_conversation b where b.organization_id = g and b.until <= now() order by b.until limit most) b;
  if due is null then
    return;
  end if;
  -- Whoever is about to say something holds the conversation, and is waited for.
  perform from conversation v where v.organization_id = g and v.id = any (due) order by v.id for update;
  return query
    delete from conversation v
      where v.organization_id = g and v.id = any (due) and v.last_message_author is null
        and coalesce(v.typing_at, '-infinity') < now() - interval '1 hour'
        and not exists (select from presence x where x.organization_id = g and x.conversation_id = v.id and x.seen_at > now() - interval '10 minutes')
        and not exists (select from message x where x.organization_id = g and x.conversation_id = v.id)
        and not exists (select from conversation_note x where x.organization_id = g and x.conversation_id = v.id)
        and not exists (select from conversation_draft x where x.organization_id = g and x.conversation_id = v.id)
        and not exists (select from follow_up x where x.organization_id = g and x.conversation_id = v.id)
        and not exists (select from deal x where x.organization_id = g and x.conversation_id = v.id)
        and not exists (select from orders x where x.organization_id = g and x.conversation_id = v.id)
        and not exists (select from audit_event x where x.organization_id = g and x.conversation_id = v.id)
      returning v.id;
  delete from begun_conversation b using conversation v
    where b.organization_id = g and b.conversation_id = any (due) and v.organization_id = g and v.id = b.conversation_id
      and (v.last_message_author is not null or v.status = 'CLOSED');
  update begun_conversation b set until = now() + interval '1 hour' where b.organization_id = g and b.conversation_id = any (due);
end $$;

grant execute on function begin_conversation to tulpar_app;
grant execute on function take_away_begun to tulpar_app;
