package org.tulpar.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What no compiler sees in a page. */
class PagesTest {

  private static final Path PAGES = Path.of("src/main/webapp");

  /** The expression language keeps these for itself: a loop that uses one shows something else. */
  private static final Pattern TAKEN =
      Pattern.compile(
          "\\svar=\"(view|request|session|application|cookie|header|param|flash|resource|component|cc)\"");

  private static final Pattern REMEMBERED =
      Pattern.compile("<form(?![^>]*\\sautocomplete=\"off\")[^>]*\\sid=\"(filters?|find)\"");

  private static final Pattern NAMED = Pattern.compile("@Named\\(\"(\\w+)\"\\)");

  @Test
  void noLoopUsesANameOfTheExpressionLanguage() throws IOException {
    assertThat(pagesWith(TAKEN)).isEmpty();
  }

  /** A bean is found before what a loop calls by the same name. */
  @Test
  void noLoopUsesTheNameOfABean() throws IOException {
    var beans = beans();
    assertThat(beans).contains("inbox", "look");
    var taken = Pattern.compile("\\b(var|varStatus)=\"(" + String.join("|", beans) + ")\"");
    assertThat(pagesWith(taken)).isEmpty();
  }

  /**
   * PrimeFaces refuses what comes without its nonce. Its own script adds it, but only when the page
   * is ready: what is asked for sooner comes without.
   */
  @Test
  void everyFormSendsTheNonce() throws IOException {
    assertThat(pages(page -> forms(page) > nonces(page))).isEmpty();
  }

  /** Whoever comes back finds what the address says, and not what her browser remembers. */
  @Test
  void noFilterIsFilledByTheBrowser() throws IOException {
    assertThat(pagesWith(REMEMBERED)).isEmpty();
    assertThat(REMEMBERED.matcher("<form method=\"get\" id=\"filters\">").find()).isTrue();
  }

  @Test
  void aNameThatIsTakenIsFound() {
    assertThat(TAKEN.matcher("<ui:repeat value=\"#{x}\" var=\"view\">").find()).isTrue();
  }

  private static List<String> beans() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      var found = new ArrayList<String>();
      for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        NAMED
            .matcher(Files.readString(file))
            .results()
            .map(hit -> hit.group(1))
            .forEach(found::add);
      }
      return found;
    }
  }

  private static long forms(String page) {
    return Pattern.compile("<h:form\\b").matcher(page).results().count();
  }

  private static long nonces(String page) {
    return Pattern.compile("name=\"primefaces\\.nonce\"").matcher(page).results().count();
  }

  private static List<String> pagesWith(Pattern wrong) throws IOException {
    return pages(page -> wrong.matcher(page).find());
  }

  private static List<String> pages(Predicate<String> wrong) throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(PAGES)) {
      for (var page : files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
        if (wrong.test(Files.readString(page))) {
          found.add(page.toString());
        }
      }
    }
    return found;
  }
}
