package org.tulpar.translation.fidelity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pairs the facts of two texts so that as many as possible of those that must survive have their
 * other; a word gives way to a figure.
 */
final class Matching {

  private static final int NONE = -1;

  /** Beyond so many facts nobody gives way to another: a hostile text must not cost minutes. */
  private static final int THOROUGH = 300;

  private final List<Fact> source;
  private final List<Fact> target;
  private final boolean[][] agree;
  private final int[] ofSource;
  private final int[] ofTarget;
  private final boolean thorough;

  Matching(Facts sourceFacts, Facts targetFacts) {
    source = sourceFacts.all();
    target = targetFacts.all();
    agree = new boolean[source.size()][target.size()];
    thorough = source.size() <= THOROUGH && target.size() <= THOROUGH;
    var agreement = new Agreement(sourceFacts, targetFacts);
    for (int s = 0; s < source.size(); s++) {
      for (int t = 0; t < target.size(); t++) {
        agree[s][t] = agreement.between(source.get(s), target.get(t));
      }
    }
    ofSource = filled(source.size());
    ofTarget = filled(target.size());
    pairAll();
  }

  private void pairAll() {
    for (int s = 0; s < source.size(); s++) {
      if (source.get(s).required()) {
        pairSource(s, new boolean[target.size()]);
      }
    }
    for (int t = 0; t < target.size(); t++) {
      if (target.get(t).required() && ofTarget[t] == NONE) {
        pairTarget(t, new boolean[source.size()]);
      }
    }
  }

  private static int[] filled(int size) {
    var none = new int[size];
    Arrays.fill(none, NONE);
    return none;
  }

  /** Figures first: a word is left for a figure that has nothing else. */
  private boolean pairSource(int s, boolean[] seen) {
    for (var required : new boolean[] {true, false}) {
      for (int t = 0; t < target.size(); t++) {
        if (agree[s][t] && !seen[t] && target.get(t).required() == required) {
          seen[t] = true;
          if (ofTarget[t] == NONE || thorough && pairSource(ofTarget[t], seen)) {
            pair(s, t);
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean pairTarget(int t, boolean[] seen) {
    for (int s = 0; s < source.size(); s++) {
      if (agree[s][t] && !seen[s]) {
        seen[s] = true;
        int other = ofSource[s];
        if (other == NONE || !target.get(other).required() || thorough && pairTarget(other, seen)) {
          if (other != NONE && ofTarget[other] == s) {
            ofTarget[other] = NONE;
          }
          pair(s, t);
          return true;
        }
      }
    }
    return false;
  }

  private void pair(int s, int t) {
    ofSource[s] = t;
    ofTarget[t] = s;
  }

  /** What must survive and did not. */
  List<Fact> lost() {
    return unpaired(source, ofSource);
  }

  /** What must not have appeared and did. */
  List<Fact> added() {
    return unpaired(target, ofTarget);
  }

  private static List<Fact> unpaired(List<Fact> facts, int[] pairs) {
    return IntStream.range(0, facts.size())
        .filter(i -> facts.get(i).required() && pairs[i] == NONE)
        .mapToObj(facts::get)
        .toList();
  }
}
