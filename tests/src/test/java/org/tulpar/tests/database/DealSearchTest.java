package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.deal.Board;

/** How a deal is found by its words, against the database as it is. */
class DealSearchTest {

  private static final int MOST = 5;
  private static final int MANY = 20_000;

  private final Explained explained = new Explained();
  @RegisterExtension final Funnel funnel = new Funnel(explained);
  private final Board board = funnel.get(Board.class);

  @Test
  void itsTitleIsBegunOrItsClientIs() {
    var lake = funnel.create("Song-Kul, two days");
    var pass = funnel.create("Переход «Ала-Куль»");
    assertThat(found("song")).containsExactly(lake);
    assertThat(found("DAYS kul")).containsExactly(lake);
    assertThat(found("ала")).containsExactly(pass);
    assertThat(found("mark")).containsExactly(pass, lake);
    assertThat(found("ong")).isEmpty();
    assertThat(found("«»")).isEmpty();
  }

  @Test
  void anotherTitleIsFoundByItsOwnWords() {
    var deal = funnel.create("Lake");
    funnel.edit(deal, 0, "Lake and pass");
    assertThat(found("pass")).containsExactly(deal);
    funnel.edit(deal, 1, "Mountains");
    assertThat(found("lake")).isEmpty();
    assertThat(found("mount")).containsExactly(deal);
  }

  @Test
  void aMoveLeavesTheWordsAsTheyAre() {
    var deal = funnel.create("Lake");
    funnel.move(deal, Funnel.CHOICE, null, null);
    assertThat(found("lake")).containsExactly(deal);
  }

  @Test
  void anotherOrganizationFindsNothing() throws SQLException {
    funnel.create("Lake");
    try (var other = new Funnel()) {
      other.prepare();
      assertThat(other.within(() -> other.get(Board.class).found("lake", MOST))).isEmpty();
    }
  }

  @Test
  void amongManyItIsFoundByAnIndex() throws SQLException {
    funnel.change(
        """
        insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title)
        select :o, n, 1, 1, 1, 'deal' || n || ' of many' from generate_series(1001, %d) n"""
            .formatted(1000 + MANY));
    funnel.change("analyze deal, deal_word");
    explained.listen();
    assertThat(found("deal7777")).containsExactly(7777L);
    assertThat(found("many deal20001")).containsExactly(20_001L);
    assertThat(explained.plans())
        .hasSize(2)
        .allMatch(plan -> plan.contains("deal_word_pkey"))
        .noneMatch(
            plan -> plan.matches("(?s).*Seq Scan on (deal|deal_word|client|client_word)\\b.*"));
  }

  private List<Long> found(String words) {
    return funnel.within(() -> board.found(words, MOST)).stream().map(Board.Found::id).toList();
  }
}
