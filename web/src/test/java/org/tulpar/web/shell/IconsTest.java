package org.tulpar.web.shell;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tulpar.web.identity.Setting;

/** A symbol that the sprite lacks draws nothing, and no one complains. */
class IconsTest {

  private static final Path MAIN = Path.of("src/main");
  private static final Path SPRITE = MAIN.resolve("webapp/resources/tulpar/icons.svg");
  private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"i-([a-z]+)\"");

  /** Where a name stands as it is. */
  private static final List<Pattern> NAMED =
      List.of(
          Pattern.compile("(?:<crm:icon name|\\bglyph|name=\"glyph\" value)=\"([a-z]+)\""),
          Pattern.compile("new Badge\\(\\s*\"[a-z]*\",\\s*\"([a-z]+)\""),
          Pattern.compile("\\bFinding(?:\\.of)?\\(\\s*\"([a-z]+)\""),
          Pattern.compile("\\bentry\\(\"[\\w.]+\", \"([a-z]+)\"\\)"),
          Pattern.compile("#i-([a-z]+)"));

  /** Where one of several is chosen. */
  private static final List<Pattern> CHOSEN =
      List.of(
          Pattern.compile("(?:<crm:icon name|\\bglyph)=\"#\\{([^}]*)\\}\""),
          Pattern.compile("(?s)\\bString (?:glyph|getGlyph|mark)\\([^)]*\\) \\{(.*?)\n  \\}"),
          Pattern.compile("\\.append\\(icon\\(([^;]*)\\);"));

  private static final Pattern CHOICE =
      Pattern.compile("(?:->|\\breturn|[?:]|\\|\\||^)\\s*[\"']([a-z]+)[\"']");

  @Test
  void everyIconThatIsNamedIsDrawn() throws IOException {
    assertThat(drawn()).containsAll(named());
  }

  @Test
  void everyIconThatIsDrawnIsNamed() throws IOException {
    assertThat(named()).containsAll(drawn());
  }

  private static Set<String> drawn() throws IOException {
    return found(SYMBOL, Files.readString(SPRITE)).collect(toCollection(TreeSet::new));
  }

  private static Set<String> named() throws IOException {
    var sources = sources();
    return Stream.of(
            NAMED.stream().flatMap(pattern -> found(pattern, sources)),
            CHOSEN.stream()
                .flatMap(pattern -> found(pattern, sources))
                .flatMap(choices -> found(CHOICE, choices)),
            Stream.of(Section.values()).map(Section::getIcon),
            Stream.of(Setting.values()).map(Setting::getIcon))
        .flatMap(names -> names)
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1));
  }

  private static String sources() throws IOException {
    try (var files = Files.walk(MAIN)) {
      var all = files.filter(file -> file.toString().matches(".*\\.(java|xhtml|js)")).toList();
      var text = new StringBuilder();
      for (var file : all) {
        text.append(Files.readString(file)).append('\n');
      }
      return text.toString();
    }
  }
}
