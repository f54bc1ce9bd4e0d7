package org.tulpar.channel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.policy.SendPermission.FreeText;
import org.tulpar.channel.policy.SendPermission.Nothing;
import org.tulpar.channel.policy.SendPermission.TemplateOnly;

class SendPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void metaTakesFreeTextForADayAfterTheClientWrote() {
    assertThat(cloud(NOW.minus(Duration.ofHours(24)).plusMillis(1))).isEqualTo(new FreeText());
    assertThat(cloud(NOW)).isEqualTo(new FreeText());
  }

  @Test
  void afterThatOnlyATemplate() {
    var wrote = NOW.minus(Duration.ofHours(24));
    assertThat(cloud(wrote)).isEqualTo(new TemplateOnly(NOW));
    assertThat(cloud(null)).isEqualTo(new TemplateOnly(null));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHATSAPP_CLOUD")
  void theOthersKnowNoWindow(ChannelType type) {
    assertThat(SendPolicy.of(type, ChatKind.DIRECT, null, NOW)).isEqualTo(new FreeText());
  }

  @ParameterizedTest
  @EnumSource
  void nobodyAnswersInABroadcast(ChannelType type) {
    assertThat(SendPolicy.of(type, ChatKind.BROADCAST, NOW, NOW)).isInstanceOf(Nothing.class);
    assertThat(SendPolicy.of(type, ChatKind.EXAMPLE, NOW, NOW)).isEqualTo(new Nothing("example"));
  }

  private static SendPermission cloud(Instant lastClientAt) {
    return SendPolicy.of(ChannelType.WHATSAPP_CLOUD, ChatKind.DIRECT, lastClientAt, NOW);
  }
}
