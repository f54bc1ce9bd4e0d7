package org.tulpar.client.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.client.TestedCards;
import org.tulpar.tenant.TestedDatabase;

/** Two cards become one, and two again. */
class ClientMergeTest {

  private static final long ADMIN = 2;

  /** Everything a merge may touch, without the counters that tell of a change. */
  private static final List<String> STATE =
      List.of(
          "select row(id, name, phone, email, language, about, company_id, merged_into_id)::text"
              + " from client where organization_id = ? order by id",
          "select row(value, client_id)::text from client_identity where organization_id = ? order"
              + " by value",
          "select row(id, client_id, status)::text from conversation where organization_id = ?"
              + " order by id",
          "select row(id, client_id)::text from deal where organization_id = ? order by id",
          "select row(id, client_id)::text from client_note where organization_id = ? order by id",
          "select row(client_id, tag_id)::text from client_tag where organization_id = ? order by"
              + " client_id, tag_id",
          "select row(client_id, field_id, text_value)::text from client_value where"
              + " organization_id = ? order by client_id, field_id",
          "select row(word, client_id)::text from client_word where organization_id = ? order by"
              + " word, client_id");

  private TestedDatabase database;
  private final ClientMerge merge = new ClientMerge();

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    merge.merges = new Merges();
    merge.merges.sql = database.sql();
    merge.profiles = TestedCards.profiles(database);
    twoCards();
  }

  @Test
  void cards_that_share_a_phone_are_found_and_the_one_with_more_behind_it_comes_first() {
    var found = database.within(() -> merge.duplicates());
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().value()).isEqualTo("996555000001");
    assertThat(found.getFirst().cards()).extracting(Duplicates.Card::id).containsExactly(10L, 20L);
  }

  @Test
  void the_preview_says_what_becomes_of_both() {
    var preview = database.within(() -> merge.preview(10, 20)).orElseThrow();
    assertThat(preview.rows())
        .extracting(MergePreview.Row::field, MergePreview.Row::becomes)
        .contains(tuple("name", "Анна"), tuple("email", "anna@mail.com"));
    assertThat(preview.conversations()).isEqualTo(1);
    assertThat(preview.closing()).isEqualTo(1);
    assertThat(database.within(() -> merge.preview(10, 10))).isEmpty();
    assertThat(database.within(() -> merge.preview(10, 999))).isEmpty();
  }

  @Test
  void the_preview_says_which_tags_and_own_fields_the_survivor_will_have_and_what_is_lost()
      throws SQLException {
    database.write(
        "insert into custom_field (organization_id, id, name, type, archived) values (?, 3, 'f3',"
            + " 'TEXT', true), ('%s', 4, 'f4', 'FLAG', false)".formatted(database.organization()));
    database.write(
        "insert into client_value (organization_id, client_id, field_id, text_value) values (?, 20, 3,"
            + " 'archived')");
    database.write(
        "insert into custom_field (organization_id, id, name, type) values (?, 5, 'f5', 'NUMBER')");
    database.write(
        "insert into client_value (organization_id, client_id, field_id, number_value) select ?, c,"
            + " 5, n from (values (10, 5), (20, 5.0)) as x (c, n)");
    var preview = database.within(() -> merge.preview(10, 20)).orElseThrow();
    assertThat(preview.own())
        .extracting(
            MergePreview.Row::field, row -> row.becomes().plain(), MergePreview.Row::isLosing)
        .containsExactly(
            tuple("f1", "мой", true), tuple("f2", "его", false), tuple("f5", "5", false));
    assertThat(preview.tags().survivor()).containsExactly("t1");
    assertThat(preview.tags().loser()).containsExactly("t1", "t2");
    assertThat(preview.tags().becomes()).containsExactly("t1", "t2");
    assertThat(preview.rows())
        .filteredOn(MergePreview.Row::isLosing)
        .extracting(MergePreview.Row::loser)
        .as("the same phone is not lost")
        .containsExactly("Аннушка");
    var turned = database.within(() -> merge.preview(20, 10)).orElseThrow();
    assertThat(turned.own().getFirst().becomes().plain()).isEqualTo("чужой");
  }

  @Test
  void everything_belongs_to_the_survivor() throws SQLException {
    database.doing(() -> merge.merge(10, 20, ADMIN));
    for (var table : List.of("client_identity", "conversation", "deal", "client_note")) {
      assertThat(
              database.look(
                  "select distinct client_id from %s where organization_id = ?".formatted(table)))
          .as(table)
          .containsExactly("10");
    }
    assertThat(
            database.look(
                "select tag_id from client_tag where organization_id = ? and client_id = 10 order"
                    + " by 1"))
        .containsExactly("1", "2");
    assertThat(
            database.look(
                "select text_value from client_value where organization_id = ? and client_id = 10"
                    + " order by field_id"))
        .containsExactly("мой", "его");
    assertThat(database.look("select email from client where organization_id = ? and id = 10"))
        .containsExactly("anna@mail.com");
    assertThat(
            database.look(
                "select count(*) from conversation where organization_id = ? and status <>"
                    + " 'CLOSED'"))
        .as("one current conversation in a channel")
        .containsExactly("1");
    assertThat(
            database.look(
                "select client_id from client_word where organization_id = ? and word = 'аннушка'"))
        .isEmpty();
  }

  @Test
  void undone_it_is_as_if_it_had_never_been() throws SQLException {
    var before = state();
    var id = database.within(() -> merge.merge(10, 20, ADMIN));
    assertThat(state()).isNotEqualTo(before);
    database.doing(() -> merge.undo(id, ADMIN));
    assertThat(state()).isEqualTo(before);
    assertThatThrownBy(() -> database.doing(() -> merge.undo(id, ADMIN)))
        .isInstanceOf(UndoImpossible.class);
    assertThat(database.within(() -> merge.latest()))
        .singleElement()
        .satisfies(one -> assertThat(one.undone()).isTrue());
  }

  @Test
  void what_was_typed_after_the_merge_outlives_its_undoing() throws SQLException {
    var id = database.within(() -> merge.merge(10, 20, ADMIN));
    database.write(
        "update client set email = 'new@mail.com' where organization_id = ? and id = 10");
    database.conversation(77, 10, "CLOSED");
    database.doing(() -> merge.undo(id, ADMIN));
    assertThat(database.look("select email from client where organization_id = ? and id = 10"))
        .containsExactly("new@mail.com");
    assertThat(
            database.look(
                "select client_id from conversation where organization_id = ? and id = 77"))
        .containsExactly("10");
  }

  @Test
  void merges_are_undone_in_the_reverse_order_only() throws SQLException {
    database.client(30, "Анна К", null);
    var before = state();
    var first = database.within(() -> merge.merge(10, 20, ADMIN));
    var second = database.within(() -> merge.merge(30, 10, ADMIN));
    assertThat(
            database.look(
                "select merged_into_id from client where organization_id = ? and id = 20"))
        .as("the old address leads to the end of the chain at once")
        .containsExactly("30");
    assertThatThrownBy(() -> database.doing(() -> merge.undo(first, ADMIN)))
        .isInstanceOf(UndoImpossible.class);
    database.doing(() -> merge.undo(second, ADMIN));
    database.doing(() -> merge.undo(first, ADMIN));
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void a_card_is_merged_once_and_never_into_itself_or_into_another_organization()
      throws SQLException {
    database.doing(() -> merge.merge(10, 20, ADMIN));
    for (long loser : List.of(20L, 10L, 999L)) {
      assertThatThrownBy(() -> database.doing(() -> merge.merge(10, loser, ADMIN)))
          .isInstanceOf(MergeImpossible.class);
    }
    var other = TestedDatabase.ofNewOrganization();
    merge.merges.sql = other.sql();
    assertThatThrownBy(() -> other.doing(() -> merge.merge(10, 20, ADMIN)))
        .isInstanceOf(MergeImpossible.class);
  }

  private void twoCards() throws SQLException {
    database.client(10, "Анна", "996555000001");
    database.client(20, "Аннушка", "996555000001");
    database.write(
        "update client set email = 'anna@mail.com' where organization_id = ? and id = 20");
    identity("996555000001@s.whatsapp.net", "JID", 10);
    identity("123@lid", "LID", 20);
    database.conversation(50, 10, "OPEN");
    database.conversation(51, 10, "CLOSED");
    database.conversation(60, 20, "OPEN");
    database.write(
        "insert into pipeline (organization_id, id, name, position) values (?, 1, 'P', 1)");
    database.write(
        "insert into stage (organization_id, id, pipeline_id, name, position) values (?, 9, 1,"
            + " 'Новый', 1)");
    database.write(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title) values (?,"
            + " 1, 20, 1, 9, 'Тур')");
    database.write(
        "insert into client_note (organization_id, id, client_id, user_id, body) values (?, 1, 20,"
            + " 1, 'x')");
    database.write(
        "insert into tag (organization_id, id, name) select ?, n, 't' || n from generate_series(1,"
            + " 2) n");
    database.write(
        "insert into client_tag (organization_id, client_id, tag_id) values (?, 10, 1), ('%s', 20, 1), ('%1$s', 20, 2)"
            .formatted(database.organization()));
    database.write(
        "insert into custom_field (organization_id, id, name, type) select ?, n, 'f' || n, 'TEXT'"
            + " from generate_series(1, 2) n");
    database.write(
        "insert into client_value (organization_id, client_id, field_id, text_value) values (?, 10, 1, 'мой'), ('%s', 20, 1, 'чужой'), ('%1$s', 20, 2, 'его')"
            .formatted(database.organization()));
  }

  private void identity(String value, String kind, long client) throws SQLException {
    database.write(
        "insert into client_identity (organization_id, channel_type, kind, value, client_id) values"
            + " (?, 'EVOLUTION', ?, ?, ?)",
        kind,
        value,
        client);
  }

  private List<String> state() throws SQLException {
    var all = new ArrayList<String>();
    for (var query : STATE) {
      all.addAll(database.look(query));
    }
    return all;
  }
}
