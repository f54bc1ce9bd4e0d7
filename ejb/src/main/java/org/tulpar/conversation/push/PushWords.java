package org.tulpar.conversation.push;

import java.util.Locale;
import org.tulpar.conversation.notice.PersonalNotice;

/**
 * What a notice says, in the words of the pages.
 *
 * @param person whose it is: the browser shows it to nobody else
 * @param conversation where it leads; a later notice of it takes the place of an earlier one
 * @param occasion the same as the pages remember, so that none is shown twice
 */
public record PushWords(
    long person, long conversation, String occasion, String title, String body) {

  /** Push services take 4 KB; the last words of a client were cut by the board already. */
  private static final int LONGEST_NAME = 200;

  static PushWords of(PersonalNotice one, Locale language) {
    var notice = one.notice();
    var client =
        notice
            .client()
            .codePoints()
            .limit(LONGEST_NAME)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return new PushWords(
        one.userId(),
        notice.conversation(),
        notice.kind().name() + notice.conversation() + ":" + notice.key(),
        notice.kind().words(language),
        notice.text() == null ? client : client + ": " + notice.text());
  }
}
