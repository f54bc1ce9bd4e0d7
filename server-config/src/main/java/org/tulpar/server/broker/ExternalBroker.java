package org.tulpar.server.broker;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.Settings;

/** The broker of {@code TULPAR_BROKER_URL}: it takes our credentials, or nothing is started. */
public record ExternalBroker(String url, String user, String password) {

  private static final long TIMEOUT_MILLIS = 5000;
  private static final String ADDRESS = "(tcp://)?[^:/,?\\s]+:\\d{1,5}(,[^:/,?\\s]+:\\d{1,5})*";

  /** Empty when the broker is the embedded one. */
  public static Optional<ExternalBroker> of(Settings settings) {
    return settings
        .value("TULPAR_BROKER_URL")
        .map(
            url ->
                new ExternalBroker(
                    url,
                    settings.value("TULPAR_BROKER_USER").orElse(null),
                    settings.value("TULPAR_BROKER_PASSWORD").orElse(null)));
  }

  /** Signs in and out. */
  public void check() {
    if (!url.matches(ADDRESS)) {
      throw new Refusal(
          "TULPAR_BROKER_URL is «%s»: write it as tcp://host:port[,host:port].".formatted(url));
    }
    try (var locator = ActiveMQClient.createServerLocator(connectors());
        var factory =
            locator
                .setInitialConnectAttempts(1)
                .setReconnectAttempts(0)
                .setCallTimeout(TIMEOUT_MILLIS)
                .createSessionFactory();
        var session = factory.createSession(user, password, false, true, true, false, 0)) {
      session.start();
    } catch (ActiveMQException e) {
      throw refusal(e);
    } catch (Exception e) {
      throw unreachable(e);
    }
  }

  private String connectors() {
    return Arrays.stream(url.replaceFirst("^tcp://", "").split(",", -1))
        .map(host -> "tcp://" + host)
        .collect(Collectors.joining(",", "(", ")"));
  }

  private Refusal refusal(ActiveMQException e) {
    if (e.getType() == ActiveMQExceptionType.SECURITY_EXCEPTION) {
      return new Refusal(
          "The broker %s refuses the user «%s»: set TULPAR_BROKER_USER and TULPAR_BROKER_PASSWORD to credentials it knows."
              .formatted(url, user == null ? "" : user),
          e);
    }
    return unreachable(e);
  }

  private Refusal unreachable(Exception e) {
    return new Refusal(
        "The broker %s does not answer (%s): start it, or correct TULPAR_BROKER_URL."
            .formatted(url, e.getMessage()),
        e);
  }
}
