package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** Going through a page by keys, and seeing where one is all the time. */
final class Keyboard {

  static final int MOST_STEPS = 80;
  private static final int ALT = 1;

  /** A ring around what has the focus, or around the frame that stands for it. */
  private static final String SEEN =
      """
      () => {
        for (let at = document.activeElement; at && at !== document.body; at = at.parentElement) {
          const style = getComputedStyle(at);
          if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none') return true;
          if (at.matches('form, nav, header, .pane')) return false;
        }
        return false;
      }""";

  private Keyboard() {}

  static void walksTo(Page page, String target) {
    for (int i = 0; i < MOST_STEPS && !focused(page.locator(target + ":focus")); i++) {
      page.keyboard().press("Tab");
      seen(page);
    }
    assertThat(page.locator(target + ":focus")).hasCount(1);
  }

  static boolean focused(Locator what) {
    return what.count() > 0 && (boolean) what.evaluate("one => one === document.activeElement");
  }

  static void seen(Page page) {
    assertThat((boolean) page.evaluate(SEEN))
        .as("the focus is seen on %s", page.evaluate("document.activeElement.outerHTML"))
        .isTrue();
  }

  /** As a keyboard does that writes Russian letters: the place of the key is the same. */
  static void pressesRussian(Page page, String code, String letter) {
    var keyboard = page.context().newCDPSession(page);
    for (var way : List.of("rawKeyDown", "keyUp")) {
      var key = new JsonObject();
      key.addProperty("type", way);
      key.addProperty("modifiers", ALT);
      key.addProperty("code", code);
      key.addProperty("key", letter);
      keyboard.send("Input.dispatchKeyEvent", key);
    }
    keyboard.detach();
  }
}
