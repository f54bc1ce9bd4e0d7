package org.tulpar.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every stylesheet. */
class StylesTest {

  private static final Path STYLES = Path.of("src/main/webapp/resources/tulpar/css");
  private static final Set<String> TOKENS = Set.of("tokens.css", "tokens-dark.css");

  /** It takes back what PrimeFaces says about sides, in PrimeFaces' words. */
  private static final Set<String> OVER_PRIMEFACES = Set.of("prime.css");

  /** What a rem is of. */
  private static final String ROOT = "html { font-size: 16px; }";

  private static final Pattern COLOUR =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\\(");
  private static final Pattern SIDE =
      Pattern.compile(
          "(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\\b"
              + "|(?:text-align|float|clear)\\s*:\\s*(?:left|right)\\b"
              + "|(?<![\\w-])(?:left|right)\\s*:");

  /** What is written down instead of named; a hairline may be: it is what a border takes. */
  private static final String LENGTH =
      "(?<![\\w.-])-?(?:(?:[2-9]|\\d{2,}|\\d*\\.\\d+)px|[\\d.]+(?:r?em|%))";

  private static final Pattern SPACE =
      valued("(?:scroll-)?(?:margin|padding)(?:-[a-z-]+)?|(?:row-|column-)?gap", LENGTH);
  private static final Pattern TYPE =
      valued("font(?:-size|-weight|-family)?", LENGTH + "|(?<![\\w-])(?:\\d{3}|bold|[\"'])");
  private static final Pattern RADIUS = valued("border(?:-[a-z]+){0,2}-radius", LENGTH);
  private static final Pattern MOTION =
      Pattern.compile(
          "(?<![\\w.-])(?:\\d*\\.)?\\d+m?s\\b|cubic-bezier\\(|(?<![\\w-])ease(?:-in|-out|-in-out)?\\b");

  /** So that both themes are complete. */
  @Test
  void coloursStandInTheTokensOnly() throws IOException {
    assertThat(lines(TOKENS)).filteredOn(line -> COLOUR.matcher(line).find()).isEmpty();
  }

  /** Pages that keep one grid, one scale of type and one pace read as one application. */
  @Test
  void spaceStandsInTheTokensOnly() throws IOException {
    assertThat(lines(TOKENS)).filteredOn(line -> SPACE.matcher(line).find()).isEmpty();
  }

  @Test
  void typeStandsInTheTokensOnly() throws IOException {
    assertThat(lines(TOKENS))
        .filteredOn(line -> !line.contains(ROOT) && TYPE.matcher(line).find())
        .isEmpty();
  }

  @Test
  void radiiStandInTheTokensOnly() throws IOException {
    assertThat(lines(TOKENS)).filteredOn(line -> RADIUS.matcher(line).find()).isEmpty();
  }

  @Test
  void motionStandsInTheTokensOnly() throws IOException {
    assertThat(lines(TOKENS)).filteredOn(line -> MOTION.matcher(line).find()).isEmpty();
  }

  /** So that a page may be read from either side. */
  @Test
  void sidesAreLogical() throws IOException {
    assertThat(lines(OVER_PRIMEFACES)).filteredOn(line -> SIDE.matcher(line).find()).isEmpty();
  }

  private static Pattern valued(String property, String value) {
    return Pattern.compile("(?<![\\w-])(?:" + property + ")\\s*:[^;}]*?(?:" + value + ")");
  }

  private static List<String> lines(Set<String> leftOut) throws IOException {
    try (var files = Files.list(STYLES)) {
      return files
          .filter(file -> !leftOut.contains(file.getFileName().toString()))
          .sorted()
          .flatMap(StylesTest::lines)
          .toList();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().map(line -> file.getFileName() + ": " + line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
