package org.tulpar.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tulpar.identity.audit.AuditRow;
import org.tulpar.identity.audit.AuditRow.Thing;
import org.tulpar.web.conversation.Reader;

class AuditLineTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Reader READER = new Reader(1, Locale.ENGLISH, ZoneOffset.UTC, NOW);

  @Test
  void aThingIsNamedAndLeadsToItsPage() {
    var line =
        line("product.edited", new Thing("product", 11, "Song-Kul"), Map.of("product", "11"));
    assertThat(line.about()).isEqualTo("Song-Kul");
    assertThat(line.path()).isEqualTo("/products/11");
    assertThat(line.what()).isEqualTo("Product edited");
  }

  @Test
  void anOrderIsNamedByItsNumber() {
    var line =
        line("order.paid", new Thing("order", 16, null), Map.of("order", "16", "number", "7"));
    assertThat(line.about()).isEqualTo("№ 7");
    assertThat(line.path()).isEqualTo("/orders/16");
  }

  @Test
  void aTeamHasNoPageOfItsOwn() {
    var line = line("team.changed", new Thing("team", 1, "Sales"), Map.of("team", "1"));
    assertThat(line.about()).isEqualTo("Sales");
    assertThat(line.path()).isNull();
  }

  @Test
  void whatIsGoneIsNamedAsItWasAndLeadsNowhere() {
    var line = line("company.removed", null, Map.of("company", "15", "name", "Silk Road"));
    assertThat(line.about()).isEqualTo("Silk Road");
    assertThat(line.path()).isNull();
  }

  @Test
  void aCannedReplyIsNamedAsItIsTyped() {
    var line = line("canned_reply.saved", null, Map.of("shortcut", "price"));
    assertThat(line.about()).isEqualTo("/price");
  }

  @Test
  void ofADealItSaysWhatBecameOfWhat() {
    var facts = Map.of("deal", "5", "title.from", "Lake", "title.to", "Pass");
    var line = line("deal.edited", new Thing("deal", 5, "Pass"), facts);
    assertThat(line.what()).isEqualTo("Deal edited");
    assertThat(line.about()).isEqualTo("Pass");
    assertThat(line.changes()).isEqualTo("What it is about: Lake → Pass");
    assertThat(line("team.changed", null, Map.of("team", "1")).changes()).isEmpty();
  }

  @Test
  void whatWasTakenAwayIsCounted() {
    assertThat(line("orders.exported", null, Map.of("orders", "7")).about()).isEqualTo("7");
    var line = line("import.wrong_rows_exported", null, Map.of("rows", "4"));
    assertThat(line.what()).isEqualTo("Wrong rows of a file exported");
    assertThat(line.about()).isEqualTo("4");
  }

  private static AuditLine line(String type, Thing thing, Map<String, String> facts) {
    return AuditLine.of(
        new AuditRow(1, NOW, type, "Aigul", null, null, null, null, null, thing, facts), READER);
  }
}
