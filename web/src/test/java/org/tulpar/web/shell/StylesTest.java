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

  private static final Pattern COLOUR =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\\(");
  private static final Pattern SIDE =
      Pattern.compile(
          "(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\\b"
              + "|(?:text-align|float|clear)\\s*:\\s*(?:left|right)\\b"
              + "|(?<![\\w-])(?:left|right)\\s*:");

  /** So that both themes are complete. */
  @Test
  void coloursStandInTheTokensOnly() throws IOException {
    assertThat(lines(TOKENS)).filteredOn(line -> COLOUR.matcher(line).find()).isEmpty();
  }

  /** So that a page may be read from either side. */
  @Test
  void sidesAreLogical() throws IOException {
    assertThat(lines(OVER_PRIMEFACES)).filteredOn(line -> SIDE.matcher(line).find()).isEmpty();
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
