package org.tulpar.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.tulpar.identity.RememberedBrowsers;

/** The cookie by which a browser is recognized; no script reads it and no other site sends it. */
final class RememberCookie {

  private static final String NAME = "tulpar_remember";

  private RememberCookie() {}

  static Optional<String> read(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue)
        .findFirst();
  }

  static void write(HttpServletRequest request, HttpServletResponse response, String token) {
    response.addCookie(
        cookie(request, token, Math.toIntExact(RememberedBrowsers.KEPT.toSeconds())));
  }

  static void delete(HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(cookie(request, "", 0));
  }

  private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
    var cookie = new Cookie(NAME, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setMaxAge(seconds);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
