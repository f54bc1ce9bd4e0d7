package org.tulpar.conversation.push;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.tulpar.conversation.notice.PersonalNotice;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The table {@code push_told}: of which occasion of each kind a person was told last. */
@Repository
class ToldRows {

  /** Two nodes lock the rows in the same order. */
  private static final Comparator<PersonalNotice> ORDER =
      Comparator.<PersonalNotice>comparingLong(one -> one.notice().conversation())
          .thenComparingLong(PersonalNotice::userId)
          .thenComparing(one -> one.notice().kind());

  private static final String CLAIM =
      """
      insert into push_told as t (organization_id, conversation_id, user_id, kind, occasion, told_at)
      select ?, x.conversation_id, x.user_id, x.kind, x.occasion, ?
      from unnest(?, ?, ?, ?) with ordinality as x(conversation_id, user_id, kind, occasion, place) order by x.place
      on conflict (organization_id, conversation_id, user_id, kind)
      do update set occasion = excluded.occasion, told_at = excluded.told_at where t.occasion <> excluded.occasion
      returning t.conversation_id, t.user_id, t.kind
      """;

  @Inject private TenantSql sql;

  /** Those that nobody has claimed before; they are claimed by this. */
  List<PersonalNotice> fresh(List<PersonalNotice> notices, Instant now) {
    var sorted = notices.stream().sorted(ORDER).toList();
    Set<String> claimed =
        new HashSet<>(
            sql.rows(
                CLAIM,
                row -> row.getLong(1) + " " + row.getLong(2) + " " + row.getString(3),
                TenantScope.required().value(),
                now,
                ids(sorted, one -> one.notice().conversation()),
                ids(sorted, PersonalNotice::userId),
                texts(sorted, one -> one.notice().kind().name()),
                texts(sorted, one -> one.notice().key())));
    return notices.stream()
        .filter(
            one ->
                claimed.contains(
                    one.notice().conversation() + " " + one.userId() + " " + one.notice().kind()))
        .toList();
  }

  /** What was told so long ago may be told again. */
  void forget(long userId, Instant before) {
    sql.change("delete from push_told where user_id = ? and told_at < ?", userId, before);
  }

  private static Long[] ids(List<PersonalNotice> notices, Function<PersonalNotice, Long> id) {
    return notices.stream().map(id).toArray(Long[]::new);
  }

  private static String[] texts(
      List<PersonalNotice> notices, Function<PersonalNotice, String> text) {
    return notices.stream().map(text).toArray(String[]::new);
  }
}
