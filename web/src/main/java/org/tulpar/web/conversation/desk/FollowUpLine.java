package org.tulpar.web.conversation.desk;

import org.tulpar.conversation.followup.FollowUp;
import org.tulpar.conversation.followup.FollowUpStatus;
import org.tulpar.web.conversation.Reader;

/**
 * A planned message on the client's card.
 *
 * @param text its first line
 * @param about by whom, on which condition; or why it was not sent
 * @param planned it can still be cancelled; else it is read and goes
 * @param failed somebody has to look
 */
public record FollowUpLine(
    long id,
    String when,
    String exact,
    String text,
    String about,
    boolean planned,
    boolean failed) {

  static FollowUpLine of(FollowUp one, Reader reader) {
    return new FollowUpLine(
        one.id(),
        reader.ahead(one.dueAt()),
        reader.exact(one.dueAt()),
        one.text().lines().findFirst().orElse(""),
        about(one, reader),
        one.status() == FollowUpStatus.PLANNED,
        one.status() == FollowUpStatus.FAILED);
  }

  private static String about(FollowUp one, Reader reader) {
    if (one.status() != FollowUpStatus.PLANNED) {
      return reader.word("follow_up.unsent", reader.unsent(one.reason()));
    }
    var person = reader.is(one.userId()) ? reader.word("inbox.you") : one.person();
    return one.onlyIfSilent() ? reader.word("follow_up.about.silent", person) : person;
  }
}
