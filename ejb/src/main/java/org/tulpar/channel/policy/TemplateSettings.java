package org.tulpar.channel.policy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The templates that an organization has at its provider. They are approved there; here is kept
 * what they say and how they were judged, word for word, because only that is ever sent.
 */
@Stateless
public class TemplateSettings {

  /** Templates of a page. */
  public static final int PAGE = 50;

  private static final int LONGEST_BODY = 1024;
  private static final int MOST_PLACES = 20;
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");
  private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)}}");

  @Inject private MessageTemplates templates;

  /** A channel that has templates. */
  public record Line(UUID id, String name) {}

  /**
   * @param more whether others follow
   */
  public record Page(List<KnownTemplate> templates, boolean more) {}

  /**
   * What a person typed.
   *
   * @param language as the provider spells it: {@code ru}, {@code en_US}
   */
  public record Typed(String name, String language, String body, TemplateStatus status) {}

  /** The channels whose messenger knows templates. */
  public List<Line> lines() {
    return templates.lines();
  }

  /**
   * By name and language.
   *
   * @param after the last template of the page before, or null for the first page
   */
  public Page page(UUID channel, KnownTemplate after) {
    var rows = templates.page(channel, after, PAGE + 1);
    return new Page(List.copyOf(rows.subList(0, Math.min(PAGE, rows.size()))), rows.size() > PAGE);
  }

  public Optional<KnownTemplate> find(UUID channel, long id) {
    return templates.known(channel, id);
  }

  /**
   * @throws TemplateRefused when something is not as the provider takes it, or there is one of this
   *     name and language
   */
  public void add(UUID channel, Typed typed) {
    if (templates.lines().stream().noneMatch(line -> line.id().equals(channel))) {
      throw new TemplateRefused("channel");
    }
    var places = checked(channel, typed, 0);
    templates.add(channel, typed, places);
  }

  /**
   * @throws TemplateRefused as {@link #add}, or when the channel has no such template
   */
  public void change(UUID channel, long id, Typed typed) {
    var places = checked(channel, typed, id);
    if (templates.change(channel, id, typed, places) == 0) {
      throw new TemplateRefused("unknown");
    }
  }

  private int checked(UUID channel, Typed typed, long besides) {
    if (typed.name() == null || !NAME.matcher(typed.name().strip()).matches()) {
      throw new TemplateRefused("name");
    }
    if (typed.language() == null || !LANGUAGE.matcher(typed.language().strip()).matches()) {
      throw new TemplateRefused("language");
    }
    var body = typed.body() == null ? "" : typed.body().strip();
    if (body.isEmpty() || body.codePointCount(0, body.length()) > LONGEST_BODY) {
      throw new TemplateRefused("body");
    }
    if (templates.isTaken(channel, typed, besides)) {
      throw new TemplateRefused("taken");
    }
    return places(body);
  }

  /** How many places it has: numbered from one, none left out. */
  static int places(String body) {
    var numbers = new TreeSet<Integer>();
    var place = PLACE.matcher(body);
    while (place.find()) {
      if (!place.group(1).matches("[1-9]\\d?")) {
        throw new TemplateRefused("places");
      }
      numbers.add(Integer.valueOf(place.group(1)));
    }
    if (numbers.size() > MOST_PLACES || !numbers.isEmpty() && numbers.last() != numbers.size()) {
      throw new TemplateRefused("places");
    }
    return numbers.size();
  }
}
