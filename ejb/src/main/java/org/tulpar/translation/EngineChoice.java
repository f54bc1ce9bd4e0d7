package org.tulpar.translation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tulpar.kernel.SecretBox;
import org.tulpar.tenant.TenantScope;

/** Which engine translates for the organization in scope. */
@Stateless
public class EngineChoice {

  private static final int LONGEST_KEY = 500;

  @Inject private SettingsRows rows;
  @Inject private Clock clock;
  @Inject private SecretBox box;

  public TranslationSettings read() {
    var month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    return rows.read(month).map(SettingsRows.Row::settings).orElse(TranslationSettings.NONE);
  }

  /**
   * Stores the choice. A key that was stored stays, as long as it would go to the same place.
   *
   * @param key null or blank: as it is
   * @throws EngineRefused when the key is missing or too long, the address is none, no language is
   *     chosen, or the budget is negative
   */
  public void change(TranslationSettings wanted, String key) {
    var url = wanted.engine().hasAddress() ? address(wanted.url()) : null;
    var fresh = key == null || key.isBlank() ? null : key.strip();
    var now = read();
    var stays = now.keyed() && now.engine() == wanted.engine() && same(now.url(), url);
    if (wanted.engine().needsKey() && fresh == null && !stays) {
      throw new EngineRefused("key");
    }
    if (fresh != null && fresh.length() > LONGEST_KEY) {
      throw new EngineRefused("key");
    }
    if (!TranslationSettings.LANGUAGES.containsAll(wanted.languages())) {
      throw new EngineRefused("languages");
    }
    if (wanted.charactersPerMonth() < 0) {
      throw new EngineRefused("budget");
    }
    var clean =
        new TranslationSettings(
            wanted.engine(), url, false, wanted.languages(), wanted.charactersPerMonth(), 0);
    rows.write(clean, fresh == null ? null : box.seal(TenantScope.required().value(), fresh));
  }

  private static boolean same(String a, String b) {
    return a == null ? b == null : a.equals(b);
  }

  /** Blank is null: where the maker offers it. */
  private static String address(String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    try {
      var url = new URI(typed.strip());
      var web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (web && url.getHost() != null && url.getRawUserInfo() == null) {
        return url.toString();
      }
    } catch (URISyntaxException e) {
      throw new EngineRefused("address", e);
    }
    throw new EngineRefused("address");
  }
}
