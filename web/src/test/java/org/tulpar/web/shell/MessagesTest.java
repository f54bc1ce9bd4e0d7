package org.tulpar.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.conversation.notice.NoticeKind;
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
  void everySettingStepAndNoticeHasItsWords() throws IOException {
    var wanted =
        Stream.of(
                Stream.of(Setting.values())
                    .flatMap(s -> Stream.of(s.getKey(), s.getKey() + ".text")),
                Stream.of(Setting.Group.values()).map(Setting.Group::getKey),
                Stream.of(WelcomeStep.values())
                    .map(step -> "welcome.step." + step)
                    .flatMap(key -> Stream.of(key, key + ".text", key + ".go")),
                Stream.of(NoticeKind.values()).map(kind -> "notice." + kind))
            .flatMap(names -> names)
            .toList();
    assertThat(messages("ru").stringPropertyNames()).containsAll(wanted);
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
