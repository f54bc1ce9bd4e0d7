package org.tulpar.integrations.wire;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.translation.EngineAccess;
import org.tulpar.translation.Translator.AgreedTerm;
import org.tulpar.translation.Translator.Wanted;

/** What the tests of translation engines have in common. */
public final class EngineRig {

  public static final GatewaySettings SETTINGS = new GatewaySettings(Duration.ofMillis(700));

  private EngineRig() {}

  public static EngineAccess at(URI url) {
    return new EngineAccess(new OrganizationId(UUID.randomUUID()), url, "KEY");
  }

  public static Wanted text(String text, String source, String target) {
    return new Wanted(text, source, target, List.of(), null);
  }

  public static Wanted withTerm(String text, String from, String to) {
    var terms = List.of(new AgreedTerm(from, to));
    return new Wanted(text, "ru", "en", terms, "Раньше");
  }
}
