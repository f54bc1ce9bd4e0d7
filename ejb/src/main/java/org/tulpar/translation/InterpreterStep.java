package org.tulpar.translation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.tulpar.kernel.SecretBox;
import org.tulpar.tenant.TenantScope;
import org.tulpar.translation.Translator.Translated;

/** The transactions around a call of an engine: none of them is open while it lasts. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InterpreterStep {

  @Inject private SettingsRows settings;
  @Inject private Glossary glossary;
  @Inject private CacheRows cache;
  @Inject private Clock clock;
  @Inject private SecretBox box;

  /**
   * Looks the text up and, when it is not known, takes its length from the budget. Nothing when the
   * organization has no engine.
   */
  public Optional<Preparation> prepare(String text, String target) {
    return settings
        .read(month())
        .filter(row -> row.settings().on())
        .map(row -> prepared(row, text, target));
  }

  private Preparation prepared(SettingsRows.Row row, String text, String target) {
    var engine = row.settings().engine();
    var organization = TenantScope.required();
    var key = new CacheRows.Key(hash(text), target, engine, row.glossaryVersion());
    var known = cache.find(key).orElse(null);
    var secret = row.sealedKey() == null ? "" : box.open(organization.value(), row.sealedKey());
    return new Preparation(
        engine,
        new EngineAccess(organization, SettingsRows.uri(row.settings().url()), secret),
        key,
        glossary.terms(),
        known,
        known != null || settings.take(month(), text.length()));
  }

  public void keep(Preparation preparation, Translated.Done done) {
    cache.keep(preparation.key(), done);
  }

  /** The engine has translated nothing: nothing was used. */
  public void giveBack(String text) {
    settings.giveBack(month(), text.length());
  }

  private LocalDate month() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
