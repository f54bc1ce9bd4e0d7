package org.tulpar.tests.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** All rules over files, each with a file that breaks it: its place in a module and its text. */
enum SourceRule {
  FILES_STAY_SMALL(SourceRules::filesTooLong, "src/main/java/a/Long.java", "// line\n".repeat(301)),
  PAGES_STAY_SMALL(SourceRules::pagesTooLong, "src/main/webapp/long.xhtml", "<p/>\n".repeat(121)),
  PACKAGES_PROMISE(SourceRules::packagesWithoutPromise, "src/main/java/a/A.java", "package a;"),
  PROMISES_SAY_SOMETHING(
      SourceRules::packagesWithoutPromise, "src/main/java/a/package-info.java", "package a;"),
  OUTPUT_IS_ESCAPED(
      SourceRules::unescapedOutput,
      "src/main/webapp/a.xhtml",
      "<h:outputText value=\"#{row.text}\" escape=\"false\"/>"),
  NO_INLINE_STYLE(
      SourceRules::inlineStyle, "src/main/webapp/a.xhtml", "<p style=\"color: red\">a</p>"),
  NO_STYLE_ELEMENT(
      SourceRules::inlineStyle, "src/main/webapp/a.xhtml", "<style>p { color: red }</style>"),
  NO_INLINE_SCRIPT(SourceRules::inlineScript, "src/main/webapp/a.xhtml", "<a onclick='go()'>a</a>"),
  COMMANDS_PROCESS_THEMSELVES(
      SourceRules::wholePageCommands,
      "src/main/webapp/a.xhtml",
      "<p:remoteCommand name=\"go\" action=\"#{page.go}\" update=\"list\"/>"),
  NO_SHARED_CACHE(
      SourceRules::sharedCache,
      "src/main/resources/META-INF/persistence.xml",
      "<persistence-unit name=\"a\"></persistence-unit>"),
  READS_JOIN_THE_TRANSACTION(
      SourceRules::readsOutsideTheTransaction,
      "src/main/resources/META-INF/persistence.xml",
      """
      <persistence-unit name="a">
        <property name="eclipselink.transaction.join-existing" value="false"/>
      </persistence-unit>"""),
  CLAIMS_ARE_MADE_ONCE(
      ClaimRules::claimsByKey,
      "src/main/resources/db/migration/R__a.sql",
      """
      update turn t set claimed_by = 'w' -- (of them
      where (t.organization_id, t.conversation_id) in (
        select x.organization_id, x.conversation_id from turn x where x.lane in (1, 2) for update skip locked);""");

  private final Function<List<Path>, List<String>> rule;
  final String plantedFile;
  final String plantedText;

  SourceRule(Function<List<Path>, List<String>> rule, String plantedFile, String plantedText) {
    this.rule = rule;
    this.plantedFile = plantedFile;
    this.plantedText = plantedText;
  }

  List<String> violations(List<Path> modules) {
    return rule.apply(modules);
  }
}
