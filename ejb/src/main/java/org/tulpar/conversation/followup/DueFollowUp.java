package org.tulpar.conversation.followup;

import java.util.UUID;

/**
 * A planned message whose time has come.
 *
 * @param user who planned it, and in whose name it goes out
 * @param author hers
 * @param language in which she wrote (ISO 639-1)
 * @param into the client's language, when it has to be translated; or null
 * @param client how she calls herself, or null
 */
public record DueFollowUp(
    long id,
    long conversation,
    long user,
    String author,
    String text,
    String language,
    UUID key,
    String into,
    String client) {

  DueFollowUp translatedInto(String other, String called) {
    return new DueFollowUp(id, conversation, user, author, text, language, key, other, called);
  }
}
