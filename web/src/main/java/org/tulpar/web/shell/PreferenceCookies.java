package org.tulpar.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tulpar.identity.Theme;

/** Language and theme of a browser in which nobody is signed in. They hold nothing personal. */
public final class PreferenceCookies {

  private static final String LANGUAGE = "language";
  private static final String THEME = "theme";
  private static final Duration KEPT = Duration.ofDays(365);

  private PreferenceCookies() {}

  static Locale language(HttpServletRequest request) {
    return value(request, LANGUAGE)
        .flatMap(Languages::of)
        .orElseGet(() -> Languages.among(request.getLocales()));
  }

  static Theme theme(HttpServletRequest request) {
    return value(request, THEME).flatMap(PreferenceCookies::themeOf).orElse(Theme.SYSTEM);
  }

  static Optional<Theme> themeOf(String name) {
    return Stream.of(Theme.values()).filter(theme -> theme.name().equals(name)).findFirst();
  }

  /** Both, so that the sign-in page looks like the pages did before the sign-out. */
  public static void keep(
      HttpServletRequest request, HttpServletResponse response, Locale language, Theme theme) {
    response.addCookie(cookie(request, LANGUAGE, language.getLanguage()));
    response.addCookie(cookie(request, THEME, theme.name()));
  }

  private static Cookie cookie(HttpServletRequest request, String name, String value) {
    var cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setMaxAge(Math.toIntExact(KEPT.toSeconds()));
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  private static Optional<String> value(HttpServletRequest request, String name) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }
}
