package org.tulpar.translation.fidelity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tulpar.translation.fidelity.Finding.Kind;
import org.tulpar.translation.fidelity.Reading.Amount;

/** Compares a translation with its source; no findings: every fact has survived. */
public final class Fidelity {

  private Fidelity() {}

  /**
   * @param terms of the glossary
   * @param names of people that may be mentioned
   */
  public static List<Finding> compare(
      Words source, Words target, List<Term> terms, List<String> names) {
    var before = Facts.of(source.text(), source.language());
    var after = Facts.of(target.text(), target.language());
    var matching = new Matching(before, after);
    var lost = new ArrayList<>(without(matching.lost(), after));
    var added = new ArrayList<>(without(matching.added(), before));
    var findings = new ArrayList<>(paired(lost, added));
    findings.addAll(Names.terms(source, target, terms));
    findings.addAll(Names.names(source, target, names));
    findings.sort(Comparator.comparingInt(Finding::at));
    return List.copyOf(findings);
  }

  /** A year that stands apart here belongs to a date there. */
  private static List<Fact> without(List<Fact> unpaired, Facts other) {
    return unpaired.stream().filter(fact -> !isYearOf(fact, other)).toList();
  }

  private static boolean isYearOf(Fact fact, Facts other) {
    return fact.readings().stream()
        .anyMatch(
            reading ->
                reading instanceof Amount(var value)
                    && value.scale() <= 0
                    && value.precision() - value.scale() == 4
                    && other.dates(value.intValueExact()));
  }

  /** What was lost and what was added of one kind is one change. */
  private static List<Finding> paired(List<Fact> lost, List<Fact> added) {
    var findings = new ArrayList<Finding>();
    for (var gone : lost) {
      var come =
          added.stream()
              .filter(fact -> group(fact.kind()) == group(gone.kind()))
              .findFirst()
              .orElse(null);
      added.remove(come);
      findings.add(
          new Finding(
              gone.kind(),
              gone.text(),
              gone.at(),
              gone.at() + gone.text().length(),
              come == null ? null : come.text(),
              come == null ? -1 : come.at()));
    }
    added.forEach(
        fact -> findings.add(new Finding(fact.kind(), null, -1, -1, fact.text(), fact.at())));
    return findings;
  }

  private static int group(Kind kind) {
    var figures = Set.of(Kind.PRICE, Kind.PERCENT, Kind.NUMBER, Kind.DATE, Kind.TIME, Kind.CODE);
    return figures.contains(kind) ? -1 : kind.ordinal();
  }
}
