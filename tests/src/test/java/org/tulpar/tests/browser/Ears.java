package org.tulpar.tests.browser;

import com.microsoft.playwright.Page;

/** Hears the tones and the browser's own notices of a page that nobody may be looking at. */
final class Ears {

  /** Set before the page runs: what sounds is counted, what the browser would show is kept. */
  static final String SCRIPT =
      """
      window.heard = { tones: 0, notices: [], away: false, refuses: false };
      window.AudioContext = class {
        constructor() { this.state = 'running'; this.currentTime = 0; this.destination = {}; }
        createOscillator() { const one = { frequency: {}, connect: g => g, start: () => window.heard.tones++, stop: () => {} }; return one; }
        createGain() { return { gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: d => d }; }
        close() {}
      };
      window.Notification = class {
        static permission = 'granted';
        constructor(title, options) { if (window.heard.refuses) throw new TypeError('Illegal constructor'); window.heard.notices.push(title + ': ' + options.body); }
        close() {}
      };
      Object.defineProperty(document, 'visibilityState', { get: () => window.heard.away ? 'hidden' : 'visible' });
      """;

  private Ears() {}

  /** Nothing of what the page said before counts. */
  static void opens(Page page) {
    page.evaluate("() => { heard.tones = 0; heard.notices.length = 0; }");
  }

  static int tones(Page page) {
    return (int) page.evaluate("heard.tones");
  }

  static void looksAway(Page page) {
    page.evaluate("() => { heard.away = true; }");
  }

  /** As browsers of phones do that have given the right to it. */
  static void refusesNotices(Page page) {
    page.evaluate("() => { heard.refuses = true; }");
  }

  static void hears(Page page, String notice) {
    page.waitForFunction(
        "notice => heard.notices.some(one => one.startsWith(notice))",
        notice,
        new Page.WaitForFunctionOptions().setTimeout(Journey.SOON.toMillis()));
  }
}
