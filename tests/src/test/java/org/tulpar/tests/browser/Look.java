package org.tulpar.tests.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** What a person sits at: the size of her window, what her browser speaks, and its theme. */
public record Look(int width, int height, String language, ColorScheme scheme) {

  public static final Look DESK = new Look(1440, 900, "ru-RU", ColorScheme.LIGHT);
  public static final Look PHONE = new Look(390, 844, "ru-RU", ColorScheme.LIGHT);

  public static final Look TABLET = new Look(1024, 768, "ru-RU", ColorScheme.LIGHT);

  public Look dark() {
    return with(ColorScheme.DARK);
  }

  Look with(ColorScheme other) {
    return new Look(width, height, language, other);
  }

  /** As browsers name it: {@code en-US}. */
  public Look speaking(String other) {
    return new Look(width, height, other, scheme);
  }

  /** The language alone: {@code en}. */
  String tongue() {
    return language.substring(0, 2);
  }

  /** As a picture is named: {@code inbox-1440-ru-light}. */
  public String picture(String name) {
    return "%s-%d-%s-%s".formatted(name, width, tongue(), scheme.name().toLowerCase(Locale.ROOT));
  }
}
