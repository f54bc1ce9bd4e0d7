package org.tulpar.web.shell;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.catalog.order.OrderStatus;
import org.tulpar.conversation.welcome.WelcomeStep;
import org.tulpar.identity.Role;
import org.tulpar.identity.Theme;
import org.tulpar.web.identity.Setting;

/** The words of the interface: complete in both languages, and none asked for that is missing. */
class MessagesTest {

  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Pattern KEY = Pattern.compile("\\bm\\['([^']+)'\\]");
  private static final Pattern FIELD =
      Pattern.compile("<crm:field id=\"([^\"]+)\" scope=\"([^\"]+)\"");
  private static final Pattern QUOTED = Pattern.compile("[\"']([\\w.$-]+)[\"']");
  private static final Pattern EVENT =
      Pattern.compile(
          "[\"']((?:answering|canned_reply|channel|clients?|company|companies|conversations?|deal"
              + "|departure|examples|follow_up|message|orders?|organization|partners?|price|products?|tag"
              + "|team|user)\\.[a-z_]*(?:ed|en|new|live|out|off|on|bot|away|undone|brought|sent|resent|over|reset))[\"']");

  /** Whatever its name is like. */
  private static final Pattern RECORDED =
      Pattern.compile("\\btrail\\s*\\.record\\(\\s*\"([^\"]+)\"");

  private static final Pattern WORD = Pattern.compile("([a-z0-9_-]+)");
  private static final Pattern SEAM = Pattern.compile("[._-]");

  @Test
  void everyKeyStandsInBothLanguages() throws IOException {
    assertThat(messages("ru").stringPropertyNames())
        .isEqualTo(messages("en").stringPropertyNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void noMessageIsEmpty(String language) throws IOException {
    assertThat(messages(language))
        .allSatisfy((key, text) -> assertThat((String) text).isNotBlank());
  }

  @Test
  void everyKeyOfAPageExists() throws IOException {
    assertThat(messages("ru").stringPropertyNames()).containsAll(keysOfPages());
  }

  @Test
  void everySectionRoleAndThemeHasAName() throws IOException {
    var wanted =
        Stream.of(
                Stream.of(Section.values()).map(Section::getKey),
                Stream.of(Role.values()).map(role -> "role." + role),
                Stream.of(Theme.values()).map(theme -> "shell.theme." + theme))
            .flatMap(names -> names)
            .toList();
    assertThat(messages("ru").stringPropertyNames()).containsAll(wanted);
  }

  @Test
  void everySettingAndStepHasItsWords() throws IOException {
    var wanted =
        Stream.of(
                Stream.of(Setting.values())
                    .flatMap(s -> Stream.of(s.getKey(), s.getKey() + ".text")),
                Stream.of(Setting.Group.values()).map(Setting.Group::getKey),
                Stream.of(WelcomeStep.values())
                    .map(step -> "welcome.step." + step)
                    .flatMap(key -> Stream.of(key, key + ".text", key + ".go")))
            .flatMap(names -> names)
            .toList();
    assertThat(messages("ru").stringPropertyNames()).containsAll(wanted);
  }

  /** Whatever the core writes down for the audit can be read there. */
  @Test
  void everyEventOfTheAuditHasItsWords() throws IOException {
    var written = new TreeSet<String>();
    var core = sources(MessagesTest::isCore);
    Stream.of(EVENT, RECORDED)
        .flatMap(events -> texts(events, core).stream())
        .forEach(event -> written.add("audit.event." + event));
    for (var status : OrderStatus.values()) {
      written.add("audit.event.order." + status.name().toLowerCase(Locale.ROOT));
    }
    assertThat(written).hasSizeGreaterThan(50);
    assertThat(messages("ru").stringPropertyNames()).containsAll(written);
  }

  /**
   * A key is asked for as it stands, or made from a text that stands somewhere and from words of
   * the code, such as the name of a constant.
   */
  @Test
  void noKeyIsLeftOver() throws IOException {
    var sources = sources();
    var quoted = texts(QUOTED, sources);
    quoted.addAll(keysOfPages());
    var words = texts(WORD, sources.toLowerCase(Locale.ROOT));
    assertThat(messages("ru").stringPropertyNames())
        .filteredOn(key -> !quoted.contains(key) && !isMade(key, quoted, words))
        .isEmpty();
  }

  private static boolean isMade(String key, Set<String> quoted, Set<String> words) {
    return SEAM.matcher(key)
        .results()
        .anyMatch(
            seam -> {
              var head = key.substring(0, seam.start());
              var tail = key.substring(seam.end());
              var headStands =
                  quoted.contains(head + seam.group())
                      || seam.group().equals(".") && quoted.contains(head);
              return headStands
                      && words.containsAll(List.of(tail.toLowerCase(Locale.ROOT).split("\\.")))
                  || quoted.contains(seam.group() + tail)
                      && (quoted.contains(head) || isMade(head, quoted, words));
            });
  }

  private static String sources() throws IOException {
    return sources(MessagesTest::isSource);
  }

  private static boolean isCore(Path file) {
    return file.toString().matches("\\.\\./(ejb|db)/src/main/.*\\.(java|sql)");
  }

  private static String sources(Predicate<Path> wanted) throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(Path.of(".."))) {
      for (var file : files.filter(wanted).toList()) {
        all.append(Files.readString(file)).append('\n');
      }
    }
    return all.toString();
  }

  private static boolean isSource(Path file) {
    var name = file.toString();
    return name.contains("/src/main/") && name.matches(".*\\.(java|xhtml|js|xml|sql)");
  }

  private static Set<String> texts(Pattern pattern, String sources) {
    return pattern.matcher(sources).results().map(match -> match.group(1)).collect(toSet());
  }

  private static Set<String> keysOfPages() throws IOException {
    var keys = new TreeSet<String>();
    try (var files = Files.walk(PAGES)) {
      for (var page : files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
        var text = Files.readString(page);
        KEY.matcher(text).results().map(match -> match.group(1)).forEach(keys::add);
        FIELD
            .matcher(text)
            .results()
            .map(match -> match.group(2) + "." + match.group(1))
            .forEach(keys::add);
      }
    }
    return keys;
  }

  private static Properties messages(String language) throws IOException {
    var messages = new Properties();
    messages.load(
        new StringReader(
            Files.readString(
                Path.of("src/main/resources/i18n/messages_" + language + ".properties"))));
    return messages;
  }
}
