package org.tulpar.bench.large;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A manager in front of a real browser, with one conversation open. The page itself takes the
 * times: of a key until the frame after it was painted, and of a message until its bubble is there.
 */
final class Desk implements AutoCloseable {

  private static final List<Path> PROGRAMS =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  /** Runs in the page; a frame has been painted when the task after its callback begins. */
  private static final String WATCH =
      """
      () => {
        window.keys = []; window.bubbles = {};
        document.getElementById('reply').addEventListener('keydown', e => requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => window.keys.push(performance.now() - e.timeStamp);
          painted.port2.postMessage(null);
        }));
        new MutationObserver(() => {
          for (const word of document.getElementById('flow').textContent.match(/large-\\d+-/g) || [])
            if (!(word in window.bubbles)) window.bubbles[word] = Date.now();
        }).observe(document.getElementById('flow'), { childList: true, subtree: true });
      }\
      """;

  /**
   * What came of typing.
   *
   * @param millis from each key to its frame, sorted
   * @param whole whether every letter lay in the reply at the end
   */
  record Keys(double[] millis, boolean whole) {}

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser;
  private final Page page;

  Desk(String url) throws IOException {
    var program =
        PROGRAMS.stream()
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new IOException("no Chromium: apt-get install chromium"));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    page =
        browser.newPage(
            new Browser.NewPageOptions().setBaseURL(url).setViewportSize(WIDTH, HEIGHT));
  }

  void opens(long conversation, String login, String password) {
    page.navigate("/inbox/" + conversation + "?tab=ALL");
    page.fill("#user", login);
    page.fill("#password", password);
    page.click("#submit");
    page.waitForSelector("#flow article.msg");
    page.waitForLoadState();
    page.evaluate(WATCH);
  }

  /** Types into the reply, and takes it out again. */
  Keys types(String text, Duration pause) {
    page.evaluate("() => { window.keys = []; }");
    page.fill("#reply", ""); // without the draft that may lie there
    page.focus("#reply");
    page.keyboard().type(text, new Keyboard.TypeOptions().setDelay(pause.toMillis()));
    var typed = page.inputValue("#reply");
    if (!typed.equals(text)) {
      System.out.printf("typed: %s%nbut there is: %s%n", text, typed);
    }
    page.fill("#reply", "");
    var keys = (List<?>) page.evaluate("() => window.keys");
    return new Keys(
        keys.stream().mapToDouble(key -> ((Number) key).doubleValue()).sorted().toArray(),
        typed.equals(text));
  }

  /** When the bubble with that word was there, in ms since 1970; waits for it. */
  long shows(String word) {
    page.waitForFunction("word => word in window.bubbles", word);
    return ((Number) page.evaluate("word => window.bubbles[word]", word)).longValue();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
