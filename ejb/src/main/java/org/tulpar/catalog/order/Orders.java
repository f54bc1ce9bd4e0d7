package org.tulpar.catalog.order;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tulpar.catalog.product.PriceFact;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The orders of the organization in scope; each change names the version it was made from. */
@Repository
class Orders {

  /** What became of a change of status. */
  enum Outcome {
    CHANGED,
    UNKNOWN,
    STALE,
    NOT_NOW,
    EMPTY,
    FULL
  }

  @Inject TenantSql sql;

  /**
   * The new id, or nothing when there is no such client. Without a conversation it gets the
   * client's open one; one or a deal of another client is not taken.
   */
  Optional<Long> insert(
      long clientId, Long conversationId, Long dealId, OrderDraft draft, long userId, Instant at) {
    return sql.row(
        """
        with c as (select organization_id as g, id from client where id = ? and merged_into_id is null),
        n as (insert into order_number (organization_id, last) select c.g, 1 from c
          on conflict (organization_id) do update set last = order_number.last + 1 returning last),
        o as (insert into orders (organization_id, id, number, client_id, conversation_id, deal_id, address, phone, note, user_id, created_at, status_at)
          select c.g, nextval('entity_id'), n.last, c.id,
            (select v.id from conversation v where v.organization_id = c.g and v.client_id = c.id and (v.id = ?::bigint or v.status <> 'CLOSED')
              order by v.id = ?::bigint desc nulls last, v.last_message_at desc limit 1),
            (select d.id from deal d where d.organization_id = c.g and d.id = ?::bigint and d.client_id = c.id),
            ?, ?, ?, ?, ?::timestamptz, ?::timestamptz
          from c, n returning *),
        s as (insert into order_status_change (organization_id, order_id, to_status, user_id, at)
          select organization_id, id, status, user_id, created_at from o),
        a as (insert into audit_event (organization_id, type, at, user_id, conversation_id, client_id, data)
          select organization_id, 'order.created', created_at, user_id, conversation_id, client_id,
            jsonb_build_object('order', id, 'number', number) from o)
        select id from o
        """,
        r -> r.getLong("id"),
        clientId,
        conversationId,
        conversationId,
        dealId,
        draft.address(),
        draft.phone(),
        draft.note(),
        userId,
        at,
        at);
  }

  /** Takes the order for a change of what stands in it; false when it is another one by now. */
  boolean touch(long orderId, int version) {
    return sql.change(
            "update orders set version = version + 1 where id = ? and version = ?",
            orderId,
            version)
        == 1;
  }

  Optional<OrderStatus> status(long orderId) {
    return sql.row(
        "select status from orders where id = ?",
        r -> TenantSql.constant(r, "status", OrderStatus.class),
        orderId);
  }

  void write(long orderId, OrderDraft draft) {
    sql.change(
        "update orders set address = ?, phone = ?, note = ? where id = ?",
        draft.address(),
        draft.phone(),
        draft.note(),
        orderId);
  }

  /** The price is copied by the database, to the last digit. */
  void addLine(long orderId, Wish wish, PriceFact fact) {
    sql.change(
        """
        insert into order_line (organization_id, id, order_id, product_id, departure_id, price_id, unit, quantity, unit_price, currency)
        select p.organization_id, nextval('entity_id'), ?, p.product_id, ?::bigint, p.id, p.unit, ?, p.amount, p.currency
        from product_price p where p.organization_id = ? and p.id = ?
        """,
        orderId,
        wish.departureId(),
        wish.quantity(),
        TenantScope.required().value(),
        fact.id());
  }

  boolean removeLine(long orderId, long lineId) {
    return sql.change("delete from order_line where order_id = ? and id = ?", orderId, lineId) == 1;
  }

  /** The event that keeps what it was; nothing when it is not there. */
  Optional<Long> takeOutLine(long orderId, long lineId, long userId) {
    return sql.row(
        """
        with l as (delete from order_line where order_id = ? and id = ? returning *)
        insert into audit_event (organization_id, type, user_id, data)
        select l.organization_id, 'order.line_removed', ?,
          jsonb_build_object('order', o.id, 'number', o.number, 'name', p.name, 'line', to_jsonb(l))
        from l join orders o on o.organization_id = l.organization_id and o.id = l.order_id
        join product p on p.organization_id = l.organization_id and p.id = l.product_id returning id
        """,
        r -> r.getLong("id"),
        orderId,
        lineId,
        userId);
  }

  /** False when it stands there already, or its price or departure is no more. */
  boolean putLineBack(long orderId, long removal, long userId) {
    return sql.change(
            """
            with a as (select * from audit_event where id = ? and type = 'order.line_removed'),
            l as (insert into order_line (organization_id, id, order_id, product_id, departure_id, price_id, unit, quantity, unit_price, currency)
              select l.organization_id, l.id, l.order_id, l.product_id, l.departure_id, l.price_id, l.unit, l.quantity, l.unit_price, l.currency
              from a cross join lateral jsonb_populate_record(null::order_line, a.data -> 'line') l
              join product_price p on p.organization_id = l.organization_id and p.id = l.price_id
              left join product_departure d on d.organization_id = l.organization_id and d.id = l.departure_id
              where l.order_id = ? and d.id is not distinct from l.departure_id
              on conflict do nothing returning id)
            insert into audit_event (organization_id, type, user_id, data)
            select a.organization_id, 'order.line_restored', ?, a.data - 'line' from a cross join l
            """,
            removal,
            orderId,
            userId)
        == 1;
  }

  Outcome change(long orderId, int version, OrderStatus status, long userId, Instant at) {
    return sql.row(
            "select change_order_status(?, ?, ?, ?, ?, ?, ?, ?::timestamptz)",
            r -> Outcome.valueOf(r.getString(1)),
            TenantScope.required().value(),
            orderId,
            version,
            status,
            names(status.before()),
            names(OrderStatus.holdingSeats()),
            userId,
            at)
        .orElseThrow();
  }

  private static String[] names(List<OrderStatus> some) {
    return some.stream().map(Enum::name).toArray(String[]::new);
  }
}
