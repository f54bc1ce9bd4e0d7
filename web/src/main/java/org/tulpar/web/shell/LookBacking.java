package org.tulpar.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.primefaces.context.PrimeFacesContext;
import org.tulpar.identity.SignedIn;
import org.tulpar.identity.Theme;
import org.tulpar.web.security.CurrentUser;

/** Language and theme of this page: the profile's, and before the sign-in the browser's. */
@Named("look")
@RequestScoped
public class LookBacking {

  @Inject private CurrentUser user;
  @Inject private HttpServletRequest request;
  private String icons;

  public Locale getLocale() {
    return user.find().map(SignedIn::locale).orElseGet(() -> PreferenceCookies.language(request));
  }

  public String getLanguage() {
    return getLocale().getLanguage();
  }

  /** {@code system}, {@code light} or {@code dark}. */
  public String getTheme() {
    return theme().name().toLowerCase(Locale.ROOT);
  }

  /** When the dark stylesheet holds. */
  public String getDarkMedia() {
    return switch (theme()) {
      case SYSTEM -> "(prefers-color-scheme: dark)";
      case LIGHT -> "not all";
      case DARK -> "all";
    };
  }

  /** What the theme button chooses where no script runs. */
  public Theme getOtherTheme() {
    return theme() == Theme.DARK ? Theme.LIGHT : Theme.DARK;
  }

  /** PrimeFaces wants it back from every form; where its script runs, the script adds it. */
  public String getNonce() {
    return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
  }

  /** Address of the icons; asked hundreds of times a page, so looked up once. */
  public String getIcons() {
    if (icons == null) {
      icons = Fingerprints.address(FacesContext.getCurrentInstance(), "icons.svg");
    }
    return icons;
  }

  private Theme theme() {
    return user.find().map(SignedIn::theme).orElseGet(() -> PreferenceCookies.theme(request));
  }
}
