package org.tulpar.tests.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * A window whose maker's push service is the simulated one: the real one is out of reach, and a
 * window of a test is a private one, which has none.
 */
final class ClosedWindow {

  /** The subscription outlives its page, as a real one does. */
  private static final String SCRIPT =
      """
      (() => {
        const keys = %s;
        const one = {
          endpoint: keys.endpoint, options: {},
          toJSON: () => ({ endpoint: keys.endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } }),
          unsubscribe: async () => { localStorage.removeItem('pushed'); return true; }
        };
        PushManager.prototype.subscribe = async options => {
          if (!options.userVisibleOnly || options.applicationServerKey.length !== 65) throw new TypeError('no key of a server');
          localStorage.setItem('pushed', 'yes');
          return one;
        };
        PushManager.prototype.getSubscription = async () => localStorage.getItem('pushed') ? one : null;
      })()
      """;

  private static final String SHOWN =
      "navigator.serviceWorker.ready.then(w => w.getNotifications())"
          + ".then(all => all.map(n => n.title + ' | ' + n.body))";

  private ClosedWindow() {}

  static void subscribesTo(BrowserContext window, JsonNode browser) {
    window.grantPermissions(List.of("notifications"));
    window.addInitScript(SCRIPT.formatted(browser));
  }

  /** The push service wakes the worker of this site, whatever page is open. */
  static void wakes(Page anyPage, String site, String words) {
    var devtools = anyPage.context().newCDPSession(anyPage);
    var push = new JsonObject();
    push.addProperty("origin", site);
    push.addProperty("registrationId", registration(devtools, anyPage));
    push.addProperty("data", words);
    devtools.send("ServiceWorker.deliverPushMessage", push);
    devtools.detach();
  }

  private static String registration(CDPSession devtools, Page page) {
    var known = new ArrayList<String>();
    devtools.on(
        "ServiceWorker.workerRegistrationUpdated",
        event ->
            event
                .getAsJsonArray("registrations")
                .forEach(
                    one -> known.add(one.getAsJsonObject().get("registrationId").getAsString())));
    devtools.send("ServiceWorker.enable");
    page.waitForCondition(() -> !known.isEmpty());
    return known.getFirst();
  }

  /** Title and body of each notice that the browser shows. */
  @SuppressWarnings("unchecked")
  static List<String> shown(Page page) {
    return (List<String>) page.evaluate(SHOWN);
  }
}
