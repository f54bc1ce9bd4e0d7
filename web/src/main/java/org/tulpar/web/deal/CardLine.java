package org.tulpar.web.deal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tulpar.conversation.Author;
import org.tulpar.conversation.Handler;
import org.tulpar.deal.DealCard;
import org.tulpar.deal.StageKind;
import org.tulpar.web.conversation.Correspondent;
import org.tulpar.web.conversation.Reader;

/**
 * A card as it is shown.
 *
 * @param place as text: more digits than a number of the browser holds
 * @param mark of the channel, or null where there is no conversation
 * @param price or null while unknown
 * @param product what it is about in the catalogue, or null; also where the title says just that
 * @param tags of the client
 * @param who who wrote the last line, with a colon, or null for the client
 * @param step what is to be done, or null in a stage where nothing is
 * @param score of the client, or null where she has told nothing yet, and where it is decided
 * @param owner null while nobody has it, and where the badge names her already
 */
public record CardLine(
    long id,
    int version,
    long stage,
    String place,
    Long conversation,
    String name,
    String mark,
    String price,
    String title,
    String product,
    Tags tags,
    String who,
    String last,
    String time,
    int unread,
    String step,
    boolean late,
    Badge badge,
    String owner,
    Integer score,
    String days,
    boolean rotten) {

  /** Tags that have room on a card. */
  private static final int FEW = 2;

  /**
   * The client's tags, as many as have room.
   *
   * @param more how many there are beside them
   * @param all every one
   */
  public record Tags(List<String> shown, int more, String all) {

    static Tags of(List<String> names) {
      // Where one alone would be left out, it has the room of the number.
      var few = names.size() <= FEW + 1 ? names.size() : FEW;
      return new Tags(
          List.copyOf(names.subList(0, few)), names.size() - few, String.join(", ", names));
    }
  }

  /** Who has the word, in a colour and in words. */
  public record Badge(String kind, String glyph, String text) {}

  static CardLine of(DealCard card, StageKind kind, Reader reader) {
    var dialogue = card.dialogue();
    var open = kind == StageKind.OPEN;
    return new CardLine(
        card.id(),
        card.version(),
        card.stageId(),
        Long.toString(card.place()),
        dialogue == null ? null : dialogue.id(),
        name(card),
        dialogue == null ? null : correspondent(card).mark(),
        card.amount() == null ? null : Price.of(card.amount(), card.currency(), reader.locale()),
        card.title(),
        product(card),
        Tags.of(card.tags()),
        dialogue == null ? null : who(dialogue, reader),
        dialogue == null || dialogue.lastText() == null ? "" : dialogue.lastText(),
        dialogue == null ? "" : reader.since(dialogue.lastAt()),
        dialogue == null ? 0 : dialogue.unread(),
        open ? step(card, reader) : null,
        open && late(card, reader.now()),
        dialogue == null ? null : badge(dialogue, reader),
        owner(card),
        open ? card.score() : null,
        days(card.stageSince(), reader),
        open && card.rotten());
  }

  /** Changes whenever anything shown changes. */
  public String revision() {
    return Integer.toHexString(hashCode());
  }

  /** By name, else by phone, else by the end of her address. */
  static String name(DealCard card) {
    if (card.dialogue() != null) {
      return correspondent(card).name();
    }
    return card.clientName() == null ? "+" + card.phone() : card.clientName();
  }

  private static String product(DealCard card) {
    return card.product() == null || card.product().name().equalsIgnoreCase(card.title())
        ? null
        : card.product().name();
  }

  private static Correspondent correspondent(DealCard card) {
    return Correspondent.of(
        card.clientName(), card.phone(), card.dialogue().address(), card.dialogue().channelType());
  }

  private static String who(DealCard.Dialogue dialogue, Reader reader) {
    if (dialogue.lastAuthor() == Author.BOT) {
      return reader.word("inbox.who", reader.word("inbox.by.bot"));
    }
    return dialogue.lastAuthor() == Author.MANAGER
        ? reader.word("inbox.who", reader.word("deal.we"))
        : null;
  }

  private static String step(DealCard card, Reader reader) {
    if (card.nextStep() == null) {
      return reader.word("deal.step.none");
    }
    return card.nextStepAt() == null
        ? card.nextStep()
        : card.nextStep() + ", " + shown(card.nextStepAt(), reader);
  }

  /** The hour today, else the day. */
  private static String shown(Instant at, Reader reader) {
    return reader.day(at).equals(reader.day(reader.now())) ? reader.clock(at) : reader.dayWords(at);
  }

  private static boolean late(DealCard card, Instant now) {
    return card.nextStep() == null || card.nextStepAt() != null && card.nextStepAt().isBefore(now);
  }

  private static String days(Instant since, Reader reader) {
    var days = ChronoUnit.DAYS.between(reader.day(since), reader.day(reader.now()));
    return days <= 0 ? reader.word("deal.today") : reader.word("time.days", days);
  }

  /** Named once: whoever owns it and has the word is named by having it. */
  private static String owner(DealCard card) {
    var speaks =
        card.dialogue() != null
            && card.dialogue().handler() == Handler.HUMAN
            && card.owner() != null
            && card.owner().equals(card.dialogue().assignee());
    return card.owner() == null || speaks ? null : card.owner().name();
  }

  private static Badge badge(DealCard.Dialogue dialogue, Reader reader) {
    if (dialogue.handler() == Handler.BOT) {
      return new Badge("bot", "bot", reader.word("inbox.by.bot"));
    }
    if (dialogue.handler() == Handler.WAITING_HUMAN) {
      return new Badge("waiting", "user", reader.word("deal.waits"));
    }
    if (dialogue.assignee() == null) {
      return new Badge("phone", "phone", reader.word("inbox.phone"));
    }
    return reader.is(dialogue.assignee().id())
        ? new Badge("human", "user", reader.word("inbox.you"))
        : new Badge("", "user", dialogue.assignee().name());
  }
}
