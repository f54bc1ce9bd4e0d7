package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.conversation.team.Colleague;
import org.tulpar.conversation.team.Team;
import org.tulpar.conversation.team.TeamRefused;
import org.tulpar.conversation.team.Teams;

/** Teams and who is in them, against the database as it is. */
class TeamsTest {

  private static final Colleague AIGUL = new Colleague(Office.AIGUL, "Aigul Asanova");
  private static final Colleague BAKYT = new Colleague(Office.BAKYT, "Bakyt");
  private static final long STRANGER = 77;

  @RegisterExtension final Office office = new Office();
  private final Teams teams = office.get(Teams.class);

  @Test
  void aTeamIsAddedWithItsPeople() {
    office.text("select nextval('entity_id')"); // the first number is the prepared team's
    office.run(
        () -> teams.add(" Guides ", List.of(Office.BAKYT, Office.AIGUL, STRANGER), Office.AIGUL));
    assertThat(office.within(teams::all))
        .extracting(Team::name, Team::members)
        .containsExactly(tuple("Guides", List.of(AIGUL, BAKYT)), tuple("Sales", List.of(BAKYT)));
    assertThat(events()).containsExactly("team.added");
  }

  @Test
  void itsPeopleAreThoseOfTheLastWord() {
    office.run(() -> teams.change(Office.TEAM, "Sales", List.of(Office.AIGUL), Office.AIGUL));
    assertThat(office.within(teams::all)).extracting(Team::members).containsExactly(List.of(AIGUL));
    office.run(() -> teams.change(Office.TEAM, "Sales", List.of(), Office.AIGUL));
    assertThat(office.within(teams::all)).extracting(Team::members).containsExactly(List.of());
  }

  @Test
  void whoIsSwitchedOffIsNotPutIntoATeam() throws SQLException {
    office.change("update users set active = false where organization_id = :o and id = 1");
    office.run(
        () ->
            teams.change(Office.TEAM, "Sales", List.of(Office.AIGUL, Office.BAKYT), Office.BAKYT));
    assertThat(office.within(teams::all)).extracting(Team::members).containsExactly(List.of(BAKYT));
    assertThat(office.within(() -> teams.colleagues())).containsExactly(BAKYT);
  }

  @Test
  void whoIsSwitchedOffIsOfferedWhereSheIsChosenAlready() throws SQLException {
    office.change("update users set active = false where organization_id = :o and id = 1");
    assertThat(office.within(() -> teams.colleagues(Office.AIGUL))).containsExactly(AIGUL, BAKYT);
    assertThat(office.within(() -> teams.colleagues(Office.BAKYT))).containsExactly(BAKYT);
    assertThat(office.within(() -> teams.colleagues(STRANGER))).containsExactly(BAKYT);
  }

  @Test
  void theConversationsOfARemovedTeamAreNobodysTeams() throws SQLException {
    office.conversation(1, "One");
    office.change("update conversation set team_id = 1 where organization_id = :o");
    office.run(() -> teams.remove(Office.TEAM, Office.AIGUL));
    assertThat(office.within(teams::all)).isEmpty();
    assertThat(office.text("select coalesce(team_id::text, 'none') from conversation"))
        .isEqualTo("none");
    assertThat(events()).containsExactly("team.removed");
    assertThat(office.text("select data ->> 'name' from audit_event")).isEqualTo("Sales");
  }

  @Test
  void aRemovedTeamComesBackWithItsPeopleChannelsAndOpenConversations() throws SQLException {
    office.conversation(1, "One").conversation(2, "Two").conversation(3, "Three");
    office.change("update conversation set team_id = 1 where organization_id = :o");
    office.change(
        "update conversation set status = 'CLOSED' where organization_id = :o and id = 2");
    office.change("update channel set team_id = 1 where organization_id = :o");
    long removal = office.within(() -> teams.remove(Office.TEAM, Office.AIGUL)).orElseThrow();
    assertThat(office.texts("select id from channel where team_id is not null")).isEmpty();
    office.text("select nextval('entity_id')"); // the first number is the prepared team's
    office.run(() -> teams.add("Guides", List.of(), Office.AIGUL));
    office.change(
        "update conversation set team_id = (select id from team where organization_id = :o)"
            + " where organization_id = :o and id = 3");
    office.run(() -> teams.restore(removal, Office.AIGUL));
    assertThat(office.within(teams::all))
        .filteredOn(team -> team.id() == Office.TEAM)
        .extracting(Team::name, Team::members)
        .containsExactly(tuple("Sales", List.of(BAKYT)));
    assertThat(office.texts("select id from conversation where team_id = 1")).containsExactly("1");
    assertThat(office.texts("select team_id from channel")).containsExactly("1");
    assertThat(events()).containsExactly("team.removed", "team.added", "team.restored");
    late(removal);
  }

  @Test
  void aRemovedTeamGivesWayToAnotherOfItsNameAndIsForgottenInAMonth() throws SQLException {
    long removal = office.within(() -> teams.remove(Office.TEAM, Office.AIGUL)).orElseThrow();
    assertThat(office.within(() -> teams.remove(Office.TEAM, Office.AIGUL))).isEmpty();
    office.text("select nextval('entity_id')"); // the first number is the prepared team's
    office.run(() -> teams.add("sales", List.of(), Office.AIGUL));
    late(removal);
    office.change("delete from team where organization_id = :o");
    office.change(
        "update audit_event set at = now() - interval '31 days' where organization_id = :o");
    late(removal);
    assertThat(office.within(teams::all)).isEmpty();
  }

  private void late(long removal) {
    assertThatThrownBy(() -> office.run(() -> teams.restore(removal, Office.AIGUL)))
        .isInstanceOf(TeamRefused.class)
        .hasMessage("late");
  }

  @Test
  void aNameStandsOnce() {
    refused("taken", "sALES");
    refused("name", " \u0000 ");
    refused("name_long", "x".repeat(61));
    assertThat(office.within(teams::all)).extracting(Team::name).containsExactly("Sales");
  }

  @Test
  void anotherNameKeepsItsPeopleAndIsNoOtherTeams() {
    office.text("select nextval('entity_id')"); // the first number is the prepared team's
    office.run(() -> teams.add("Guides", List.of(), Office.AIGUL));
    office.run(() -> teams.change(Office.TEAM, " SALES ", List.of(Office.BAKYT), Office.AIGUL));
    assertThat(office.within(teams::all))
        .extracting(Team::name, Team::members)
        .containsExactly(tuple("Guides", List.of()), tuple("SALES", List.of(BAKYT)));
    assertThatThrownBy(
            () -> office.run(() -> teams.change(Office.TEAM, "guides", List.of(), Office.AIGUL)))
        .isInstanceOf(TeamRefused.class)
        .hasMessage("taken");
    assertThat(events()).containsExactly("team.added", "team.changed");
  }

  @Test
  void oneThatIsNoMoreIsNotMadeAnew() {
    office.run(() -> teams.remove(Office.TEAM, Office.AIGUL));
    assertThatThrownBy(
            () -> office.run(() -> teams.change(Office.TEAM, "Sales", List.of(), Office.AIGUL)))
        .isInstanceOf(TeamRefused.class)
        .hasMessage("gone");
    assertThat(office.within(teams::all)).isEmpty();
  }

  @Test
  void thereIsAnEnd() throws SQLException {
    office.change(
        "insert into team (organization_id, id, name) select :o, i, 'Team ' || i from"
            + " generate_series(2, 50) i");
    refused("too_many", "One more");
    assertThat(office.within(teams::all)).hasSize(50);
  }

  private void refused(String reason, String name) {
    assertThatThrownBy(() -> office.run(() -> teams.add(name, List.of(), Office.AIGUL)))
        .isInstanceOf(TeamRefused.class)
        .hasMessage(reason);
  }

  private List<String> events() {
    return office.texts("select type from audit_event order by id");
  }
}
