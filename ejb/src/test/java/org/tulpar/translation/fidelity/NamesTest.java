package org.tulpar.translation.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A person's name said in seven languages and three scripts: another name, none or half of it is
 * caught; the same name as the other language writes it raises no alarm.
 */
class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "ar", "fr", "de", "es", "pl"})
  void everyPlantedChangeOfANameIsCaught(String language) {
    var missed = new ArrayList<String>();
    var planted = new ArrayList<String>();
    var names = Corpus.naming(language).names();
    each(
        language,
        (said, name) -> {
          var damagedName = names.get(said.place());
          for (var damaged : Mutations.ofName(said.target().text(), damagedName, names)) {
            planted.add(damaged);
            if (findings(said.source(), new Words(damaged, language), name).stream()
                .noneMatch(found -> found.kind() == Finding.Kind.NAME)) {
              missed.add(said.source().text() + " → " + damaged);
            }
          }
        });
    assertThat(missed).isEmpty();
    assertThat(planted).hasSizeGreaterThan(1500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "ar", "fr", "de", "es", "pl"})
  void aNameAsTheOtherLanguageWritesItRaisesNoAlarm(String language) {
    var alarms = new ArrayList<String>();
    each(
        language,
        (said, name) ->
            findings(said.source(), said.target(), name)
                .forEach(
                    found ->
                        alarms.add(
                            said.source().text() + " → " + said.target().text() + " " + found)));
    assertThat(alarms).isEmpty();
  }

  /**
   * @param place of the name in the list of names
   */
  private record Said(Words source, Words target, int place) {}

  /** Every sentence with every name from every language into this one, and the name as known. */
  private static void each(String language, BiConsumer<Said, String> check) {
    var into = Corpus.naming(language);
    for (var from : Lexicon.LANGUAGES) {
      var out = Corpus.naming(from);
      for (int i = 0; !from.equals(language) && i < out.sentences().size(); i++) {
        for (int n = 0; n < out.names().size(); n++) {
          var source = new Words(out.sentences().get(i).formatted(out.names().get(n)), from);
          var target = new Words(into.sentences().get(i).formatted(into.names().get(n)), language);
          check.accept(new Said(source, target, n), out.names().get(n));
        }
      }
    }
  }

  private static List<Finding> findings(Words source, Words target, String known) {
    return Fidelity.compare(source, target, List.of(), List.of(known));
  }
}
