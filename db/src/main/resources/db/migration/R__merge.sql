-- One person whom the provider showed under two names, and whom we took for two: what hangs on conversations here, what hangs on the
-- card in merge_clients. A test compares the tables named in both with the foreign keys there are.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- Two conversations of one person in one channel become one: a person's word outweighs the bot's, and what waits keeps waiting.
-- Both are locked by the caller.
drop function if exists merge_conversations;
create function merge_conversations(g uuid, keep bigint, gone bigint)
returns void language plpgsql as $$
declare
  k record; x record; asked bigint;
  word constant jsonb := '{"BOT": 0, "WAITING_HUMAN": 1, "HUMAN": 2}';
  yields boolean;
  -- whether the last word was said on the other side: where nobody has spoken, the moment is that of the beginning
  later boolean;
begin
  select * into k from conversation v where v.organization_id = g and v.id = keep;
  select * into x from conversation v where v.organization_id = g and v.id = gone;
  later := x.last_message_author is not null and (k.last_message_author is null or x.last_message_at > k.last_message_at);
  yields := (word ->> k.handler)::int < (word ->> x.handler)::int;
  -- where a question waits, it is still asked; better a line twice before the model than a question lost
  select min(case t.conversation_id when keep then k.answered_up_to else x.answered_up_to end) into asked
    from turn t where t.organization_id = g and t.conversation_id in (keep, gone);

  -- what the bot had queued goes out only if it still has the word
  update message m set handler_epoch = case when m.handler_epoch = x.handler_epoch and k.handler = 'BOT' and x.handler = 'BOT' then k.handler_epoch else -1 end
    where m.organization_id = g and m.conversation_id = gone and m.author = 'BOT' and m.status = 'QUEUED';
  delete from message m where m.organization_id = g and m.conversation_id = gone and m.external_id is not null
    and exists (select from message y where y.organization_id = g and y.external_id = m.external_id and y.conversation_id = keep and y.direction = m.direction);
  update message m set conversation_id = keep where m.organization_id = g and m.conversation_id = gone;
  update outbox_message b set conversation_id = keep where b.organization_id = g and b.conversation_id = gone;
  update dead_letter l set conversation_id = keep where l.organization_id = g and l.conversation_id = gone;
  update conversation_note n set conversation_id = keep where n.organization_id = g and n.conversation_id = gone;
  update follow_up f set conversation_id = keep where f.organization_id = g and f.conversation_id = gone;
  update note_mention n set conversation_id = keep where n.organization_id = g and n.conversation_id = gone;
  update push_told t set conversation_id = keep where t.organization_id = g and t.conversation_id = gone and not exists (
    select from push_told y where y.organization_id = g and y.conversation_id = keep and y.user_id = t.user_id and y.kind = t.kind);
  -- what somebody has begun to write in both is kept, one below the other
  insert into conversation_draft (organization_id, conversation_id, user_id, kind, body, updated_at)
    select g, keep, d.user_id, d.kind, d.body, d.updated_at from conversation_draft d where d.organization_id = g and d.conversation_id = gone
    on conflict (organization_id, conversation_id, user_id, kind) do update set body = conversation_draft.body || E'\n' || excluded.body;
  -- a proposal answered the half of the dialogue that it knew
  update reply_draft d set conversation_id = keep, status = case d.status when 'PROPOSED' then 'EXPIRED' else d.status end, decided_at = case d.status when 'PROPOSED' then now() else d.decided_at end
    where d.organization_id = g and d.conversation_id = gone;
  update extracted_fact f set conversation_id = keep where f.organization_id = g and f.conversation_id = gone;
  insert into fact_job (organization_id, conversation_id, first_at, due_at)
    select g, keep, j.first_at, j.due_at from fact_job j where j.organization_id = g and j.conversation_id = gone
    on conflict (organization_id, conversation_id) do update set revision = fact_job.revision + 1;
  insert into presence (organization_id, user_id, conversation_id, seen_at, typing_at, typing)
    select g, p.user_id, keep, p.seen_at, p.typing_at, p.typing from presence p where p.organization_id = g and p.conversation_id = gone
    on conflict do nothing;
  insert into snooze (organization_id, conversation_id, until)
    select g, keep, z.until from snooze z where z.organization_id = g and z.conversation_id = gone
    on conflict (organization_id, conversation_id) do update set until = least(snooze.until, excluded.until);
  -- what was begun on one side is, where somebody has spoken on the other, begun no more
  insert into begun_conversation (organization_id, conversation_id, until)
    select g, keep, b.until from begun_conversation b
    where b.organization_id = g and b.conversation_id = gone and k.last_message_author is null
    on conflict do nothing;
  delete from begun_conversation b where b.organization_id = g and b.conversation_id = keep
    and (k.last_message_author is not null or x.last_message_author is not null);
  insert into conversation_day (organization_id, day, conversation_id, channel_id, client_messages, bot_messages, manager_messages, handed_over)
    select g, d.day, keep, d.channel_id, d.client_messages, d.bot_messages, d.manager_messages, d.handed_over
    from conversation_day d where d.organization_id = g and d.conversation_id = gone
    on conflict (organization_id, day, conversation_id) do update set
      client_messages = conversation_day.client_messages + excluded.client_messages,
      bot_messages = conversation_day.bot_messages + excluded.bot_messages,
      manager_messages = conversation_day.manager_messages + excluded.manager_messages,
      handed_over = coalesce(conversation_day.handed_over, excluded.handed_over);
  delete from conversation_day d where d.organization_id = g and d.conversation_id = gone;
  insert into person_day (organization_id, day, user_id, conversation_id, messages)
    select g, d.day, d.user_id, keep, d.messages from person_day d where d.organization_id = g and d.conversation_id = gone
    on conflict (organization_id, day, user_id, conversation_id) do update set messages = person_day.messages + excluded.messages;
  delete from person_day d where d.organization_id = g and d.conversation_id = gone;
  update human_answer a set conversation_id = keep where a.organization_id = g and a.conversation_id = gone;
  update deal d set conversation_id = keep where d.organization_id = g and d.conversation_id = gone;
  update orders o set conversation_id = keep where o.organization_id = g and o.conversation_id = gone;
  update audit_event e set conversation_id = keep where e.organization_id = g and e.conversation_id = gone;
  update turn t set revision = t.revision + 1 where t.organization_id = g and t.conversation_id = keep;
  insert into turn (organization_id, conversation_id, lane, first_at, due_at)
    select g, keep, t.lane, t.first_at, t.due_at from turn t where t.organization_id = g and t.conversation_id = gone
    on conflict (organization_id, conversation_id) do update
      set first_at = least(turn.first_at, excluded.first_at), due_at = greatest(turn.due_at, excluded.due_at);
  delete from turn t where t.organization_id = g and (t.conversation_id = gone or t.conversation_id = keep and (yields or k.handler <> 'BOT'));

  update conversation v set
    handler = case when yields then x.handler else k.handler end,
    handler_epoch = case when yields then greatest(k.handler_epoch, x.handler_epoch) + 1 else k.handler_epoch end,
    handler_since = case when yields then x.handler_since else k.handler_since end,
    assignee_id = coalesce(k.assignee_id, x.assignee_id),
    status = case when 'OPEN' in (k.status, x.status) then 'OPEN' else k.status end,
    snoozed_until = case when 'OPEN' not in (k.status, x.status) then least(k.snoozed_until, x.snoozed_until) end,
    unread = k.unread + x.unread,
    waiting_since = least(k.waiting_since, x.waiting_since),
    last_client_at = greatest(k.last_client_at, x.last_client_at),
    last_message_at = case when later then x.last_message_at else k.last_message_at end,
    last_message_author = case when later then x.last_message_author else k.last_message_author end,
    last_message_text = case when later then x.last_message_text else k.last_message_text end,
    human_at = greatest(k.human_at, x.human_at),
    answered_up_to = coalesce(asked, greatest(k.answered_up_to, x.answered_up_to)),
    created_at = least(k.created_at, x.created_at),
    version = v.version + 1
    where v.organization_id = g and v.id = keep;
  delete from conversation v where v.organization_id = g and v.id = gone;
end $$;

-- Two clients who are one person: the card that came first stays, the other leads to it. Current conversations in one channel become one
-- before, which is not undone when people part the cards again: the provider says that this is one person. One worker per lane resolves an
-- organization's events, so that no two of these meet; people at their screens and senders are kept out by the locks: clients first, then
-- conversations, each in the order of their ids.
drop function if exists meet_again;
create function meet_again(g uuid, stays bigint, goes bigint)
returns void language plpgsql as $$
declare
  v record;
begin
  perform from client c where c.organization_id = g and c.id in (stays, goes) order by c.id for update;
  perform from conversation c where c.organization_id = g and c.client_id in (stays, goes) order by c.id for update;
  for v in
    select k.id as keep, x.id as gone from conversation x
      join conversation k on k.organization_id = g and k.client_id = stays and k.channel_id = x.channel_id and k.status <> 'CLOSED'
      where x.organization_id = g and x.client_id = goes and x.status <> 'CLOSED' order by x.id
  loop
    perform merge_conversations(g, v.keep, v.gone);
    insert into audit_event (organization_id, type, conversation_id, client_id, data)
      values (g, 'conversation.merged', v.keep, stays, jsonb_build_object('conversation', v.gone));
  end loop;
  if merge_clients(g, stays, goes, 'MESSENGER', null) is null then
    raise exception 'clients % and % are one person, and one of them is merged already', stays, goes;
  end if;
end $$;

grant execute on function merge_conversations to tulpar_pipeline;
grant execute on function meet_again to tulpar_pipeline;
