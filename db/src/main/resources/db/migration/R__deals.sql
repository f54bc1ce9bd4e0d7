-- The cards of the board: where one lies, and how it gets there. Every change of a card goes through here, checks the version
-- the person has seen and leaves the next one.

drop trigger if exists deal_tally on deal;
drop trigger if exists deal_words on deal;
drop function if exists deal_found_anew;
drop function if exists keep_deal_tally();
drop function if exists add_to_deal_tally(deal, int);
drop function if exists deal_place(uuid, bigint, bigint, bigint, bigint);
drop function if exists move_deal(uuid, bigint, int, bigint, bigint, bigint, bigint, bigint, numeric, text, timestamptz);
drop function if exists create_deal;
drop function if exists edit_deal;
drop function if exists deal_amount;

create function add_to_deal_tally(d deal, way int) returns void language sql as $$
  insert into deal_tally as t (organization_id, stage_id, owner_id, currency, deals, amount)
  values (d.organization_id, d.stage_id, coalesce(d.owner_id, 0), case when d.amount is null then '' else d.currency end, way,
    way * coalesce(d.amount, 0))
  on conflict (organization_id, stage_id, owner_id, currency)
    do update set deals = t.deals + excluded.deals, amount = t.amount + excluded.amount
$$;

-- The smaller stage first: two who exchange cards between two stages wait for each other in one order only.
create function keep_deal_tally() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform add_to_deal_tally(new, 1);
  elsif tg_op = 'DELETE' then
    perform add_to_deal_tally(old, -1);
  elsif new.stage_id < old.stage_id then
    perform add_to_deal_tally(new, 1);
    perform add_to_deal_tally(old, -1);
  else
    perform add_to_deal_tally(old, -1);
    perform add_to_deal_tally(new, 1);
  end if;
  return null;
end $$;

create function deal_found_anew() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.title = old.title then
      return null;
    end if;
    delete from deal_word w where w.organization_id = new.organization_id and w.deal_id = new.id;
  end if;
  insert into deal_word (organization_id, word, deal_id)
    select new.organization_id, w, new.id from words_of(new.title) w on conflict do nothing;
  return null;
end $$;

create trigger deal_words after insert or update of title on deal
  for each row execute function deal_found_anew();

create trigger deal_tally after insert or delete or update of stage_id, owner_id, amount, currency on deal
  for each row execute function keep_deal_tally();

-- The place behind one card and before another, of which either may be gone meanwhile; behind nothing and before nothing is the
-- top. The caller holds the stage's row, so that two of them never take the same place. Where the gap is used up its neighbours
-- move apart: their order stays, and so do their versions; which they are, comes with the place.
create function deal_place(p_organization uuid, p_stage bigint, p_deal bigint, p_after bigint, p_before bigint,
  out place bigint, out apart bigint[]) language plpgsql as $$
declare
  step constant bigint := 4294967296;
  low record;
  high record;
  far bigint;
  many int := 16;
  room bigint;
begin
  select d.board_position as place, d.id into low from deal d
  where d.organization_id = p_organization and d.id = p_after and d.stage_id = p_stage and d.id <> p_deal;
  if not found then
    select d.board_position as place, d.id into high from deal d
    where d.organization_id = p_organization and d.id = p_before and d.stage_id = p_stage and d.id <> p_deal;
    if found then
      select d.board_position as place, d.id into low from deal d
      where d.organization_id = p_organization and d.stage_id = p_stage and d.id <> p_deal
        and (d.board_position, d.id) < (high.place, high.id)
      order by d.board_position desc, d.id desc limit 1;
    end if;
    if low.id is null then
      place := coalesce((select d.board_position from deal d
        where d.organization_id = p_organization and d.stage_id = p_stage and d.id <> p_deal
        order by d.board_position, d.id limit 1), step) - step;
      return;
    end if;
  end if;

  select d.board_position as place, d.id into high from deal d
  where d.organization_id = p_organization and d.stage_id = p_stage and d.id <> p_deal
    and (d.board_position, d.id) > (low.place, low.id)
  order by d.board_position, d.id limit 1;
  if not found then
    place := low.place + step;
    return;
  end if;
  if high.place - low.place >= 2 then
    place := low.place + (high.place - low.place) / 2;
    return;
  end if;

  loop
    select d.board_position into far from deal d
    where d.organization_id = p_organization and d.stage_id = p_stage and d.id <> p_deal
      and (d.board_position, d.id) > (low.place, low.id)
    order by d.board_position, d.id offset many limit 1;
    room := (coalesce(far, low.place + (many + 2) * step) - low.place) / (many + 2);
    exit when room >= 1024 or far is null;
    many := many * 2;
  end loop;
  with moved as (update deal d set board_position = low.place + room * (n.number + 1)
  from (select x.id, row_number() over (order by x.board_position, x.id) as number from deal x
        where x.organization_id = p_organization and x.stage_id = p_stage and x.id <> p_deal
          and (x.board_position, x.id) > (low.place, low.id)
        order by x.board_position, x.id limit many) n
  where d.organization_id = p_organization and d.id = n.id returning d.id)
  select array_agg(m.id) into apart from moved m;
  place := low.place + room;
end $$;

-- What a deal is worth, as the audit keeps it; null where nobody has said.
create function deal_amount(d deal) returns text language sql immutable as $$
  select d.amount || ' ' || d.currency
$$;

-- Says MOVED; or STALE when the card is not the one the person has seen, UNKNOWN when it or the stage is gone, REASON when it is
-- lost without one, AMOUNT when it is won for nothing. Only MOVED changes anything. The version that holds now comes with it, and
-- which of the others moved apart. Won for another amount than stood there, it is an edit too: from what to what.
create function move_deal(p_organization uuid, p_deal bigint, p_version int, p_stage bigint, p_after bigint, p_before bigint,
  p_user bigint, p_reason bigint, p_amount numeric, p_currency text, p_at timestamptz)
returns table (outcome text, version int, apart bigint[]) language plpgsql as $$
#variable_conflict use_column
declare
  card deal;
  became deal;
  target stage;
  moved boolean;
  spot record;
begin
  select * into target from stage s where s.organization_id = p_organization and s.id = p_stage for no key update;
  if not found then
    return query select 'UNKNOWN', 0, null::bigint[];
    return;
  end if;
  select * into card from deal d where d.organization_id = p_organization and d.id = p_deal for update;
  if not found then
    return query select 'UNKNOWN', 0, null::bigint[];
    return;
  end if;
  if card.version <> p_version then
    return query select 'STALE', card.version, null::bigint[];
    return;
  end if;
  moved := card.stage_id <> p_stage;
  if moved and target.kind = 'LOST' and not exists (
      select from lost_reason r where r.organization_id = p_organization and r.id = p_reason) then
    return query select 'REASON', card.version, null::bigint[];
    return;
  end if;
  if moved and target.kind = 'WON' and coalesce(p_amount, card.amount) is null then
    return query select 'AMOUNT', card.version, null::bigint[];
    return;
  end if;
  select * into spot from deal_place(p_organization, p_stage, p_deal, p_after, p_before);
  update deal d set
    pipeline_id = target.pipeline_id,
    stage_id = target.id,
    board_position = spot.place,
    stage_since = case when moved then p_at else d.stage_since end,
    closed_at = case when target.kind = 'OPEN' then null when moved then p_at else d.closed_at end,
    lost_reason_id = case when target.kind <> 'LOST' then null when moved then p_reason else d.lost_reason_id end,
    amount = case when moved and target.kind = 'WON' then coalesce(p_amount, d.amount) else d.amount end,
    currency = case when moved and target.kind = 'WON' and p_amount is not null then p_currency else d.currency end,
    version = d.version + 1
  where d.organization_id = p_organization and d.id = p_deal
  returning d.* into became;
  if moved then
    insert into deal_stage_change (organization_id, deal_id, from_stage_id, to_stage_id, user_id, at)
    values (p_organization, p_deal, card.stage_id, p_stage, p_user, p_at);
    insert into audit_event (organization_id, type, at, user_id, conversation_id, client_id, data)
    values (p_organization, 'deal.stage_changed', p_at, p_user, card.conversation_id, card.client_id,
      jsonb_build_object('deal', p_deal, 'from', card.stage_id, 'to', p_stage));
  end if;
  if deal_amount(card) is distinct from deal_amount(became) then
    insert into audit_event (organization_id, type, at, user_id, conversation_id, client_id, data)
    values (p_organization, 'deal.edited', p_at, p_user, card.conversation_id, card.client_id,
      jsonb_strip_nulls(jsonb_build_object('deal', p_deal, 'amount.from', deal_amount(card), 'amount.to', deal_amount(became))));
  end if;
  return query select 'MOVED', card.version + 1, spot.apart;
end $$;

-- A new card on top of its stage; null when there is no such stage or client. It is about the conversation that is named, and where
-- none is, about the client's open one.
create function create_deal(p_organization uuid, p_client bigint, p_conversation bigint, p_stage bigint, p_title text,
  p_amount numeric, p_currency text, p_product bigint, p_user bigint, p_at timestamptz) returns bigint language plpgsql as $$
declare
  target stage;
  dialogue bigint;
  fresh bigint;
begin
  select * into target from stage s where s.organization_id = p_organization and s.id = p_stage for no key update;
  if not found or not exists (select from client c where c.organization_id = p_organization and c.id = p_client) then
    return null;
  end if;
  select c.id into dialogue from conversation c
  where c.organization_id = p_organization and c.client_id = p_client and (c.status <> 'CLOSED' or c.id = p_conversation)
  order by c.id = p_conversation desc nulls last, c.last_message_at desc limit 1;
  insert into deal (organization_id, id, client_id, conversation_id, pipeline_id, stage_id, title, amount, currency, product_id, owner_id,
    board_position, created_at, stage_since, closed_at)
  values (p_organization, nextval('entity_id'), p_client, dialogue, target.pipeline_id, p_stage, p_title, p_amount, p_currency,
    (select p.id from product p where p.organization_id = p_organization and p.id = p_product), p_user,
    (deal_place(p_organization, p_stage, 0, null, null)).place, p_at, p_at, case when target.kind <> 'OPEN' then p_at end)
  returning id into fresh;
  insert into deal_stage_change (organization_id, deal_id, to_stage_id, user_id, at) values (p_organization, fresh, p_stage, p_user, p_at);
  insert into audit_event (organization_id, type, at, user_id, conversation_id, client_id, data)
  values (p_organization, 'deal.created', p_at, p_user, dialogue, p_client, jsonb_build_object('deal', fresh, 'to', p_stage));
  return fresh;
end $$;

-- What a person has written on a card; false when it is not the card she has seen. What stands otherwise now is kept field by field, in the
-- words it had then: who owns a deal may be called otherwise tomorrow. A form knows no seconds.
create function edit_deal(p_organization uuid, p_deal bigint, p_version int, p_title text, p_amount numeric, p_currency text,
  p_product bigint, p_owner bigint, p_step text, p_step_at timestamptz, p_user bigint, p_at timestamptz) returns boolean language plpgsql as $$
declare
  was deal;
  became deal;
  changes jsonb;
begin
  select * into was from deal d where d.organization_id = p_organization and d.id = p_deal and d.version = p_version for update;
  if not found then
    return false;
  end if;
  update deal d set title = p_title, amount = p_amount, currency = p_currency,
    product_id = (select p.id from product p where p.organization_id = p_organization and p.id = p_product),
    owner_id = p_owner, next_step = p_step, next_step_at = p_step_at, version = d.version + 1
  where d.organization_id = p_organization and d.id = p_deal
  returning d.* into became;
  select jsonb_object_agg(c.field || '.' || s.side, s.said) into changes
  from (values
    ('title', was.title is distinct from became.title, was.title, became.title),
    ('amount', deal_amount(was) is distinct from deal_amount(became), deal_amount(was), deal_amount(became)),
    ('owner', was.owner_id is distinct from became.owner_id,
      (select u.name from users u where u.organization_id = p_organization and u.id = was.owner_id),
      (select u.name from users u where u.organization_id = p_organization and u.id = became.owner_id)),
    ('product', was.product_id is distinct from became.product_id,
      (select p.name from product p where p.organization_id = p_organization and p.id = was.product_id),
      (select p.name from product p where p.organization_id = p_organization and p.id = became.product_id)),
    ('step', was.next_step is distinct from became.next_step, was.next_step, became.next_step),
    ('at', date_trunc('minute', was.next_step_at) is distinct from date_trunc('minute', became.next_step_at),
      to_char(was.next_step_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      to_char(became.next_step_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
  ) c (field, differs, had, has)
  cross join lateral (values ('from', c.had), ('to', c.has)) s (side, said)
  where c.differs and s.said is not null;
  if changes is not null then
    insert into audit_event (organization_id, type, at, user_id, conversation_id, client_id, data)
    values (p_organization, 'deal.edited', p_at, p_user, was.conversation_id, was.client_id, jsonb_build_object('deal', p_deal) || changes);
  end if;
  return true;
end $$;

grant execute on function add_to_deal_tally(deal, int) to tulpar_app;
grant execute on function deal_amount(deal) to tulpar_app;
grant execute on function deal_place(uuid, bigint, bigint, bigint, bigint) to tulpar_app;
grant execute on function move_deal(uuid, bigint, int, bigint, bigint, bigint, bigint, bigint, numeric, text, timestamptz) to tulpar_app;
grant execute on function create_deal(uuid, bigint, bigint, bigint, text, numeric, text, bigint, bigint, timestamptz) to tulpar_app;
grant execute on function edit_deal to tulpar_app;
