package org.tulpar.tests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is read from the files as they are written; every rule answers with its violations. */
final class SourceRules {

  static final int MOST_LINES = 300;
  static final int MOST_PAGE_LINES = 120;

  private static final Pattern UNESCAPED = Pattern.compile("escape\\s*=\\s*[\"']false[\"']");
  private static final Pattern INLINE_STYLE =
      Pattern.compile("\\sstyle\\s*=\\s*[\"']|<style[\\s>]");

  private static final Pattern WHOLE_PAGE_COMMAND =
      Pattern.compile("<p:remoteCommand\\b(?![^>]*\\bprocess=)");

  /**
   * Of elements that become HTML as they stand; p: and o: components write their calls elsewhere.
   */
  private static final Pattern INLINE_SCRIPT =
      Pattern.compile("<(h:)?[a-zA-Z0-9]+(\\s[^<>]*)?\\son[a-z]+\\s*=\\s*[\"']");

  private static final Pattern SHARED_CACHE =
      Pattern.compile("<shared-cache-mode>\\s*NONE\\s*</shared-cache-mode>");
  private static final Pattern JOIN_EXISTING =
      Pattern.compile(
          "<property\\s+name=\"eclipselink.transaction.join-existing\"\\s+value=\"true\"\\s*/>");
  private static final Pattern UNIT = Pattern.compile("<persistence-unit\\s");

  private SourceRules() {}

  static List<String> filesTooLong(List<Path> modules) {
    return violations(
        modules,
        "src/main/java",
        file -> file.toString().endsWith(".java"),
        text -> text.lines().count() > MOST_LINES,
        "is longer than %d lines".formatted(MOST_LINES));
  }

  static List<String> pagesTooLong(List<Path> modules) {
    return violations(
        modules,
        "src/main/webapp",
        SourceRules::isPage,
        text -> text.lines().count() > MOST_PAGE_LINES,
        "is longer than %d lines".formatted(MOST_PAGE_LINES));
  }

  static List<String> packagesWithoutPromise(List<Path> modules) {
    var found = new ArrayList<String>();
    for (var file : files(modules, "src/main/java", name -> name.toString().endsWith(".java"))) {
      var promise = file.resolveSibling("package-info.java");
      var missing = file.getParent() + " has no package-info.java";
      if (!Files.exists(promise) && !found.contains(missing)) {
        found.add(missing);
      } else if (file.equals(promise) && !text(file).startsWith("/**")) {
        found.add(file.getParent() + " has a package-info.java that says nothing");
      }
    }
    return found;
  }

  static List<String> unescapedOutput(List<Path> modules) {
    return pages(modules, UNESCAPED, "writes without escaping");
  }

  static List<String> inlineStyle(List<Path> modules) {
    return pages(modules, INLINE_STYLE, "styles inline, which the content policy refuses");
  }

  static List<String> inlineScript(List<Path> modules) {
    return pages(modules, INLINE_SCRIPT, "scripts inline, which the content policy refuses");
  }

  static List<String> wholePageCommands(List<Path> modules) {
    return pages(
        modules, WHOLE_PAGE_COMMAND, "reads the whole page's lists anew for one command: process");
  }

  static List<String> sharedCache(List<Path> modules) {
    return units(
        modules,
        SHARED_CACHE,
        "has a unit whose shared cache shows one organization's rows to all");
  }

  static List<String> readsOutsideTheTransaction(List<Path> modules) {
    return units(
        modules, JOIN_EXISTING, "has a unit that reads outside the transaction before it writes");
  }

  private static List<String> units(List<Path> modules, Pattern wanted, String problem) {
    return violations(
        modules,
        "src/main",
        file -> file.endsWith("persistence.xml"),
        text -> wanted.matcher(text).results().count() < UNIT.matcher(text).results().count(),
        problem);
  }

  private static List<String> pages(List<Path> modules, Pattern forbidden, String problem) {
    return violations(
        modules, "src/main", SourceRules::isPage, text -> forbidden.matcher(text).find(), problem);
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".xhtml");
  }

  static List<String> violations(
      List<Path> modules,
      String below,
      Predicate<Path> wanted,
      Predicate<String> bad,
      String problem) {
    return files(modules, below, wanted).stream()
        .filter(file -> bad.test(text(file)))
        .map(file -> file + " " + problem)
        .toList();
  }

  private static List<Path> files(List<Path> modules, String below, Predicate<Path> wanted) {
    return modules.stream()
        .map(module -> module.resolve(below))
        .filter(Files::isDirectory)
        .flatMap(SourceRules::walk)
        .filter(wanted)
        .sorted()
        .toList();
  }

  private static Stream<Path> walk(Path root) {
    try (var files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
