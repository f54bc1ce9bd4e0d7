package org.tulpar.integrations.google;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;
import org.tulpar.integrations.wire.EnginePost;
import org.tulpar.integrations.wire.EnginePost.Reply;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.translation.Engine;
import org.tulpar.translation.EngineAccess;
import org.tulpar.translation.Translator;

/** Translates by Google; a rate that is exceeded for a moment is told from a day's. */
@ApplicationScoped
public class GoogleTranslator implements Translator {

  private static final URI HOME = URI.create("https://translation.googleapis.com");

  private final EnginePost post;

  /** For the container's proxy. */
  protected GoogleTranslator() {
    post = null;
  }

  @Inject
  public GoogleTranslator(OutboundHttp http, Clock clock) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()), clock);
  }

  GoogleTranslator(OutboundClient http, GatewaySettings settings, Clock clock) {
    post = new EnginePost(http, settings, clock);
  }

  @Override
  public Engine engine() {
    return Engine.GOOGLE;
  }

  @Override
  public Translated translate(EngineAccess access, Wanted wanted) {
    var base = access.url() == null ? HOME : access.url();
    var body = new LinkedHashMap<String, Object>();
    body.put("q", wanted.text());
    body.put("target", wanted.target());
    if (wanted.source() != null) {
      body.put("source", wanted.source());
    }
    body.put("format", "text");
    var headers = Map.of("X-Goog-Api-Key", access.key());
    return switch (post.post(base, "language/translate/v2", headers, body)) {
      case Reply.Told told -> translated(told.body(), wanted);
      case Reply.Problem problem -> failure(problem);
      case Reply.Silent silent -> silent.failure();
    };
  }

  private static Translated.Failure failure(Reply.Problem problem) {
    var said = problem.body();
    if (said.contains("dailyLimitExceeded")) {
      return new Translated.QuotaSpent();
    }
    if (said.contains("ateLimitExceeded")) {
      return new Translated.Busy(null);
    }
    if (said.contains("API_KEY_INVALID") || said.contains("API key not valid")) {
      return new Translated.Denied();
    }
    return problem.status() == 400 ? new Translated.Refused("language") : problem.usual();
  }

  private static Translated translated(Wire answer, Wanted wanted) {
    var first = answer.at("data").at("translations").elements().stream().findFirst();
    var text = first.map(translation -> translation.text("translatedText")).orElse(null);
    if (text == null || text.isBlank()) {
      return new Translated.Unavailable("unreadable");
    }
    var source = first.map(translation -> translation.text("detectedSourceLanguage"));
    return new Translated.Done(text, source.orElse(wanted.source()));
  }
}
