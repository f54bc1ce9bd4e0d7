package org.tulpar.web.deal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tulpar.deal.Stage;
import org.tulpar.deal.StageKind;
import org.tulpar.deal.StageTotal;
import org.tulpar.web.conversation.Reader;

/**
 * What is under way on a board: how many deals, for how much, and what is to be expected of it, as
 * each stage has its probability. Currencies are never added together.
 */
final class UnderWay {

  private static final int CERTAIN = 100;

  private final Map<String, BigDecimal> sums = new LinkedHashMap<>();
  private final Map<String, BigDecimal> expected = new LinkedHashMap<>();
  private long count;

  private UnderWay() {}

  static String words(List<Stage> stages, List<StageTotal> totals, Reader reader) {
    var open =
        stages.stream()
            .filter(stage -> stage.kind() == StageKind.OPEN)
            .collect(Collectors.toMap(Stage::id, Stage::probability));
    var all = new UnderWay();
    totals.stream()
        .filter(one -> open.containsKey(one.stageId()))
        .forEach(one -> all.add(one, open.get(one.stageId())));
    return all.words(reader);
  }

  private void add(StageTotal one, int probability) {
    count += one.count();
    if (one.currency() != null) {
      var part = one.sum().multiply(BigDecimal.valueOf(probability));
      sums.merge(one.currency(), one.sum(), BigDecimal::add);
      expected.merge(one.currency(), part, BigDecimal::add);
    }
  }

  private String words(Reader reader) {
    var words = new ArrayList<String>();
    words.add(reader.word("deals.open", count));
    sums.forEach((currency, sum) -> words.add(Price.of(sum, currency, reader.locale())));
    if (!sums.isEmpty()) {
      words.add(reader.word("deals.expected", expected(reader)));
    }
    return String.join(" · ", words);
  }

  /** In whole units: it is a guess. */
  private String expected(Reader reader) {
    return expected.entrySet().stream()
        .map(
            one ->
                Price.of(
                    one.getValue().divide(BigDecimal.valueOf(CERTAIN), 0, RoundingMode.HALF_UP),
                    one.getKey(),
                    reader.locale()))
        .collect(Collectors.joining(", "));
  }
}
