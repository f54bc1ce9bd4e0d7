package org.tulpar.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tulpar.conversation.provenance.Provenance;
import org.tulpar.media.FileType;

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
   * @param beside what it carries beside its words
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
      boolean undecided,
      Beside beside)
      implements TranscriptLine {}

  /**
   * What a message carries beside its words.
   *
   * @param file null when it brought none
   * @param place null when it tells none
   * @param numbers telephone numbers of the contacts it brought, or null
   * @param quote the message it answers, or null
   * @param signs reactions, oldest first
   * @param once its file may be seen once, on the phone
   * @param named the messenger knows it by a name, so that it can be answered and reacted to
   * @param sentAt when the messenger took it from us, or null
   * @param correction an edit or a deletion of ours that has not happened (yet), or null
   * @param provenance where the bot's words come from, or null
   * @param asked a question of ours with its answers, or null
   */
  record Beside(
      File file,
      Place place,
      String numbers,
      Quote quote,
      List<Sign> signs,
      boolean edited,
      boolean deleted,
      boolean once,
      boolean named,
      Instant sentAt,
      Pending correction,
      Provenance provenance,
      Asked asked) {

    public static final Beside NOTHING =
        new Beside(
            null, null, null, null, List.of(), false, false, false, false, null, null, null, null);
  }

  /**
   * An edit or a deletion of a message on its way to the messenger, or given up.
   *
   * @param id of its own
   * @param failure code of the reason when it was given up and nobody has decided yet; or null
   */
  record Pending(long id, Correction correction, boolean failed, String failure) {}

  /**
   * A file of a message.
   *
   * @param type read from its bytes, or null while it is not stored
   * @param state PENDING, STORED, FAILED or DELETED
   */
  record File(UUID id, String state, FileType type) {}

  /** A question without the answers that its text numbers, and these. */
  record Asked(String question, List<String> answers) {}

  /** In degrees (WGS 84). */
  record Place(double latitude, double longitude) {}

  /**
   * A message that is answered.
   *
   * @param id null when we do not have it
   */
  record Quote(Long id, Author author, String sender, String kind, String text) {}

  /**
   * A reaction.
   *
   * @param ours it was put by us, here or on the phone
   */
  record Sign(String sign, String name, boolean ours) {}

  /**
   * Colleagues tell each other something that the client does not see.
   *
   * @param mentioned names of those it is meant for
   */
  record Noted(long id, Instant at, Long userId, String person, String text, List<String> mentioned)
      implements TranscriptLine {}

  /**
   * Something was done to the conversation: the word was passed on, it was given to somebody, put
   * off, closed.
   *
   * @param event dotted, past tense, for example {@code conversation.taken_over}
   * @param person name of the person who did it, or null
   * @param origin where it was done: as in {@link Origin}, or POLICY when nobody did; or null
   * @param to what it was done towards
   */
  record Happened(
      long id, Instant at, String event, Long userId, String person, String origin, Towards to)
      implements TranscriptLine {}

  /**
   * What an act was done towards; all null for most.
   *
   * @param userId the person it was given to
   * @param name hers, or the team's
   * @param until when it comes back
   * @param unsent why what was planned was not sent: the end of a key
   */
  record Towards(Long userId, String name, Instant until, String unsent) {

    public static final Towards NOTHING = new Towards(null, null, null, null);
  }
}
