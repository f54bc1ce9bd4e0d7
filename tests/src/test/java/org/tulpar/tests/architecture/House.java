package org.tulpar.tests.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The diagram of the house. It stands under a root package, so that crooked houses can be built
 * beside it and measured by the same rules.
 */
record House(String root) {

  /** From the ground up: a feature knows those before it, never those after it. */
  static final List<String> FEATURES =
      List.of(
          "kernel",
          "tenant",
          "identity",
          "channel",
          "media",
          "translation",
          "transfer",
          "client",
          "catalog",
          "conversation",
          "deal",
          "scenario",
          "experiment",
          "agent",
          "dialogue",
          "outreach",
          "automation",
          "analytics",
          "operations");

  /** What the core is seen through; an edge sees the core and no other edge. */
  static final List<String> EDGES = List.of("integrations", "jms", "batch", "webhook", "web");

  /** Processes and libraries beside the application. */
  static final List<String> OUTSIDE = List.of("broker", "db", "server", "simulator");

  static final House TULPAR = new House("org.tulpar");

  private static final List<String> MODULES =
      List.of(
          "db",
          "ejb",
          "integrations",
          "broker",
          "jms",
          "batch",
          "webhooks",
          "web",
          "simulator",
          "server-config");

  /** The planted house of one rule. */
  static House crooked(String rule) {
    return new House("org.tulpar.violations." + rule);
  }

  JavaClasses classes() {
    var importer = new ClassFileImporter();
    return equals(TULPAR)
        ? importer
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPaths(outputs().toArray(Path[]::new))
        : importer.importPackages(root);
  }

  /** Directories of all modules, whatever their content; the tests run in their own module's. */
  static List<Path> modules() {
    return MODULES.stream().map(module -> Path.of("..", module)).toList();
  }

  static List<Path> outputs() {
    return modules().stream()
        .map(module -> module.resolve("target/classes"))
        .filter(Files::isDirectory)
        .toList();
  }

  String[] features() {
    return packages(FEATURES);
  }

  String[] edges() {
    return packages(EDGES);
  }

  /** Everything that runs inside the server. */
  String[] server() {
    return concat(features(), edges());
  }

  String[] packages(List<String> names) {
    return names.stream().map(name -> root + "." + name + "..").toArray(String[]::new);
  }

  DescribedPredicate<JavaClass> in(String... packages) {
    return JavaClass.Predicates.resideInAnyPackage(packages);
  }

  static String[] concat(String[] some, String[] others) {
    var all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return all;
  }
}
