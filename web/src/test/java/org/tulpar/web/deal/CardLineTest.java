package org.tulpar.web.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelType;
import org.tulpar.conversation.Author;
import org.tulpar.conversation.Handler;
import org.tulpar.deal.Choice;
import org.tulpar.deal.DealCard;
import org.tulpar.deal.StageKind;
import org.tulpar.web.conversation.Reader;

class CardLineTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final Reader READER = new Reader(1, Locale.ENGLISH, ZoneOffset.UTC, NOW);
  private static final Choice AIGUL = new Choice(1, "Aigul");
  private static final Choice BAKYT = new Choice(2, "Bakyt");

  @Test
  void whoOwnsADealAndHasTheWordIsNamedOnce() {
    var line = line(BAKYT, Handler.HUMAN, BAKYT);
    assertThat(line.badge().text()).isEqualTo("Bakyt");
    assertThat(line.owner()).isNull();
  }

  @Test
  void twoPeopleAreNamedBoth() {
    var line = line(BAKYT, Handler.HUMAN, AIGUL);
    assertThat(line.badge().text()).isEqualTo("You");
    assertThat(line.owner()).isEqualTo("Bakyt");
  }

  @Test
  void beneathTheBotTheOwnerIsNamed() {
    assertThat(line(BAKYT, Handler.BOT, BAKYT).owner()).isEqualTo("Bakyt");
    assertThat(line(null, Handler.BOT, null).owner()).isNull();
  }

  @Test
  void aFewTagsHaveRoomAndTheOthersAreCounted() {
    assertThat(line(List.of(), "Ala-Archa").tags().shown()).isEmpty();
    assertThat(line(List.of("a", "b", "c"), "Ala-Archa").tags().shown())
        .containsExactly("a", "b", "c");
    var tags = line(List.of("a", "b", "c", "d"), "Ala-Archa").tags();
    assertThat(tags.shown()).containsExactly("a", "b");
    assertThat(tags.more()).isEqualTo(2);
    assertThat(tags.all()).isEqualTo("a, b, c, d");
  }

  @Test
  void aProductThatTheTitleSaysIsNotSaidTwice() {
    assertThat(line(List.of(), "Ala-Archa").product()).isEqualTo("Ala-Archa");
    assertThat(line(List.of(), "song-kul").product()).isNull();
  }

  @Test
  void theLastLineSaysItsAgeAndWhatIsUnread() {
    var hours = NOW.minus(Duration.ofMinutes(185));
    assertThat(line(said(hours, 3), step(null, null)).time()).isEqualTo("3 h");
    assertThat(line(said(hours, 3), step(null, null)).unread()).isEqualTo(3);
    assertThat(line(said(NOW.minus(Duration.ofDays(5)), 0), step(null, null)).time())
        .isEqualTo("5 d");
  }

  @Test
  void aStepIsLateWhenItsTimeIsOverAndWhenThereIsNone() {
    var talk = said(NOW, 0);
    var over = line(talk, step("Call", NOW.minusSeconds(60)));
    assertThat(over.step()).isEqualTo("Call, " + READER.clock(NOW.minusSeconds(60)));
    assertThat(over.late()).isTrue();
    assertThat(line(talk, step("Call", NOW.plusSeconds(60))).late()).isFalse();
    assertThat(line(talk, step("Call", null)).late()).as("whenever").isFalse();
    var none = line(talk, step(null, null));
    assertThat(none.step()).isEqualTo("No next step");
    assertThat(none.late()).isTrue();
  }

  @Test
  void whatIsWonHasNoStepThatCouldBeLate() {
    var won = CardLine.of(card(said(NOW, 0), step(null, null)), StageKind.WON, READER);
    assertThat(won.step()).isNull();
    assertThat(won.late()).isFalse();
  }

  @Test
  void daysInAStageAreThoseOfTheCalendar() {
    assertThat(since(NOW.minus(Duration.ofHours(8))).days()).isEqualTo("today");
    assertThat(since(NOW.minus(Duration.ofHours(10))).days()).isEqualTo("1 d");
    assertThat(since(NOW.minus(Duration.ofDays(12))).days()).isEqualTo("12 d");
  }

  /** What is to be done with a deal, and since when it lies in its stage. */
  private record Course(String step, Instant at, Instant since) {}

  private static Course step(String step, Instant at) {
    return new Course(step, at, NOW);
  }

  private static CardLine since(Instant since) {
    return line(said(NOW, 0), new Course(null, null, since));
  }

  private static DealCard.Dialogue said(Instant at, int unread) {
    return new DealCard.Dialogue(
        1,
        ChannelType.EVOLUTION,
        "77010000001@s.whatsapp.net",
        Handler.BOT,
        null,
        unread,
        at,
        Author.CLIENT,
        "Hello");
  }

  private static CardLine line(DealCard.Dialogue dialogue, Course course) {
    return CardLine.of(card(dialogue, course), StageKind.OPEN, READER);
  }

  private static DealCard card(DealCard.Dialogue dialogue, Course course) {
    return card(dialogue, course, List.of(), null, null);
  }

  private static CardLine line(Choice owner, Handler handler, Choice assignee) {
    return line(owner, handler, assignee, List.of(), "Ala-Archa");
  }

  private static CardLine line(List<String> tags, String product) {
    return line(null, Handler.BOT, null, tags, product);
  }

  private static CardLine line(
      Choice owner, Handler handler, Choice assignee, List<String> tags, String product) {
    var dialogue =
        new DealCard.Dialogue(
            1,
            ChannelType.EVOLUTION,
            "77010000001@s.whatsapp.net",
            handler,
            assignee,
            0,
            NOW,
            null,
            null);
    var card = card(dialogue, step(null, null), tags, new Choice(3, product), owner);
    return CardLine.of(card, StageKind.OPEN, READER);
  }

  private static DealCard card(
      DealCard.Dialogue dialogue, Course course, List<String> tags, Choice product, Choice owner) {
    return new DealCard(
        1,
        0,
        1,
        0,
        "Song-Kul",
        null,
        null,
        1,
        "Markus",
        null,
        tags,
        74,
        product,
        owner,
        course.step(),
        course.at(),
        course.since(),
        false,
        dialogue);
  }
}
