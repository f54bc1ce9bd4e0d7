package org.tulpar.analytics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.tenant.list.Page;

/** The answers behind a median: the slowest first, a page at a time. */
@Stateless
public class Answers {

  /** Where a page ends. */
  public record Place(long seconds, long message) {}

  @Inject private AnswerRows rows;

  /** A page and one more, which tells that others follow. */
  public List<AnswerRow> slowest(AnswerFilter filter, Place after) {
    return rows.slowest(filter, after, Page.SIZE + 1);
  }

  /** All of them together. */
  public Figures.Waits whole(AnswerFilter filter) {
    return rows.whole(filter);
  }
}
