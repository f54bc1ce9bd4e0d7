-- When a person's word goes back to the bot by itself.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- The conversations of the organization in scope whose person has been silent for the hours that the channel, else the organization,
-- grants. The bot looks at once at what the client has said last. Returns the conversations.
drop function if exists return_silent_conversations;
create function return_silent_conversations(most int, ln smallint) returns setof bigint language plpgsql as $$
declare
  g uuid := current_setting('app.organization_id')::uuid;
  v record;
begin
  for v in
    select c.id, c.last_message_author from conversation c
    where c.organization_id = g and c.handler = 'HUMAN' and c.status <> 'CLOSED' and c.kind = 'DIRECT'
      and c.human_at <= now() - (select make_interval(hours => coalesce(h.return_hours, s.return_hours)) from channel h, organization s
                                 where h.organization_id = g and h.id = c.channel_id and s.organization_id = g
                                   and coalesce(h.return_policy, s.return_policy) = 'AFTER')
      and coalesce(c.typing_at, '-infinity') <= now() - interval '10 seconds'
    order by c.human_at limit most for update skip locked
  loop
    update conversation c set handler = 'BOT', handler_epoch = c.handler_epoch + 1, handler_since = now(), assignee_id = null,
        typing_at = null, typing_user_id = null, waiting_since = null, version = c.version + 1
      where c.organization_id = g and c.id = v.id;
    insert into audit_event (organization_id, type, conversation_id, data)
      values (g, 'conversation.returned_to_bot', v.id, '{"origin": "POLICY"}');
    if v.last_message_author = 'CLIENT' then
      insert into turn (organization_id, conversation_id, lane, first_at, due_at) values (g, v.id, ln, now(), now())
        on conflict (organization_id, conversation_id) do nothing;
    end if;
    return next v.id;
  end loop;
end $$;

grant execute on function return_silent_conversations to tulpar_app;
