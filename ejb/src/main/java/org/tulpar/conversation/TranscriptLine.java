package org.tulpar.conversation;

import java.time.Instant;

/** Something that is shown between the first and the last word of a conversation. */
public sealed interface TranscriptLine {

  /** By the clock of whoever wrote or did it. */
  Instant at();

  /**
   * Something was said, or the system notes why the bot called a person (author SYSTEM).
   *
   * @param kind as in {@code MessageContent.kind()}, or SYSTEM
   * @param text what is shown, or null
   * @param detail name of the file, or the provider's word for a kind that is not shown yet, or
   *     null
   * @param voice recorded in the messenger, as opposed to a file
   * @param seconds length of audio and video, or null
   * @param bytes size of the file, or null
   * @param sender name of the person who wrote it: ours, or a member of a group; or null
   * @param failure code of the reason why it was not sent, or null
   * @param undecided it was given up, and nobody has decided yet what becomes of it
   */
  record Said(
      long id,
      Instant at,
      Author author,
      Origin origin,
      MessageStatus status,
      String kind,
      String text,
      String detail,
      boolean voice,
      Integer seconds,
      Long bytes,
      Long userId,
      String sender,
      String failure,
      boolean undecided)
      implements TranscriptLine {}

  /**
   * The word was passed on.
   *
   * @param event dotted, past tense, for example {@code conversation.taken_over}
   * @param person name of the person who did it, or null
   * @param origin where it was done: as in {@link Origin}, or POLICY when nobody did; or null
   */
  record Happened(long id, Instant at, String event, Long userId, String person, String origin)
      implements TranscriptLine {}
}
