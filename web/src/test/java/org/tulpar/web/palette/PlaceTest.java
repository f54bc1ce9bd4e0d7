package org.tulpar.web.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tulpar.identity.Role;
import org.tulpar.web.identity.Setting;
import org.tulpar.web.shell.Section;

/** Which pages are found by their names, and by whom. */
class PlaceTest {

  private static final Pattern ADDRESS = Pattern.compile("<url-pattern>(.+?)</url-pattern>");
  private static final Pattern ROLE = Pattern.compile("<role-name>(.+?)</role-name>");

  @ParameterizedTest
  @CsvSource({
    "метк, /settings/tags",
    "TAG, /settings/tags",
    "'быстрые от', /canned",
    "отв, '/canned /answering'",
    "replies, /canned",
    "партнеры, /partners",
    "client, /clients",
    "каналы, /settings/channels",
    "етки, ''",
    "'%', ''"
  })
  void aPageIsFoundByTheBeginningOfAWordInEitherLanguage(String words, String addresses) {
    var sections = List.of(Section.CLIENTS, Section.PARTNERS, Section.CHANNELS);
    assertThat(found(words, sections, Role.ORG_ADMIN))
        .containsExactlyInAnyOrder(addresses.isEmpty() ? new String[0] : addresses.split(" "));
  }

  @Test
  void whoMayNotOpenAPageDoesNotFindIt() {
    assertThat(found("метк", List.of(Section.CLIENTS), Role.MANAGER)).isEmpty();
    assertThat(found("клиент", List.of(), Role.SUPER_ADMIN)).isEmpty();
    assertThat(found("клиент", List.of(Section.CLIENTS), Role.MANAGER)).containsExactly("/clients");
    assertThat(found("проф", List.of(), Role.MANAGER)).containsExactly("/settings/profile");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void theSettingsThatAreOfferedAreThoseThatAreOpen(Role role) throws IOException {
    var doors = doors();
    for (var setting : Setting.values()) {
      assertThat(setting.isFor(role))
          .as(setting + " for " + role)
          .isEqualTo(behind(doors, setting.getPath()).contains(role.name()));
    }
  }

  private static List<String> found(String words, List<Section> sections, Role role) {
    return Place.of(sections, role).stream()
        .filter(place -> place.isCalled(words))
        .map(Place::address)
        .toList();
  }

  /** Every pattern of an address, and who may enter behind it. */
  private static Map<String, Set<String>> doors() throws IOException {
    var doors = new HashMap<String, Set<String>>();
    var text = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
    for (var constraint : text.split("<security-constraint>")) {
      all(ADDRESS, constraint).forEach(address -> doors.put(address, all(ROLE, constraint)));
    }
    return doors;
  }

  private static Set<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(PlaceTest::inside).collect(Collectors.toSet());
  }

  private static String inside(MatchResult result) {
    return result.group(1);
  }

  /** As the container chooses: the address itself, else the longest beginning. */
  private static Set<String> behind(Map<String, Set<String>> doors, String address) {
    var beginning =
        doors.keySet().stream()
            .filter(door -> door.endsWith("/*"))
            .filter(door -> (address + "/").startsWith(door.substring(0, door.length() - 1)))
            .max(Comparator.comparingInt(String::length))
            .orElseThrow();
    return doors.getOrDefault(address, doors.get(beginning));
  }
}
