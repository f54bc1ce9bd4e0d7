-- What is done to conversations on the managers' desk: coming back from a snooze, and being given out in turn.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- The snoozed conversations of the organization in scope whose time has come: open and unread again. Returns them.
drop function if exists wake_snoozed;
create function wake_snoozed(most int) returns setof bigint language plpgsql as $$
declare
  g uuid := current_setting('app.organization_id')::uuid;
  due bigint[];
  back bigint[];
begin
  -- Conversation before snooze, in the order of the ids, as everybody locks them.
  select array_agg(s.conversation_id) into due
    from (select s.conversation_id from snooze s where s.organization_id = g and s.until <= now() order by s.until limit most) s;
  if due is null then
    return;
  end if;
  perform from conversation c where c.organization_id = g and c.id = any (due) order by c.id for no key update;
  with woken as (
    update conversation c set status = 'OPEN', snoozed_until = null, unread = greatest(c.unread, 1), version = c.version + 1
      where c.organization_id = g and c.id = any (due) and c.status = 'SNOOZED' and c.snoozed_until <= now()
      returning c.id),
  told as (
    insert into audit_event (organization_id, type, conversation_id, data)
      select g, 'conversation.woken', w.id, '{"origin": "POLICY"}'::jsonb from woken w)
  select coalesce(array_agg(w.id), '{}') into back from woken w;
  delete from snooze s where s.organization_id = g and s.conversation_id = any (due) and s.until <= now();
  return query select unnest(back);
end $$;

-- Who is next in a channel that gives conversations out in turn, or null: of the team, else of all who answer.
drop trigger if exists conversation_in_turn on conversation;
drop function if exists assign_in_turn;
drop function if exists next_in_turn;
create function next_in_turn(g uuid, ch uuid) returns bigint language plpgsql as $$
declare
  wanted bigint;
  chosen bigint;
begin
  select c.team_id into wanted from channel c where c.organization_id = g and c.id = ch and c.assigning = 'IN_TURN';
  if not found then
    return null;
  end if;
  select u.id into chosen from users u
    left join assigned_in_turn t on t.organization_id = g and t.channel_id = ch and t.user_id = u.id
    where u.organization_id = g and u.active
      and case when wanted is null then u.role = 'MANAGER'
               else exists (select from team_member m where m.organization_id = g and m.team_id = wanted and m.user_id = u.id) end
    order by t.at nulls first, u.id limit 1;
  if chosen is not null then
    insert into assigned_in_turn (organization_id, channel_id, user_id, at) values (g, ch, chosen, clock_timestamp())
      on conflict (organization_id, channel_id, user_id) do update set at = excluded.at;
  end if;
  return chosen;
end $$;

-- A client begins to wait for a person: one is found for her. Where a closing is undone nobody begins to, it is as it was.
create function assign_in_turn() returns trigger language plpgsql as $$
begin
  new.assignee_id := next_in_turn(new.organization_id, new.channel_id);
  if new.assignee_id is not null then
    insert into audit_event (organization_id, type, conversation_id, data)
      values (new.organization_id, 'conversation.assigned', new.id, jsonb_build_object('origin', 'POLICY', 'to', new.assignee_id));
  end if;
  return new;
end $$;

create trigger conversation_in_turn before update of handler on conversation
  for each row when (new.handler = 'WAITING_HUMAN' and old.handler = 'BOT' and new.assignee_id is null and new.team_id is not distinct from old.team_id
    and (old.status <> 'CLOSED' or new.status = 'CLOSED'))
  execute function assign_in_turn();

grant execute on function wake_snoozed to tulpar_app;
grant execute on function next_in_turn to tulpar_app, tulpar_pipeline;
grant execute on function assign_in_turn to tulpar_app, tulpar_pipeline;
