package org.tulpar.tests.browser;

import com.microsoft.playwright.Page;

/** What jumps on a page without having been touched, as the browser itself measures it. */
final class Shifts {

  /** Far below what anybody sees; Chromium calls a page good up to 0.1. */
  static final double NONE = 0.005;

  private Shifts() {}

  /** From here on. */
  static void watches(Page page) {
    page.evaluate(
        """
        () => {
          window.shifted = [];
          new PerformanceObserver(list => list.getEntries().filter(one => !one.hadRecentInput).forEach(one =>
            window.shifted.push({ value: one.value, of: one.sources.map(s => s.node && (s.node.id || s.node.className || s.node.nodeName)) })))
            .observe({ type: 'layout-shift' });
        }""");
  }

  static double sum(Page page) {
    return ((Number)
            page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => setTimeout(() =>"
                    + " done(shifted.reduce((all, one) => all + one.value, 0)), 50)))"))
        .doubleValue();
  }

  /** Where everything of a kind stands, and how large it is. */
  static String boxes(Page page, String selector) {
    return (String)
        page.evaluate(
            "selector => JSON.stringify(Array.from(document.querySelectorAll(selector), one =>"
                + " [one.dataset.id, one.getBoundingClientRect()]))",
            selector);
  }

  /** What jumped, for whoever has to find it. */
  static String told(Page page) {
    return (String) page.evaluate("JSON.stringify(shifted)");
  }
}
