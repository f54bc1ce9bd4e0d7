package org.tulpar.conversation.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxFilterTest {

  private static final Map<String, String> FULL =
      Map.of(
          "tab", "MINE",
          "q", "a&b",
          "channel", "8d3f3a1e-0000-4000-8000-000000000001",
          "manager", "5",
          "lang", "ar",
          "state", "UNREAD",
          "sort", "WAITING");

  @Test
  void theAddressComesBackAsItWas() {
    assertThat(InboxFilter.of(FULL::get, InboxTab.ALL).query())
        .isEqualTo(
            "tab=MINE&q=a%26b&channel=8d3f3a1e-0000-4000-8000-000000000001&manager=5&lang=ar&state=UNREAD&sort=WAITING");
  }

  @Test
  void whatIsNotUnderstoodIsAbsent() {
    var filter =
        InboxFilter.of(
            Map.of("tab", "NONSENSE", "channel", "x", "manager", "-1", "lang", "<b>", "state", "")
                ::get,
            InboxTab.BOT);
    assertThat(filter).isEqualTo(InboxFilter.of(InboxTab.BOT));
    assertThat(filter.isNarrow()).isFalse();
  }

  @Test
  void oneCriterionIsTakenBack() {
    assertThat(InboxFilter.of(FULL::get, InboxTab.ALL).without("q"))
        .doesNotContain("q=")
        .contains("lang=ar");
  }

  @Test
  void whoWaitsLongestComesFirstWherePeopleWait() {
    assertThat(InboxFilter.of(InboxTab.NEEDS_HUMAN).order()).isEqualTo(InboxSort.WAITING);
    assertThat(InboxFilter.of(InboxTab.MINE).order()).isEqualTo(InboxSort.LATEST);
  }
}
