package org.tulpar.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.tulpar.kernel.LogContext;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;

class CircumstancesTest {

  private static final OrganizationId ORGANIZATION =
      new OrganizationId(UUID.fromString("00000000-0000-0000-0000-000000000001"));

  private final Circumstances filter = new Circumstances(null);

  @Test
  void aRecordOfOursCarriesOrganizationUserRequestAndTrace() {
    var record = record("org.tulpar.dialogue.Turns");
    try (var context = LogContext.with(Map.of("request", "r", "trace", "t", "user", "7"))) {
      TenantScope.within(ORGANIZATION, () -> filter.isLoggable(record));
    }
    assertThat(record.getParameters()).hasSize(1);
    assertThat(record.getParameters()[0])
        .isEqualTo(
            Map.of(
                "organization",
                ORGANIZATION.toString(),
                "request",
                "r",
                "trace",
                "t",
                "user",
                "7"));
  }

  @Test
  void parametersOfTheMessageStayInFront() {
    var record = record("org.tulpar.x");
    record.setParameters(new Object[] {"first"});
    try (var context = LogContext.with("trace", "t")) {
      filter.isLoggable(record);
      filter.isLoggable(record);
    }
    assertThat(record.getParameters()).containsExactly("first", Map.of("trace", "t"));
  }

  @Test
  void recordsOfOthersAreLeftAlone() {
    var record = record("org.example.x");
    try (var context = LogContext.with("trace", "t")) {
      assertThat(filter.isLoggable(record)).isTrue();
    }
    assertThat(record.getParameters()).isNull();
  }

  @Test
  void whatTheHandlerRefusedStaysRefused() {
    assertThat(new Circumstances(record -> false).isLoggable(record("org.tulpar.x"))).isFalse();
  }

  @Test
  void nothingIsCarriedOutsideOfARequest() {
    var record = record("org.tulpar.x");
    filter.isLoggable(record);
    assertThat(record.getParameters()).isNull();
    assertThat(LogContext.current()).isEmpty();
  }

  private static LogRecord record(String logger) {
    var record = new LogRecord(Level.INFO, "text");
    record.setLoggerName(logger);
    return record;
  }
}
