package org.tulpar.integrations.libretranslate;

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

/** Translates by LibreTranslate; its key is optional. */
@ApplicationScoped
public class LibreTranslator implements Translator {

  private static final URI HOME = URI.create("https://libretranslate.com");

  private final EnginePost post;

  /** For the container's proxy. */
  protected LibreTranslator() {
    post = null;
  }

  @Inject
  public LibreTranslator(OutboundHttp http, Clock clock) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()), clock);
  }

  LibreTranslator(OutboundClient http, GatewaySettings settings, Clock clock) {
    post = new EnginePost(http, settings, clock);
  }

  @Override
  public Engine engine() {
    return Engine.LIBRETRANSLATE;
  }

  @Override
  public Translated translate(EngineAccess access, Wanted wanted) {
    var body = new LinkedHashMap<String, Object>();
    body.put("q", wanted.text());
    body.put("source", wanted.source() == null ? "auto" : wanted.source());
    body.put("target", wanted.target());
    body.put("format", "text");
    if (!access.key().isEmpty()) {
      body.put("api_key", access.key());
    }
    var base = access.url() == null ? HOME : access.url();
    return switch (post.post(base, "translate", Map.of(), body)) {
      case Reply.Told told -> translated(told.body(), wanted);
      case Reply.Problem problem when problem.body().contains("is not supported") ->
          new Translated.Refused("language");
      case Reply.Problem problem when problem.body().contains("API key") -> new Translated.Denied();
      case Reply.Problem problem -> problem.usual();
      case Reply.Silent silent -> silent.failure();
    };
  }

  private static Translated translated(Wire answer, Wanted wanted) {
    var text = answer.text("translatedText");
    if (text == null || text.isBlank()) {
      return new Translated.Unavailable("unreadable");
    }
    var source = answer.at("detectedLanguage").text("language");
    return new Translated.Done(text, source == null ? wanted.source() : source);
  }
}
