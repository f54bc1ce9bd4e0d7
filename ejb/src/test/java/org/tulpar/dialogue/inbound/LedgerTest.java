package org.tulpar.dialogue.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.Lane;
import org.tulpar.tenant.OrganizationId;

class LedgerTest {

  /** Whoever inserts the same rows in another order may deadlock with the first. */
  @Test
  void the_same_events_are_stored_in_one_order_however_they_came() {
    var events = new ArrayList<NewEvent>();
    for (int organization = 0; organization < 3; organization++) {
      for (int channel = 0; channel < 3; channel++) {
        for (int event = 0; event < 3; event++) {
          events.add(event(organization, channel, "E-" + event));
        }
      }
    }
    var first = Ledger.inOneOrder(events);
    var dice = new Random(1);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(events, dice);
      assertThat(Ledger.inOneOrder(List.copyOf(events))).isEqualTo(first);
    }
  }

  private static NewEvent event(int organization, int channel, String externalId) {
    var of = new OrganizationId(new UUID(0, organization));
    return new NewEvent(
        of,
        new UUID(organization, channel),
        externalId,
        "messages.upsert",
        Lane.of(of),
        "{}",
        "trace");
  }
}
