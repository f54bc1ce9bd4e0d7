package org.tulpar.agent;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tulpar.agent.ReplyRule.Kind;

/** Keeps what the bot of the organization in scope says without asking a model. */
@Stateless
public class ReplyRules {

  private static final int MOST = 100;
  private static final int MOST_WORDS = 50;
  private static final int LONGEST_WORD = 80;
  private static final int LONGEST_ANSWER = 4000;
  private static final Set<Kind> BY_WORD = EnumSet.of(Kind.GREETING, Kind.KEYWORD);

  @Inject private ReplyRuleRows rows;

  /**
   * Puts these in the place of all of before; of several that fit the first one answers.
   *
   * @throws RuleRefused when they are too many, or one has no answer, or none of the words by which
   *     it would fit
   */
  public void replace(List<ReplyRule> rules) {
    require(rules.size() <= MOST, "many");
    rules.forEach(ReplyRules::check);
    rows.replace(rules);
  }

  private static void check(ReplyRule rule) {
    require(!rule.template().isBlank() && rule.template().length() <= LONGEST_ANSWER, "answer");
    require(!BY_WORD.contains(rule.kind()) || !rule.keywords().isEmpty(), "words");
    require(
        rule.keywords().size() <= MOST_WORDS
            && rule.keywords().stream()
                .allMatch(word -> !word.isBlank() && word.length() <= LONGEST_WORD),
        "words");
  }

  private static void require(boolean holds, String reason) {
    if (!holds) {
      throw new RuleRefused(reason);
    }
  }
}
