package org.tulpar.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelType;

class WebhookPathTest {

  @Test
  void reads_type_and_key() {
    assertThat(WebhookPath.parse("/evolution/k1"))
        .contains(new WebhookPath(ChannelType.EVOLUTION, "k1"));
    assertThat(WebhookPath.parse("/whatsapp-cloud/k2"))
        .contains(new WebhookPath(ChannelType.WHATSAPP_CLOUD, "k2"));
  }

  @Test
  void drops_the_events_name_behind_the_key() {
    assertThat(WebhookPath.parse("/evolution/k1/messages-upsert"))
        .contains(new WebhookPath(ChannelType.EVOLUTION, "k1"));
  }

  @Test
  void knows_no_other_path() {
    assertThat(WebhookPath.parse(null)).isEmpty();
    assertThat(WebhookPath.parse("/")).isEmpty();
    assertThat(WebhookPath.parse("/evolution")).isEmpty();
    assertThat(WebhookPath.parse("/evolution/")).isEmpty();
    assertThat(WebhookPath.parse("/carrier-pigeon/k1")).isEmpty();
  }
}
