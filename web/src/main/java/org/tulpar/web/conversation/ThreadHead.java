package org.tulpar.web.conversation;

import java.time.Duration;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.policy.SendPermission;
import org.tulpar.conversation.ConversationHead;
import org.tulpar.conversation.ConversationStatus;
import org.tulpar.conversation.Handler;
import org.tulpar.web.shell.Initials;

/**
 * What stands above a thread: whose it is, who has the word, and the one thing to do about it.
 *
 * @param about the channel, in words
 * @param voice colour of the strip: bot, waiting, human, phone
 * @param state who has the word, in words
 * @param detail since when, and what that means
 * @param action {@code take} or {@code return}
 * @param hint what sending a reply will do, or null when nothing but send it
 * @param closed why the messenger takes no free text now, or null when it does
 * @param answersIn milliseconds until the bot answers what the client says just now, less than one
 *     while it is at it; null when it does not
 * @param takesPlaces whether a place or a contact card can be sent
 * @param offersAnswers whether the answers of a question can be pressed, or are numbered
 * @param desk how it stands on the managers' desk
 */
public record ThreadHead(
    long id,
    String name,
    String initials,
    String mark,
    String about,
    String voice,
    String glyph,
    String state,
    String detail,
    String action,
    String actionGlyph,
    String actionWords,
    String hint,
    Closed closed,
    Long answersIn,
    boolean open,
    boolean takesPlaces,
    boolean offersAnswers,
    OnDesk desk) {

  /**
   * @param words why
   * @param template whether a template would be taken
   */
  public record Closed(String words, boolean template) {}

  /**
   * @param whose who is to answer, in words
   * @param initials hers, or empty
   * @param snoozed until when it is out of sight, in words; or null
   * @param chip until when the client shall be answered, or null
   * @param ring of the messenger's window, or null
   */
  public record OnDesk(String whose, String initials, String snoozed, Chip chip, Ring ring) {}

  /** What can be done to a single message: {@code none}, {@code answer} or {@code both}. */
  static String acts(ConversationHead head) {
    if (!head.channelType().addressesMessages()) {
      return "none";
    }
    // In a group a reaction would need its writer's own address.
    return head.kind() == ChatKind.DIRECT ? "both" : "answer";
  }

  static ThreadHead of(ConversationHead head, Reader reader, Chips chips) {
    var client =
        Correspondent.of(head.clientName(), head.phone(), head.address(), head.channelType());
    var voice = voice(head);
    var key =
        "handler." + (voice.equals("human") && !reader.is(head.assigneeId()) ? "colleague" : voice);
    var since = reader.clock(head.handlerSince());
    var waits =
        reader.since(head.waitingSince() == null ? head.handlerSince() : head.waitingSince());
    var take = head.handler() != Handler.HUMAN;
    return new ThreadHead(
        head.id(),
        client.name(),
        client.initials(),
        client.mark(),
        about(head),
        voice,
        glyph(voice),
        reader.word(key, head.assignee(), since),
        reader.word(key + ".detail", since, waits),
        take ? "take" : "return",
        take ? "user" : "bot",
        reader.word(key + ".action"),
        take ? reader.word("composer.takes") : null,
        closed(head, reader),
        head.answersAt() == null
            ? null
            : Duration.between(reader.now(), head.answersAt()).toMillis(),
        head.status() != ConversationStatus.CLOSED,
        head.channelType().takesPlaces(),
        head.channelType().offersAnswers() && head.kind() == ChatKind.DIRECT,
        desk(head, reader, chips));
  }

  private static OnDesk desk(ConversationHead head, Reader reader, Chips chips) {
    var known = head.desk();
    return new OnDesk(
        whose(head, reader),
        head.assignee() == null ? "" : Initials.of(head.assignee()),
        head.status() == ConversationStatus.SNOOZED && known.snoozedUntil() != null
            ? reader.word("thread.snoozed", reader.ahead(known.snoozedUntil()))
            : null,
        head.status() == ConversationStatus.OPEN
            ? chips.chip(known.channelId(), known.answered(), head.waitingSince())
            : null,
        Ring.of(head.channelType(), head.lastClientAt(), reader));
  }

  private static String whose(ConversationHead head, Reader reader) {
    if (head.assignee() != null) {
      return reader.is(head.assigneeId()) ? reader.word("inbox.you") : head.assignee();
    }
    return head.desk().team() == null ? reader.word("desk.nobody") : head.desk().team();
  }

  private static Closed closed(ConversationHead head, Reader reader) {
    return switch (head.permission(reader.now())) {
      case SendPermission.FreeText free -> null;
      case SendPermission.TemplateOnly late ->
          new Closed(reader.word("refused.window_closed"), true);
      case SendPermission.Nothing nothing ->
          new Closed(reader.word("refused." + nothing.code()), false);
    };
  }

  private static String about(ConversationHead head) {
    var brand = Correspondent.brand(head.channelType());
    var name = head.channelName();
    return name.startsWith(brand) ? name : brand + " · " + name;
  }

  private static String voice(ConversationHead head) {
    return switch (head.handler()) {
      case BOT -> "bot";
      case WAITING_HUMAN -> "waiting";
      case HUMAN -> head.assigneeId() == null ? "phone" : "human";
    };
  }

  private static String glyph(String voice) {
    return switch (voice) {
      case "bot" -> "bot";
      case "waiting" -> "clock";
      case "phone" -> "phone";
      default -> "user";
    };
  }
}
