package org.tulpar.tests.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What keeps a person from using a page: the serious and critical violations of WCAG 2.2 AA. */
final class Accessibility {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private Accessibility() {}

  /**
   * One sentence for each element that violates a rule.
   *
   * @param where how the page is called in them
   */
  static List<String> violations(Page page, String where) {
    return new AxeBuilder(page)
        .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .flatMap(rule -> told(rule, where))
            .toList();
  }

  private static Stream<String> told(Rule rule, String where) {
    return rule.getNodes().stream()
        .map(
            node ->
                "%s: %s (%s): %s%n  %s%n  %s"
                    .formatted(
                        where,
                        rule.getId(),
                        rule.getImpact(),
                        node.getTarget(),
                        node.getHtml(),
                        node.getFailureSummary().replace("\n", " ")));
  }
}
