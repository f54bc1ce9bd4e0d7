package org.tulpar.tests.screens;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One page and how it is reached.
 *
 * @param name of its pictures
 * @param path its address
 * @param links what is pressed from there, one after the other, as selectors
 * @param shown what is there then, a selector; null: another page
 */
record Shot(String name, String path, List<String> links, String shown) {

  private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]+");

  static Shot of(String path) {
    return of(SIGNS.matcher(path.substring(1)).replaceAll("-"), path);
  }

  static Shot of(String name, String path) {
    return new Shot(name, path, List.of(), null);
  }

  /** Another page, behind links. */
  static Shot behind(String name, String path, String... links) {
    return new Shot(name, path, List.of(links), null);
  }

  /** The same page with something on it that has to be called. */
  static Shot showing(String name, String path, String link, String shown) {
    return new Shot(name, path, List.of(link), shown);
  }
}
