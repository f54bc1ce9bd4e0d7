package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.conversation.notice.Notice;
import org.tulpar.conversation.notice.NoticeBoard;
import org.tulpar.conversation.notice.NoticeKind;
import org.tulpar.dialogue.sweep.DueFollowUps;
import org.tulpar.tenant.OrganizationId;

/** Who is served when one organization has planned much, against the database as it is. */
@Timeout(60)
class FollowUpClaimsTest {

  @RegisterExtension final Planning busy = new Planning();
  @RegisterExtension final Planning quiet = new Planning();

  /** Nobody else is waiting; the quiet one's hour is over after all of theirs. */
  @BeforeEach
  void plan() throws SQLException {
    quiet.office.change("delete from follow_up_due");
    quiet.planned("Still interested?");
    quiet.due();
    busy.office.change(
        "with f as (insert into follow_up (organization_id, conversation_id, user_id, body, language, due_at, only_if_silent, idempotency_key)"
            + " select :o, 1, 1, 'n', 'ru', now() - interval '1 hour', true, gen_random_uuid() from generate_series(1, 1500) returning organization_id, id, due_at)"
            + " insert into follow_up_due (organization_id, follow_up_id, due_at) select organization_id, id, due_at from f");
  }

  @Test
  void aLongListOfOneOrganizationKeepsNoOthersWaiting() throws SQLException {
    var organizations = claimed(16);
    assertThat(organizations).contains(quiet.office.organization());
    assertThat(organizations).filteredOn(busy.office.organization()::equals).hasSize(4);
  }

  @Test
  void whereOneHandIsFreeTheyTakeTurns() throws SQLException {
    assertThat(claimed(1)).containsExactly(busy.office.organization());
    assertThat(claimed(1)).containsExactly(quiet.office.organization());
    assertThat(claimed(1)).containsExactly(busy.office.organization());
  }

  @Test
  void whatWasPlannedFirstAndFailsLastIsToldToo() throws SQLException {
    long first = quiet.planned("first");
    long last = quiet.planned("last");
    quiet.office.change("update channel set removed_at = now() where organization_id = :o");
    quiet.send(last, 1);
    var told = unsent();
    quiet.send(first, 1);
    assertThat(unsent()).hasSize(1).doesNotContainAnyElementsOf(told);
  }

  private List<OrganizationId> claimed(int most) throws SQLException {
    return busy.claimed(most, 4).stream().map(DueFollowUps.Claimed::organization).toList();
  }

  private List<String> unsent() {
    var office = quiet.office;
    return office
        .within(() -> office.get(NoticeBoard.class).among(List.of(1L), Office.AIGUL))
        .stream()
        .filter(one -> one.kind() == NoticeKind.UNSENT)
        .map(Notice::key)
        .toList();
  }
}
