package org.tulpar.conversation.notice;

import java.util.Locale;
import java.util.ResourceBundle;

/** Why a conversation concerns a person, the most personal first. */
public enum NoticeKind {
  /** What they had planned to say was not sent, and nobody has read that. */
  UNSENT,
  /** Named in a note that they have not seen. */
  MENTIONED,
  /** Somebody else, or the turn, has given it to them. */
  ASSIGNED,
  /** The client has written in what they answer. */
  ANSWERED,
  /** A client waits for a person, and nobody in particular is to answer. */
  WAITING;

  /** What it is called, on a page and in a notice to a closed browser. */
  public String words(Locale language) {
    return ResourceBundle.getBundle("org.tulpar.conversation.notice.words", language)
        .getString(name());
  }
}
