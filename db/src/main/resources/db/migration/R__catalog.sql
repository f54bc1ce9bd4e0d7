-- The words by which products and partners are found, and the one way in which an order's status changes.
-- A repeatable script: it is applied whole whenever it changes.

drop trigger if exists product_words on product;
drop trigger if exists partner_words on partner;
drop function if exists product_found_anew;
drop function if exists partner_found_anew;

create function product_found_anew() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from product_word w where w.organization_id = new.organization_id and w.product_id = new.id;
  end if;
  insert into product_word (organization_id, word, product_id)
    select new.organization_id, w, new.id from (select words_of(new.name) as w union select words_of(new.code) union select left(lower(new.code), 40)) x
    where w is not null on conflict do nothing;
  return null;
end $$;

create trigger product_words after insert or update of name, code on product
  for each row execute function product_found_anew();

create function partner_found_anew() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from partner_word w where w.organization_id = new.organization_id and w.partner_id = new.id;
  end if;
  insert into partner_word (organization_id, word, partner_id)
    select new.organization_id, w, new.id
    from (select words_of(new.name) as w union select words_of(new.person) union select words_of(new.email) union select new.phone) x
    where w is not null on conflict do nothing;
  return null;
end $$;

create trigger partner_words after insert or update of name, person, email, phone on partner
  for each row execute function partner_found_anew();

-- Says CHANGED; or UNKNOWN when there is no such order, STALE when it is not the one the person has seen, NOT_NOW when this status
-- does not follow the present one, EMPTY when nothing was ordered, FULL when a departure has not as many seats. Only CHANGED changes
-- anything. Which statuses precede the wanted one, and which of them hold seats, is told by the caller: OrderStatus knows.
-- Departures are locked in the order of their ids, so that two orders at once do not wait for each other.
drop function if exists change_order_status;
create function change_order_status(g uuid, p_order bigint, p_version int, p_status text, p_before text[], p_holding text[], p_user bigint, p_at timestamptz)
returns text language plpgsql as $$
declare
  o orders;
  way int;
begin
  select * into o from orders x where x.organization_id = g and x.id = p_order for update;
  if not found then
    return 'UNKNOWN';
  end if;
  if o.version <> p_version then
    return 'STALE';
  end if;
  if not o.status = any (p_before) then
    return 'NOT_NOW';
  end if;
  way := (p_status = any (p_holding))::int - (o.status = any (p_holding))::int;
  if way > 0 and not exists (select from order_line l where l.organization_id = g and l.order_id = p_order) then
    return 'EMPTY';
  end if;
  if way <> 0 then
    perform from product_departure d where d.organization_id = g
      and d.id in (select l.departure_id from order_line l where l.organization_id = g and l.order_id = p_order) order by d.id for update;
    if way > 0 and exists (
        select from product_departure d join order_line l on l.organization_id = g and l.departure_id = d.id and l.order_id = p_order
        where d.organization_id = g group by d.id, d.seats, d.taken having d.taken + sum(l.seats) > d.seats) then
      return 'FULL';
    end if;
    update product_departure d set taken = d.taken + way * n.seats
      from (select l.departure_id, sum(l.seats)::int as seats from order_line l
        where l.organization_id = g and l.order_id = p_order and l.departure_id is not null group by l.departure_id) n
      where d.organization_id = g and d.id = n.departure_id;
  end if;
  update orders x set status = p_status, status_at = p_at, version = x.version + 1 where x.organization_id = g and x.id = p_order;
  insert into order_status_change (organization_id, order_id, from_status, to_status, user_id, at)
    values (g, p_order, o.status, p_status, p_user, p_at);
  insert into audit_event (organization_id, type, at, user_id, conversation_id, client_id, data)
    values (g, 'order.' || lower(p_status), p_at, p_user, o.conversation_id, o.client_id,
      jsonb_build_object('order', p_order, 'number', o.number, 'from', o.status, 'to', p_status));
  return 'CHANGED';
end $$;

grant execute on function product_found_anew, partner_found_anew, change_order_status to tulpar_app;
