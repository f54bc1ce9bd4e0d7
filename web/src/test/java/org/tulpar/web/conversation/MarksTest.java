package org.tulpar.web.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tulpar.translation.fidelity.Finding;
import org.tulpar.translation.fidelity.Finding.Kind;

class MarksTest {

  private static final String SOURCE = "Цена 84 доллара, выезд 12 июля";
  private static final String TARGET = "$94, on July 12";

  @Test
  void bothTextsAreMarkedWhereTheyDiffer() {
    var changed = List.of(new Finding(Kind.PRICE, "84 доллара", 5, 15, "$94", 0));
    assertThat(drawn(Marks.before(SOURCE, changed))).isEqualTo("Цена [84 доллара], выезд 12 июля");
    assertThat(drawn(Marks.after(TARGET, changed))).isEqualTo("[$94], on July 12");
    assertThat(Marks.after(TARGET, changed).places()).containsExactly(List.of(0, 3));
  }

  @Test
  void whatWasLostIsMarkedInTheSourceOnlyAndWhatWasAddedInTheTranslationOnly() {
    var lost = List.of(new Finding(Kind.DATE, "12 июля", 23, 30, null, -1));
    assertThat(drawn(Marks.before(SOURCE, lost))).isEqualTo("Цена 84 доллара, выезд [12 июля]");
    assertThat(Marks.after(TARGET, lost).pieces()).isEmpty();
    var added = List.of(new Finding(Kind.PRICE, null, -1, -1, "$94", 0));
    assertThat(Marks.before(SOURCE, added).pieces()).isEmpty();
    assertThat(drawn(Marks.after(TARGET, added))).isEqualTo("[$94], on July 12");
  }

  @Test
  void whatWasStoredWithoutItsPlaceIsLookedFor() {
    var stored = List.of(new Finding(Kind.PRICE, "84 доллара", -1, -1, "$94", 0));
    assertThat(drawn(Marks.before(SOURCE, stored))).isEqualTo("Цена [84 доллара], выезд 12 июля");
    var gone = List.of(new Finding(Kind.TERM, "yurt", -1, -1, null, -1));
    assertThat(Marks.before(SOURCE, gone).pieces()).isEmpty();
  }

  @Test
  void placesDoNotOverlapAndLieWithinTheText() {
    var crooked =
        List.of(
            new Finding(Kind.NUMBER, "84", 5, 7, null, -1),
            new Finding(Kind.PRICE, "84 доллара", 5, 15, null, -1),
            new Finding(Kind.DATE, "июля", 26, 99, null, -1));
    assertThat(drawn(Marks.before(SOURCE, crooked)))
        .isEqualTo("Цена [84] доллара, выезд 12 [июля]");
  }

  private static String drawn(Marks marks) {
    return marks.pieces().stream()
        .map(piece -> piece.doubt() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }
}
