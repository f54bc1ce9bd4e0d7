package org.tulpar.tests.screens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tulpar.tests.browser.Look;

/** The index of the pictures: a line for each page, small, each leading to the whole picture. */
final class Album {

  static final List<Look> LOOKS =
      List.of(Look.DESK, Look.DESK.dark(), Look.PHONE, Look.PHONE.dark());

  /** In English, and on a tablet. */
  static final List<Look> MORE = List.of(Look.DESK.speaking("en-US"), Look.TABLET);

  private final Path folder;

  Album(Path folder) {
    this.folder = folder;
  }

  void write(List<Shot> shots, List<Shot> console) {
    var signedIn = Stream.concat(shots.stream(), console.stream()).map(Shot::name).toList();
    var names = new ArrayList<>(List.of("login", Screens.SECOND_STEP));
    names.addAll(Unlucky.NAMES);
    names.addAll(signedIn);
    names.add("simulator-phone");
    var text = new StringBuilder();
    text.append(
        """
        # Every page

        Made by `docs/screens/make` from an installation with the demo's data, in Russian, at the end in English and on a tablet. A picture shows what
        fits on the screen: 1440 × 900, 390 × 844 and 1024 × 768. How they compare with what was drawn: [beside the mockups](beside-the-mockups.md).

        | page | desk, light | desk, dark | phone, light | phone, dark |
        |---|---|---|---|---|
        """);
    names.forEach(name -> row(text, name, LOOKS));
    text.append("\n## In English, and on a tablet\n\n| page | desk | tablet |\n|---|---|---|\n");
    signedIn.forEach(name -> row(text, name, MORE));
    try {
      Files.writeString(folder.resolve("README.md"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void row(StringBuilder text, String name, List<Look> looks) {
    text.append("| ").append(name);
    for (var look : looks) {
      text.append(
          " | <a href=\"%1$s.webp\"><img src=\"%1$s.webp\" height=\"180\" alt=\"%1$s\"></a>"
              .formatted(look.picture(name)));
    }
    text.append(" |\n");
  }
}
