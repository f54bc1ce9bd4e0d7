package org.tulpar.translation.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.translation.fidelity.Corpus.Pair;

/** All planted mutations are caught, and the faithful half raises no alarm. */
class CorpusTest {

  private static List<Finding> compare(Words source, Words target) {
    return Fidelity.compare(source, target, List.of(), List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "ar", "fr", "de", "es", "pl"})
  void everyLanguageHasItsSentences(String language) {
    assertThat(Corpus.sentences(language)).hasSize(44);
  }

  @Test
  void aFaithfulTranslationRaisesNoAlarm() {
    var alarms = new ArrayList<String>();
    Corpus.pairs().forEach(pair -> alarm(pair, alarms));
    for (var line : Corpus.lines("clean.tsv")) {
      var part = line.split("\t", -1);
      alarm(new Pair(new Words(part[2], part[0]), new Words(part[3], part[1])), alarms);
    }
    assertThat(alarms).isEmpty();
  }

  private static void alarm(Pair pair, List<String> alarms) {
    var findings = compare(pair.source(), pair.target());
    if (!findings.isEmpty()) {
      alarms.add(pair + " " + findings);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "ar", "fr", "de", "es", "pl"})
  void everyPlantedMutationIsCaught(String language) {
    var missed = new ArrayList<String>();
    int planted = 0;
    for (var from : Lexicon.LANGUAGES) {
      if (!from.equals(language)) {
        for (var pair : Corpus.pairs(from, language).toList()) {
          for (var damaged : Mutations.of(pair.target().text())) {
            planted++;
            if (compare(pair.source(), new Words(damaged, language)).isEmpty()) {
              missed.add(pair.source() + " → " + damaged);
            }
          }
        }
      }
    }
    assertThat(missed).isEmpty();
    assertThat(planted).isGreaterThan(1500);
  }

  @Test
  void theHardOnesAreCaughtByTheirName() {
    var missed = new ArrayList<String>();
    for (var line : Corpus.lines("mutations.tsv")) {
      var part = line.split("\t", -1);
      var findings = compare(new Words(part[2], part[0]), new Words(part[3], part[1]));
      if (findings.stream().noneMatch(found -> found.kind().name().equals(part[4]))) {
        missed.add(line + " " + findings);
      }
    }
    assertThat(missed).isEmpty();
  }
}
