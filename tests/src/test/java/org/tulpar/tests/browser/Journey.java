package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.OnTheServer;
import org.tulpar.tests.server.ServerLog;

/**
 * A story of people in front of the running server. It fails by whatever a page complains about and
 * by every grave violation of accessibility on a page that was looked at, or by a request that the
 * server took for a forged one, and it leaves the people as it found them: others tell theirs after
 * it.
 */
@ExtendWith({OnTheServer.class, Journey.Opening.class, Journey.Failure.class})
abstract class Journey {

  static final Duration SOON = Duration.ofSeconds(20);

  private static Chromium chromium;
  private static Demo demo;

  private final ServerLog log = new ServerLog();
  private final List<BrowserContext> windows = new ArrayList<>();
  private final Deque<Runnable> undoing = new ArrayDeque<>();
  private final List<String> violations = new ArrayList<>();
  private final List<String> allowed = new ArrayList<>();

  @AfterEach
  void leave() {
    undoing.forEach(Runnable::run);
    windows.forEach(BrowserContext::close);
    var complaints = List.copyOf(chromium.complaints());
    chromium.complaints().clear();
    assertThat(complaints).filteredOn(one -> allowed.stream().noneMatch(one::contains)).isEmpty();
    assertThat(violations).isEmpty();
    assertThat(log.linesWith("CSP nonce mismatch")).as("posts without the page's nonce").isEmpty();
  }

  static Demo demo() {
    return demo;
  }

  static String url(String path) {
    return demo.url() + path;
  }

  /** Runs when the story is over, however it ends; the last wish first. */
  final void afterwards(Runnable wish) {
    undoing.push(wish);
  }

  /** What a page says against itself in this story, and rightly. */
  final void allows(String complaint) {
    allowed.add(complaint);
  }

  final BrowserContext window(Look look) {
    var window = chromium.window(look);
    windows.add(window);
    return window;
  }

  /** Somebody of the first organization comes in and stands on the page she asked for. */
  final Page signedIn(String role, String path, Look look) {
    return signedIn(demo.first().user(role), path, look);
  }

  final Page signedIn(Demo.Account person, String path, Look look) {
    var page = window(look).newPage();
    page.navigate(url(path));
    assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    enters(page, person);
    page.waitForURL(address -> address.startsWith(url(path.replaceFirst("[?].*", ""))));
    page.mouse().move(0, 0); // off what lies where the button was
    speaks(page, look.tongue());
    return page;
  }

  /** The administrator of an organization that this story has for itself, at her desk. */
  final Page admin(Newcomers newcomers, String path) {
    return admin(newcomers, path, Look.DESK);
  }

  final Page admin(Newcomers newcomers, String path, Look look) {
    var like = demo.first().user("ORG_ADMIN");
    return signedIn(newcomers.person("ORG_ADMIN", "Нурзат", like), path, look);
  }

  /** Another page of the same person, as it is read once. */
  static Page beside(Page first, String path) {
    var page = first.context().newPage();
    page.navigate(url(path));
    page.waitForLoadState();
    page.evaluate("window.sameDocument = true");
    return page;
  }

  static void enters(Page page, Demo.Account person) {
    page.fill("#user", person.login());
    page.fill("#password", person.password());
    page.click("#submit");
  }

  /** The choice is the person's, not the window's: it is taken back when the story is over. */
  final void speaks(Page page, String language) {
    var before = page.locator("html").getAttribute("lang");
    if (before.equals(language)) {
      return;
    }
    afterwards(() -> prefers(page, before));
    prefers(page, language);
    page.reload();
    assertThat(page.locator("html")).hasAttribute("lang", language);
  }

  static void prefers(Page page, String language) {
    var form = RequestOptions.create().setForm(FormData.create().set("language", language));
    var answer = page.context().request().post(url("/preferences"), form);
    assertThat(answer.ok()).as("the language is changed: %s", answer.status()).isTrue();
  }

  /**
   * Looks whether everybody could use the page.
   *
   * @param name of the picture that is taken where somebody could not
   */
  final void looksAt(Page page, String name) {
    page.waitForLoadState();
    var found = Accessibility.violations(page, name);
    if (!found.isEmpty()) {
      Chromium.picture(page, name);
      violations.addAll(found);
    }
  }

  /** Does what makes the browser read the page anew, and waits until it has. */
  static void readAnew(Page page, Runnable act) {
    page.evaluate("window.sameDocument = true");
    act.run();
    page.waitForFunction("() => !window.sameDocument && document.readyState === 'complete'");
  }

  static void shown(Locator what) {
    assertThat(what)
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis()));
  }

  /** How many there are, soon. */
  static void counts(Locator what, int number) {
    assertThat(what)
        .hasCount(number, new LocatorAssertions.HasCountOptions().setTimeout(SOON.toMillis()));
  }

  /** One browser for all stories: it is started for the first and ended after the last. */
  static final class Opening implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
      chromium =
          context
              .getRoot()
              .getStore(ExtensionContext.Namespace.GLOBAL)
              .computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
      PlaywrightAssertions.setDefaultAssertionTimeout(SOON.toMillis());
      demo = Demo.read();
    }
  }

  /** Says with the failure what stood on every page of the story, and keeps their pictures. */
  static final class Failure implements TestExecutionExceptionHandler {

    /** What a person would read first, and where her cursor is. */
    private static final String READ =
        """
        () => [...document.querySelectorAll('dialog[open], .toast, .banner, [role=alert], #sheet .field.bad')]
          .filter(one => one.checkVisibility()).map(one => one.innerText.replace(/\\s+/g, ' ').trim())
          .concat('cursor in ' + document.activeElement?.outerHTML.slice(0, 80).replace(/\\s+/g, ' '))
          .join(' | ')
        """;

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
      if (failure instanceof TestAbortedException aborted) {
        throw aborted;
      }
      var name = "failed-" + context.getRequiredTestMethod().getName();
      var pages =
          ((Journey) context.getRequiredTestInstance())
              .windows.stream().flatMap(window -> window.pages().stream()).toList();
      var words = new StringJoiner("\n", failure.getMessage() + "\n", "");
      for (var page : pages) {
        try {
          Chromium.picture(page, name + "-" + page.hashCode());
          words.add(page.url() + " shows: " + page.evaluate(READ));
        } catch (PlaywrightException e) {
          failure.addSuppressed(e); // it was about to become another page
        }
      }
      chromium.complaints().forEach(complaint -> words.add("complained: " + complaint));
      var told = new AssertionError(words.toString(), failure);
      told.setStackTrace(failure.getStackTrace());
      throw told;
    }
  }
}
