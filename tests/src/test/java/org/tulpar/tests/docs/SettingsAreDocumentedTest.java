package org.tulpar.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/operations.md names every setting, and no setting that does not exist. */
class SettingsAreDocumentedTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final List<String> MODULES =
      List.of("ejb", "web", "jms", "batch", "integrations", "broker");

  /** A key is read by annotation or from a Config, or stands in a data source's definition. */
  private static final Pattern READ =
      Pattern.compile(
          "(?:name = |getValue\\(\\s*|getOptionalValue\\(\\s*|MPCONFIG=|[A-Z_]+ = )\"?(tulpar\\.[a-z0-9.-]*[a-z0-9])[\"}]");

  private static final Pattern DOCUMENTED = Pattern.compile("`(tulpar\\.[a-z0-9.-]*[a-z0-9])`");

  /** Names that look like keys: queues, a topic, and attributes of a request. */
  private static final Set<String> OTHER_NAMES =
      Set.of(
          "tulpar.inbound",
          "tulpar.turn",
          "tulpar.outbound",
          "tulpar.news",
          "tulpar.probe",
          "tulpar.request",
          "tulpar.trace");

  @Test
  void every_setting_is_documented_and_every_documented_one_is_read() throws IOException {
    var read = new TreeSet<String>();
    for (var module : MODULES) {
      read.addAll(found(READ, sources(ROOT.resolve(module).resolve("src/main"))));
    }
    read.removeAll(OTHER_NAMES);
    var documented = found(DOCUMENTED, Files.readString(ROOT.resolve("docs/operations.md")));
    assertThat(documented).isEqualTo(read);
  }

  private static Set<String> found(Pattern pattern, String text) {
    var names = new TreeSet<String>();
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static String sources(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      var text = new StringBuilder();
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        text.append(Files.readString(file));
      }
      return text.toString();
    }
  }
}
