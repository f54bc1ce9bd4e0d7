package org.tulpar.web.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelType;
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
    return CardLine.of(
        new DealCard(
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
            new Choice(3, product),
            owner,
            null,
            null,
            NOW,
            false,
            dialogue),
        StageKind.OPEN,
        READER);
  }
}
