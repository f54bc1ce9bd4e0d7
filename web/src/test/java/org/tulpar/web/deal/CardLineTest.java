package org.tulpar.web.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
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

  private static CardLine line(Choice owner, Handler handler, Choice assignee) {
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
