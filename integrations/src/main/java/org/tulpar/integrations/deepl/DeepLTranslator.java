package org.tulpar.integrations.deepl;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

/** Translates by DeepL; a glossary that it does not take is left out, a text is not. */
@ApplicationScoped
public class DeepLTranslator implements Translator {

  private static final URI PAID = URI.create("https://api.deepl.com");
  private static final URI FREE = URI.create("https://api-free.deepl.com");
  private static final String FREE_KEY = ":fx";
  private static final int QUOTA_EXCEEDED = 456;

  private final EnginePost post;
  private final DeepLGlossaries glossaries;

  /** For the container's proxy. */
  protected DeepLTranslator() {
    post = null;
    glossaries = null;
  }

  @Inject
  public DeepLTranslator(OutboundHttp http, Clock clock) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()), clock);
  }

  DeepLTranslator(OutboundClient http, GatewaySettings settings, Clock clock) {
    post = new EnginePost(http, settings, clock);
    glossaries = new DeepLGlossaries(post);
  }

  @Override
  public Engine engine() {
    return Engine.DEEPL;
  }

  @Override
  public Translated translate(EngineAccess access, Wanted wanted) {
    var base = base(access);
    var glossary = glossaries.of(base, access, wanted);
    return switch (post.post(base, "v2/translate", headers(access), body(wanted, glossary))) {
      case Reply.Told told -> translated(told.body());
      case Reply.Problem problem when problem.status() == QUOTA_EXCEEDED ->
          new Translated.QuotaSpent();
      case Reply.Problem problem when problem.body().contains("_lang") ->
          new Translated.Refused("language");
      case Reply.Problem problem -> problem.usual();
      case Reply.Silent silent -> silent.failure();
    };
  }

  static Map<String, String> headers(EngineAccess access) {
    return Map.of("Authorization", "DeepL-Auth-Key " + access.key());
  }

  private static URI base(EngineAccess access) {
    if (access.url() != null) {
      return access.url();
    }
    return access.key().endsWith(FREE_KEY) ? FREE : PAID;
  }

  private static Map<String, Object> body(Wanted wanted, String glossary) {
    var body = new LinkedHashMap<String, Object>();
    body.put("text", List.of(wanted.text()));
    body.put("target_lang", target(wanted.target()));
    if (wanted.source() != null) {
      body.put("source_lang", wanted.source().toUpperCase(Locale.ROOT));
    }
    if (wanted.context() != null) {
      body.put("context", wanted.context());
    }
    if (glossary != null) {
      body.put("glossary_id", glossary);
    }
    body.put("preserve_formatting", true);
    return body;
  }

  /** English is a target only as one of its kinds. */
  private static String target(String language) {
    return language.equals("en") ? "EN-GB" : language.toUpperCase(Locale.ROOT);
  }

  private static Translated translated(Wire answer) {
    var first = answer.at("translations").elements().stream().findFirst();
    var text = first.map(translation -> translation.text("text")).orElse(null);
    if (text == null || text.isBlank()) {
      return new Translated.Unavailable("unreadable");
    }
    var source = first.map(translation -> translation.text("detected_source_language"));
    return new Translated.Done(text, source.map(it -> it.toLowerCase(Locale.ROOT)).orElse(null));
  }
}
