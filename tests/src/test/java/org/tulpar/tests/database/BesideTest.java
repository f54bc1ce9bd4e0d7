package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.client.Tag;
import org.tulpar.conversation.beside.Beside;
import org.tulpar.conversation.beside.KnownClient;
import org.tulpar.conversation.beside.OtherConversation;
import org.tulpar.conversation.desk.Desk;

/** What is known of a client beside one of her conversations, against the database as it is. */
class BesideTest {

  @RegisterExtension final Office office = new Office();
  private final Beside beside = office.get(Beside.class);
  private final Desk desk = office.get(Desk.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.conversation(1, "One").conversation(2, "Two");
  }

  @Test
  void aTagIsPutOnAndTakenOffHerAlone() {
    tag("vip");
    tag("Alps");
    office.within(() -> desk.tag(List.of(2L), "vip", Office.AIGUL));
    assertThat(tags()).containsExactly("Alps", "vip");
    assertThat(office.within(() -> desk.untag(List.of(1L), "VIP", Office.BAKYT)))
        .containsExactly(1L);
    assertThat(tags()).containsExactly("Alps");
    assertThat(office.within(() -> beside.client(2)).tags())
        .extracting(Tag::name)
        .containsExactly("vip");
    assertThat(
            office.texts(
                "select user_id || ' ' || (data ->> 'tag') from audit_event where type = 'client.untagged'"))
        .containsExactly("2 VIP");
  }

  @Test
  void aTagThatIsOnNobodyAnyMoreIsGone() {
    tag("vip");
    assertThat(office.within(() -> desk.untag(List.of(1L), "vip", Office.AIGUL))).hasSize(1);
    assertThat(office.texts("select name from tag")).isEmpty();
    assertThat(office.within(() -> desk.untag(List.of(1L), "vip", Office.AIGUL))).isEmpty();
  }

  @Test
  void theLatestNoteIsShownAndNobodyElses() throws SQLException {
    assertThat(office.within(() -> beside.client(1)).note()).isNull();
    note(1, 1, "older", 2);
    note(2, 1, "latest", 1);
    note(3, 2, "of another", 0);
    assertThat(office.within(() -> beside.client(1)).note())
        .extracting(KnownClient.Note::person, KnownClient.Note::text)
        .containsExactly("Bakyt", "latest");
  }

  @Test
  void herOtherConversationsAreTheLatestThree() throws SQLException {
    for (int id = 11; id <= 14; id++) {
      office.change(
          "insert into conversation (organization_id, id, client_id, channel_id, address, status, last_message_at, last_message_text)"
              + " values (:o, %1$d, 1, :o, 'a1', 'CLOSED', now() - interval '%1$d days', 'said %1$d')"
                  .formatted(id));
    }
    assertThat(office.within(() -> beside.others(1)))
        .extracting(OtherConversation::id, OtherConversation::last)
        .containsExactly(tuple(11L, "said 11"), tuple(12L, "said 12"), tuple(13L, "said 13"));
    assertThat(office.within(() -> beside.others(12)))
        .extracting(OtherConversation::id)
        .containsExactly(1L, 11L, 13L);
    assertThat(office.within(() -> beside.others(2))).isEmpty();
  }

  private void tag(String name) {
    office.within(() -> desk.tag(List.of(1L), name, Office.AIGUL));
  }

  private List<String> tags() {
    return office.within(() -> beside.client(1)).tags().stream().map(Tag::name).toList();
  }

  private void note(long id, long client, String text, int daysAgo) throws SQLException {
    office.change(
        "insert into client_note (organization_id, id, client_id, user_id, body, created_at)"
            + " values (:o, %d, %d, 2, '%s', now() - interval '%d days')"
                .formatted(id, client, text, daysAgo));
  }
}
