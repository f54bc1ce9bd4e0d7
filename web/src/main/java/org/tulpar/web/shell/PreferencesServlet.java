package org.tulpar.web.shell;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.tulpar.identity.Profile;
import org.tulpar.identity.Theme;
import org.tulpar.web.security.CurrentUser;
import org.tulpar.web.security.NextPage;

/**
 * Language and theme: kept in the profile of who is signed in and always in the browser, so that
 * the sign-in page looks alike. Anything that is no language or theme of ours is left unheard.
 */
@WebServlet("/preferences")
public class PreferencesServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient CurrentUser user;
  @Inject private transient Profile profile;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var language = Languages.of(request.getParameter("language"));
    var theme = PreferenceCookies.themeOf(request.getParameter("theme"));
    language.ifPresent(this::speak);
    theme.ifPresent(this::prefer);
    PreferenceCookies.keep(
        request,
        response,
        language.orElseGet(() -> PreferenceCookies.language(request)),
        theme.orElseGet(() -> PreferenceCookies.theme(request)));
    response.sendRedirect(
        request.getContextPath() + back(request), HttpServletResponse.SC_SEE_OTHER, true);
  }

  private void speak(Locale language) {
    user.find().ifPresent(person -> user.become(profile.speak(person, language)));
  }

  private void prefer(Theme theme) {
    user.find().ifPresent(person -> user.become(profile.prefer(person, theme)));
  }

  /** The page the button stood on. */
  private static String back(HttpServletRequest request) {
    try {
      var referer = Optional.ofNullable(request.getHeader("Referer")).map(URI::create);
      var path =
          referer
              .map(
                  page ->
                      page.getRawQuery() == null
                          ? page.getRawPath()
                          : page.getRawPath() + "?" + page.getRawQuery())
              .orElse("/");
      return path.startsWith("/login") ? path : NextPage.of(path).path();
    } catch (IllegalArgumentException e) {
      return "/"; // a header nobody can read says nothing about the page
    }
  }
}
