package org.tulpar.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NavigationTest {

  @Test
  void aPhoneHasRoomForWhatIsLookedAtOften() {
    assertThat(NavigationBacking.main(List.of(Section.values())))
        .containsExactly(Section.INBOX, Section.DEALS, Section.CLIENTS, Section.DASHBOARD);
  }

  @Test
  void whoMayEnterLessFindsTheRestThere() {
    assertThat(NavigationBacking.main(List.of(Section.ORDERS, Section.DASHBOARD)))
        .containsExactly(Section.DASHBOARD, Section.ORDERS);
    assertThat(NavigationBacking.main(List.of(Section.CONSOLE))).containsExactly(Section.CONSOLE);
  }
}
