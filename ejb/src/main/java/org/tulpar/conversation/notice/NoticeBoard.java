package org.tulpar.conversation.notice;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Tells a person's pages what concerns her, of the conversations that have just changed. */
@Stateless
public class NoticeBoard {

  /** Conversations of one question. */
  public static final int MOST = 50;

  /** The count stops near here: a title has room for "99+". */
  public static final int MANY = 100;

  @Inject private NoticeRows rows;

  /**
   * Every reason there is, the most personal first, for those of the conversations that the
   * organization has.
   */
  public List<Notice> among(Collection<Long> conversations, long userId) {
    return among(conversations, Set.of(userId)).stream().map(PersonalNotice::notice).toList();
  }

  /** The same for several people at once. */
  public List<PersonalNotice> among(Collection<Long> conversations, Set<Long> people) {
    var ids = conversations.stream().distinct().limit(MOST).toArray(Long[]::new);
    return rows.among(ids, people.toArray(Long[]::new)).stream()
        .sorted(
            Comparator.<PersonalNotice, NoticeKind>comparing(one -> one.notice().kind())
                .thenComparing(one -> one.notice().conversation()))
        .toList();
  }

  /**
   * How many conversations wait for this person: unread ones of their own, those that nobody
   * answers, and those in which they are named.
   */
  public int waiting(long userId) {
    return Math.min(MANY, rows.count(userId, MANY));
  }

  public NoticeSettings settings(long userId) {
    return rows.settings(userId);
  }

  public void keep(long userId, NoticeSettings settings) {
    rows.keep(userId, settings);
  }
}
