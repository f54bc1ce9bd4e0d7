package org.tulpar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tulpar.agent.AgentDecision.HandOver;
import org.tulpar.agent.AgentDecision.Reply;
import org.tulpar.agent.AgentDecision.StaySilent;
import org.tulpar.agent.LanguageModel.Line;
import org.tulpar.agent.LanguageModel.Speaker;
import org.tulpar.agent.ReplyRule.Kind;
import org.tulpar.conversation.hours.WorkingHours;
import org.tulpar.conversation.provenance.Provenance;

class RuleBookTest {

  /** A Saturday, 15:00 in Bishkek. */
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  private static final ReplyRule GREETING =
      new ReplyRule(
          Kind.GREETING, List.of("здравствуйте", "hello"), "Здравствуйте, {name}!", false);
  private static final ReplyRule CLOSED =
      new ReplyRule(Kind.OUT_OF_HOURS, List.of(), "Мы закрыты", false);
  private static final ReplyRule HUMAN =
      new ReplyRule(Kind.KEYWORD, List.of("менеджер"), "Зову человека", true);

  @Test
  void greets_whoever_only_greets() {
    assertThat(decide("Здравствуйте!!", GREETING))
        .contains(
            new Reply("Здравствуйте, Айгерим!", new Provenance.Rule("GREETING", "здравствуйте")));
    assertThat(decide("Здравствуйте, сколько стоит?", GREETING)).isEmpty();
  }

  @Test
  void hands_over_on_the_keyword_anywhere() {
    assertThat(decide("позовите МЕНЕДЖЕРА", HUMAN))
        .contains(
            new HandOver(
                "Зову человека", new Provenance.Rule("KEYWORD", "менеджер"), Handovers.KEYWORD));
  }

  @Test
  void takes_the_first_rule_that_fits() {
    assertThat(decide("здравствуйте менеджер", GREETING, HUMAN)).containsInstanceOf(HandOver.class);
  }

  @Test
  void says_once_that_it_is_closed_and_then_stays_silent() {
    var night =
        playbook(new WorkingHours(Map.of(DayOfWeek.MONDAY, hours("09:00", "18:00"))), CLOSED);
    assertThat(RuleBook.decide(night, question("есть кто?"), NOW))
        .contains(new Reply("Мы закрыты", new Provenance.Rule("OUT_OF_HOURS", null)));
    var again = question("есть кто?", new Line(Speaker.US, "Мы закрыты"));
    assertThat(RuleBook.decide(night, again, NOW)).containsInstanceOf(StaySilent.class);
  }

  @Test
  void is_open_in_the_organizations_own_time() {
    var open =
        playbook(new WorkingHours(Map.of(DayOfWeek.SATURDAY, hours("15:00", "15:01"))), CLOSED);
    assertThat(RuleBook.decide(open, question("есть кто?"), NOW)).isEmpty();
  }

  private static java.util.Optional<AgentDecision> decide(String text, ReplyRule... rules) {
    return RuleBook.decide(playbook(new WorkingHours(Map.of()), rules), question(text), NOW);
  }

  private static Playbook playbook(WorkingHours hours, ReplyRule... rules) {
    return new Playbook(ZoneId.of("Asia/Bishkek"), List.of(rules), hours, null);
  }

  private static Question question(String text, Line... before) {
    return new Question("Айгерим", text, List.of(before));
  }

  private static WorkingHours.Hours hours(String opens, String closes) {
    return new WorkingHours.Hours(LocalTime.parse(opens), LocalTime.parse(closes));
  }
}
