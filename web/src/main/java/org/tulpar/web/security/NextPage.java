package org.tulpar.web.security;

/** Where to go after the sign-in: a path of ours, whatever the address bar asked for. */
public record NextPage(String path) {

  private static final int LONGEST = 500;

  /** The root for everything that could lead elsewhere. */
  public static NextPage of(String wanted) {
    return new NextPage(isOurs(wanted) ? wanted : "/");
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
