package org.tulpar.web.conversation;

import org.tulpar.channel.policy.SendPermission;
import org.tulpar.conversation.ConversationHead;
import org.tulpar.conversation.ConversationStatus;
import org.tulpar.conversation.Handler;

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
    String closed,
    boolean open) {

  static ThreadHead of(ConversationHead head, Reader reader) {
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
        head.status() != ConversationStatus.CLOSED);
  }

  private static String closed(ConversationHead head, Reader reader) {
    return switch (head.permission(reader.now())) {
      case SendPermission.FreeText free -> null;
      case SendPermission.TemplateOnly late -> reader.word("refused.window_closed");
      case SendPermission.Nothing nothing -> reader.word("refused.broadcast");
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
