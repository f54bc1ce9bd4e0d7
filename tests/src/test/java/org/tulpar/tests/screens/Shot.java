package org.tulpar.tests.screens;

import java.util.regex.Pattern;

/**
 * One page and how it is reached.
 *
 * @param name of its pictures
 * @param path its address
 * @param link what is followed from there, a selector, or null
 * @param shown what is there then, a selector; null: another page
 */
record Shot(String name, String path, String link, String shown) {

  private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]+");

  static Shot of(String path) {
    return new Shot(SIGNS.matcher(path.substring(1)).replaceAll("-"), path, null, null);
  }
}
