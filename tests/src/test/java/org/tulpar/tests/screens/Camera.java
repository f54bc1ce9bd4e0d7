package org.tulpar.tests.screens;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Takes pictures of what fits on the screen, small enough for the tree; a page that is wider than
 * the screen is told.
 */
final class Camera {

  private static final int QUALITY = 62;

  private final Path folder;

  Camera(Path folder) {
    this.folder = folder;
  }

  /** Returns by how many pixels the page is wider than the screen; 0 is right. */
  int take(BrowserContext context, Page page, String name) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    var parameters = new JsonObject();
    parameters.addProperty("format", "webp");
    parameters.addProperty("quality", QUALITY);
    var session = context.newCDPSession(page);
    var picture = session.send("Page.captureScreenshot", parameters).get("data").getAsString();
    session.detach();
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name + ".webp"), Base64.getDecoder().decode(picture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
  }
}
