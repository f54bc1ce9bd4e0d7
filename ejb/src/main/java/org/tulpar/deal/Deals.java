package org.tulpar.deal;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/**
 * The deals of the organization in scope. A move takes the column before the card, so that two
 * people who drop into one column do not get the same place.
 */
@Repository
class Deals {

  /** What became of a move. */
  enum Outcome {
    MOVED,
    STALE,
    UNKNOWN,
    REASON,
    AMOUNT
  }

  /**
   * @param version the card's, afterwards
   * @param apart the other cards that moved apart to let it in
   */
  record Moved(Outcome outcome, int version, List<Long> apart) {}

  @Inject private TenantSql sql;

  Moved move(DealMove move, long userId, Instant at) {
    return sql.row(
            "select outcome, version, coalesce(apart, '{}') from move_deal(?, ?, ?, ?, ?::bigint,"
                + " ?::bigint, ?, ?::bigint, ?::numeric, ?::text, ?)",
            row ->
                new Moved(
                    Outcome.valueOf(row.getString(1)),
                    row.getInt(2),
                    List.of((Long[]) row.getArray(3).getArray())),
            TenantScope.required().value(),
            move.dealId(),
            move.version(),
            move.stageId(),
            move.after(),
            move.before(),
            userId,
            move.reasonId(),
            move.amount(),
            move.currency(),
            at)
        .orElseThrow();
  }

  /** The new id, or nothing when there is no such stage or client. */
  Optional<Long> create(
      long clientId, Long conversationId, long stageId, DealDraft draft, long userId, Instant at) {
    return sql.rows(
            "select create_deal(?, ?, ?::bigint, ?, ?, ?::numeric, ?::text, ?::bigint, ?, ?)",
            row -> Optional.ofNullable(row.getObject(1, Long.class)),
            TenantScope.required().value(),
            clientId,
            conversationId,
            stageId,
            draft.title(),
            draft.amount(),
            draft.currency(),
            draft.productId(),
            userId,
            at)
        .getFirst();
  }

  /** What it is about, if it is about one. */
  Optional<Long> conversation(long dealId) {
    return sql
        .rows(
            "select conversation_id from deal where id = ? and conversation_id is not null",
            row -> row.getLong(1),
            dealId)
        .stream()
        .findFirst();
  }

  /** The latest deals of these clients. */
  List<Long> ofClients(Collection<Long> clients, int most) {
    return sql.rows(
        "select id from deal where client_id = any (?) order by id desc limit ?",
        row -> row.getLong(1),
        clients.toArray(Long[]::new),
        most);
  }

  /** Returns false when the card is not the one of this version. */
  boolean edit(long dealId, int version, DealDraft draft, long userId, Instant at) {
    return sql.row(
            "select edit_deal(?, ?, ?, ?, ?::numeric, ?::text, ?::bigint, ?::bigint, ?::text,"
                + " ?::timestamptz, ?, ?)",
            row -> row.getBoolean(1),
            TenantScope.required().value(),
            dealId,
            version,
            draft.title(),
            draft.amount(),
            draft.currency(),
            draft.productId(),
            draft.ownerId(),
            draft.nextStep(),
            draft.nextStepAt(),
            userId,
            at)
        .orElseThrow();
  }
}
