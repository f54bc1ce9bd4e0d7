package org.tulpar.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ContentsTest {

  private final Contents dumped =
      contents(Map.of("public.client", 3L, "public.client/a", 3L, "public.job", 0L), Set.of("p"));

  @Test
  void shares_are_not_counted_twice() {
    assertThat(dumped.tables()).isEqualTo(2);
    assertThat(dumped.totalRows()).isEqualTo(3);
  }

  @Test
  void the_same_contents_have_no_differences() {
    assertThat(Comparison.of(dumped, dumped).holds()).isTrue();
  }

  @Test
  void an_empty_table_that_is_missing_is_a_difference() {
    var restored = contents(Map.of("public.client", 3L, "public.client/a", 3L), Set.of("p"));
    assertThat(dumped.differences(restored)).containsExactly(new Difference("public.job", 0, 0));
  }

  @Test
  void rows_that_moved_to_another_organization_are_a_difference_though_the_sum_is_equal() {
    var restored =
        contents(Map.of("public.client", 3L, "public.client/b", 3L, "public.job", 0L), Set.of("p"));
    var comparison = Comparison.of(dumped, restored);
    assertThat(comparison.holds()).isFalse();
    assertThat(comparison.summary()).isEqualTo("public.client/a: 3 dumped, 0 restored; and 1 more");
  }

  @Test
  void a_protection_that_is_missing_is_a_difference() {
    var restored = contents(dumped.rows(), Set.of());
    assertThat(dumped.differences(restored)).containsExactly(new Difference("p", 1, 0));
  }

  private static Contents contents(Map<String, Long> rows, Set<String> protections) {
    return new Contents(new TreeMap<>(rows), new TreeSet<>(protections));
  }
}
