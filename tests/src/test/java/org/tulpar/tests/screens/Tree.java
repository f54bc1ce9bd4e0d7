package org.tulpar.tests.screens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All pages that there are, read from the tree; and what is reached from them only. */
final class Tree {

  /** Pictures of these need another person, or a choice that was made before. */
  private static final Set<String> ELSEWHERE =
      Set.of("/login", "/console", "/password", "/inbox", "/client-merge", "/company-merge");

  private Tree() {}

  static List<Shot> ofAnAdministrator() {
    var all = new ArrayList<Shot>();
    all.add(new Shot("inbox", "/inbox?tab=ALL", null, null));
    all.add(new Shot("thread", "/inbox?tab=ALL", "#rows a.conv", "#flow article.msg"));
    pages().stream().filter(path -> !ELSEWHERE.contains(path)).map(Shot::of).forEach(all::add);
    all.add(new Shot("client", "/clients", "table.clients tbody a", null));
    all.add(new Shot("company", "/companies", "table.clients tbody a.who", null));
    all.add(new Shot("product", "/products", "table.clients tbody a", null));
    all.add(new Shot("partner", "/partners", "table.clients tbody a", null));
    all.add(new Shot("order-new", "/orders/new", null, null));
    all.add(new Shot("not-found", "/there-is-no-such-page", null, null));
    return all;
  }

  /** The folder of a page is not part of its address: web.xml, FACES_VIEWS_SCAN_PATHS. */
  private static List<String> pages() {
    var root = Path.of("../web/src/main/webapp");
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".xhtml"))
          .map(root::relativize)
          .filter(file -> !file.startsWith("WEB-INF") && file.getNameCount() > 1)
          .map(file -> "/" + file.subpath(1, file.getNameCount()))
          .map(file -> file.substring(0, file.length() - ".xhtml".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
