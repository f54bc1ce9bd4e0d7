package org.tulpar.web.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where to go after the sign-in: a path of ours, whatever the address bar asked for. */
public record NextPage(String path) {

  private static final int LONGEST = 500;

  /** The root for everything that could lead elsewhere. */
  public static NextPage of(String wanted) {
    return new NextPage(isOurs(wanted) ? wanted : "/");
  }

  /** The sign-in that leads here. */
  public String login() {
    return path.equals("/")
        ? "/login"
        : "/login?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  private static boolean isOurs(String wanted) {
    return wanted != null
        && wanted.length() <= LONGEST
        && wanted.startsWith("/")
        && !wanted.startsWith("//")
        && !wanted.startsWith("/login")
        && wanted.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
  }
}
