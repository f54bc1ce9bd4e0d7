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
  held record;
  made bigint;
  new_name boolean := false;
begin
  -- Client before conversation, as a merge locks them.
  perform from client x where x.organization_id = g and x.id = c and x.merged_into_id is null for no key update;
  if not found then
    return null;
  end if;
  if nv is not null and not exists (
      select from client_identity i where i.organization_id = g and i.value = nv and i.kind = nk and i.channel_type = ct and i.client_id = c) then
    -- whose number it is, if another card has it too, only people can say
    perform from client y where y.organization_id = g and y.phone = split_part(nv, '@', 1) and y.merged_into_id is null and y.id <> c;
    if found then
      return null;
    end if;
    insert into client_identity (organization_id, channel_type, kind, value, client_id) values (g, ct, nk, nv, c) on conflict do nothing;
    if not found then
      return null;
    end if;
    new_name := true;
  end if;
  for round in 1 .. 3 loop
    select v.id, v.address, v.last_client_at is null and v.kind = 'DIRECT' as silent into held from conversation v
      where v.organization_id = g and v.client_id = c and v.channel_id = ch and v.status <> 'CLOSED' for no key update;
    if found then
      -- Nobody has answered there, and the number on the card is another one now: the one before was wrong, and is not hers.
      if held.silent and held.address <> addr and vkind = 'DIRECT' then
        update conversation v set address = addr, version = v.version + 1 where v.organization_id = g and v.id = held.id;
        delete from client_identity i where i.organization_id = g and i.client_id = c and i.channel_type = ct and i.value = held.address
          and not exists (select from conversation v where v.organization_id = g and v.client_id = c and v.address = held.address and v.last_client_at is not null);
      end if;
      update begun_conversation b set until = now() + interval '1 hour', named = b.named or new_name
        where b.organization_id = g and b.conversation_id = held.id;
      return held.id;
    end if;
    insert into conversation (organization_id, id, client_id, channel_id, address, kind, handler, human_at, assignee_id)
      values (g, nextval('message_id'), c, ch, addr, vkind, 'HUMAN', now(), who)
      on conflict do nothing returning id into made;
    if found then
      insert into begun_conversation (organization_id, conversation_id, named) values (g, made, new_name);
      return made;
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
  gone record;
begin
  select array_agg(b.conversation_id) into due
    from (select b.conversation_id from begun_conversation b where b.organization_id = g and b.until <= now() order by b.until limit most) b;
  if due is null then
    return;
  end if;
  -- Whoever is about to say something holds the conversation, and is waited for.
  perform from conversation v where v.organization_id = g and v.id = any (due) order by v.id for update;
  for gone in
    delete from conversation v using begun_conversation b
      where b.organization_id = g and b.conversation_id = v.id and v.organization_id = g and v.id = any (due) and v.last_message_author is null
        and coalesce(v.typing_at, '-infinity') < now() - interval '1 hour'
        and not exists (select from presence x where x.organization_id = g and x.conversation_id = v.id and x.seen_at > now() - interval '10 minutes')
        and not exists (select from message x where x.organization_id = g and x.conversation_id = v.id)
        and not exists (select from conversation_note x where x.organization_id = g and x.conversation_id = v.id)
        and not exists (select from conversation_draft x where x.organization_id = g and x.conversation_id = v.id)
        and not exists (select from follow_up x where x.organization_id = g and x.conversation_id = v.id)
        and not exists (select from deal x where x.organization_id = g and x.conversation_id = v.id)
        and not exists (select from orders x where x.organization_id = g and x.conversation_id = v.id)
        and not exists (select from audit_event x where x.organization_id = g and x.conversation_id = v.id)
      returning v.id, v.client_id, v.address, b.named
  loop
    -- her number was never tried: whoever writes from it may be somebody else
    delete from client_identity i where gone.named and i.organization_id = g and i.client_id = gone.client_id and i.value = gone.address
      and not exists (select from conversation v where v.organization_id = g and v.client_id = gone.client_id and v.address = gone.address);
    return next gone.id;
  end loop;
  delete from begun_conversation b using conversation v
    where b.organization_id = g and b.conversation_id = any (due) and v.organization_id = g and v.id = b.conversation_id
      and (v.last_message_author is not null or v.status = 'CLOSED');
  update begun_conversation b set until = now() + interval '1 hour' where b.organization_id = g and b.conversation_id = any (due);
end $$;

grant execute on function begin_conversation to tulpar_app;
grant execute on function take_away_begun to tulpar_app;
