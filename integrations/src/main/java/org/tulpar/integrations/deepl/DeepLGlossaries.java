package org.tulpar.integrations.deepl;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tulpar.integrations.wire.EnginePost;
import org.tulpar.integrations.wire.EnginePost.Reply;
import org.tulpar.translation.EngineAccess;
import org.tulpar.translation.Translator.AgreedTerm;
import org.tulpar.translation.Translator.Wanted;

/**
 * DeepL keeps a glossary under an id and never changes it: one is made for each pair of languages
 * and each state of the terms, and its name tells which.
 */
final class DeepLGlossaries {

  private static final int MOST_KNOWN = 1000;
  private static final String PREFIX = "tulpar-";
  private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");

  /** Empty: DeepL does not take it. */
  private final Map<String, String> known = new ConcurrentHashMap<>();

  private final EnginePost post;

  DeepLGlossaries(EnginePost post) {
    this.post = post;
  }

  /** The id of the glossary with these terms, or null: without terms, or when DeepL takes none. */
  String of(URI base, EngineAccess access, Wanted wanted) {
    if (wanted.terms().isEmpty() || wanted.source() == null) {
      return null;
    }
    var entries = entries(wanted.terms());
    var pair = "-" + wanted.source() + "-" + wanted.target() + "-";
    var name = PREFIX + access.organization().value() + pair + fingerprint(entries);
    var id = known.get(base + name);
    if (id == null) {
      id = foundOrMade(base, access, wanted, name, entries);
      if (id != null && known.size() < MOST_KNOWN) {
        known.put(base + name, id);
      }
    }
    return id == null || id.isEmpty() ? null : id;
  }

  private String foundOrMade(
      URI base, EngineAccess access, Wanted wanted, String name, String entries) {
    var headers = DeepLTranslator.headers(access);
    var found = post.get(base, "v2/glossaries", headers);
    if (found instanceof Reply.Told(var list)) {
      for (var one : list.at("glossaries").elements()) {
        if (name.equals(one.text("name"))) {
          return one.text("glossary_id");
        }
      }
      return made(post.post(base, "v2/glossaries", headers, body(wanted, name, entries)));
    }
    return null;
  }

  private static Map<String, Object> body(Wanted wanted, String name, String entries) {
    return Map.of(
        "name",
        name,
        "source_lang",
        wanted.source(),
        "target_lang",
        wanted.target(),
        "entries",
        entries,
        "entries_format",
        "tsv");
  }

  /** Refused for good is remembered: the pair of languages has no glossaries. */
  private static String made(Reply reply) {
    return switch (reply) {
      case Reply.Told told -> told.body().text("glossary_id");
      case Reply.Problem problem -> problem.status() == 400 ? "" : null;
      case Reply.Silent silent -> null;
    };
  }

  private static String entries(List<AgreedTerm> terms) {
    return terms.stream()
        .map(term -> plain(term.from()) + "\t" + plain(term.to()))
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static String plain(String text) {
    return BREAKS.matcher(text).replaceAll(" ").strip();
  }

  private static String fingerprint(String entries) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(entries.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
