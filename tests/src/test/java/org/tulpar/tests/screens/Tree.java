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
      Set.of("/login", "/password", "/second-step", "/inbox", "/client-merge", "/company-merge");

  private static final String CONSOLE = "/console";

  private static final String ROW = "table.clients tbody a";

  /** A deal of somebody who has written. */
  private static final String SPOKEN = "a.deal[data-conversation]:not([data-conversation=''])";

  static final Shot INBOX = Shot.of("inbox", "/inbox?tab=ALL");
  static final Shot THREAD =
      Shot.showing("thread", "/inbox?tab=ALL", "#rows a.conv", "#flow article.msg");

  private Tree() {}

  static List<Shot> ofAnAdministrator() {
    var all = new ArrayList<Shot>();
    all.add(INBOX);
    all.add(THREAD);
    pages().stream()
        .filter(path -> !ELSEWHERE.contains(path) && !path.startsWith(CONSOLE))
        .map(Shot::of)
        .forEach(all::add);
    all.add(Shot.behind("client", "/clients", ROW));
    all.add(Shot.behind("client-merge", "/clients", ROW, "a[href*='client-merge']"));
    all.add(Shot.behind("company", "/companies", ROW));
    all.add(Shot.behind("company-merge", "/companies", ROW, "a[href*='company-merge']"));
    all.add(Shot.behind("product", "/products", ROW));
    all.add(Shot.behind("partner", "/partners", ROW));
    all.add(Shot.showing("deal", "/deals", SPOKEN, "#flow article.msg"));
    all.add(Shot.showing("deal-new", "/deals", ".col header [data-act=new]", "#create[open]"));
    all.add(Shot.behind("order", "/orders", "table.orders tbody a.who"));
    all.add(Shot.of("order-new", "/orders/new"));
    all.add(Shot.of("client-new", "/clients/new"));
    all.add(Shot.of("company-new", "/companies/new"));
    all.add(Shot.of("product-new", "/products/new"));
    all.add(Shot.of("not-allowed", CONSOLE));
    all.add(Shot.of("not-found", "/there-is-no-such-page"));
    return all;
  }

  static List<Shot> ofASuperAdmin() {
    return pages().stream().filter(path -> path.startsWith(CONSOLE)).map(Shot::of).toList();
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
