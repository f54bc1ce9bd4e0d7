package org.tulpar.integrations.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Makes one call at a time per caller, once, within its limits, and says how far it came. */
public final class OutboundClient implements AutoCloseable {

  private static final int CONNECTIONS = 512;
  private static final int CONNECTIONS_PER_GATEWAY = 64;

  /** Node closes an idle connection after 5 s: a request must not meet that moment. */
  private static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(4);

  private static final TimeValue VALIDATE_AFTER = TimeValue.ofMilliseconds(500);

  private final CloseableHttpClient http;
  private final OutboundSettings settings;
  private final Clock clock;
  private final Cuts cuts;

  private OutboundClient(
      CloseableHttpClient http, OutboundSettings settings, Clock clock, Cuts cuts) {
    this.http = http;
    this.settings = settings;
    this.clock = clock;
    this.cuts = cuts;
  }

  /** For addresses that an organization chose. */
  static OutboundClient guarded(OutboundSettings settings, Clock clock, Cuts cuts) {
    var system = SystemDefaultDnsResolver.INSTANCE;
    var resolver = settings.allowPrivate() ? system : new GuardedResolver(system);
    return open(settings, clock, cuts, resolver, CONNECTIONS_PER_GATEWAY);
  }

  /** For addresses from the operator's own configuration: one host may need all connections. */
  static OutboundClient trusted(OutboundSettings settings, Clock clock, Cuts cuts) {
    return open(settings, clock, cuts, SystemDefaultDnsResolver.INSTANCE, CONNECTIONS);
  }

  private static OutboundClient open(
      OutboundSettings settings, Clock clock, Cuts cuts, DnsResolver resolver, int perHost) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(resolver)
            .setMaxConnTotal(CONNECTIONS)
            .setMaxConnPerRoute(perHost)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                    .setValidateAfterInactivity(VALIDATE_AFTER)
                    .build())
            .build();
    var http =
        HttpClients.custom()
            .setConnectionManager(connections)
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .setUserAgent("Tulpar")
            .build();
    return new OutboundClient(http, settings, clock, cuts);
  }

  /**
   * Makes the call.
   *
   * @param timeout for the answer to begin and to end; after twice as long the call is over,
   *     wherever it is
   */
  public Exchange exchange(HttpUriRequestBase request, Duration timeout) {
    return exchange(request, timeout, settings.maxAnswerBytes());
  }

  /**
   * Makes the call, for an answer that is a file.
   *
   * @param timeout for the answer to begin and to end; after twice as long the call is over,
   *     wherever it is
   * @param maxBytes a longer answer is not read to its end
   */
  public Exchange exchange(HttpUriRequestBase request, Duration timeout, int maxBytes) {
    request.setConfig(
        RequestConfig.custom()
            .setConnectionRequestTimeout(Timeout.of(settings.connectTimeout()))
            .setResponseTimeout(Timeout.of(timeout))
            .setConnectionKeepAlive(KEEP_ALIVE)
            .build());
    var deadline = clock.instant().plus(timeout);
    var cut = cuts.expect(request, timeout.multipliedBy(2));
    try {
      return http.execute(
          request,
          answer -> {
            try {
              var entity = answer.getEntity();
              var body =
                  entity == null
                      ? new byte[0]
                      : new LimitedBody(maxBytes, clock, deadline).read(entity.getContent());
              return new Exchange.Answered(answer.getCode(), body, retryAfter(answer));
            } catch (IOException e) {
              // else what was given up is read to its end when the answer is closed
              request.abort();
              throw e;
            }
          });
    } catch (IOException e) {
      var far = howFar(e);
      return cut.made() && far instanceof Exchange.Unclear
          ? new Exchange.Unclear("timeout", e)
          : far;
    } finally {
      cuts.forget(cut);
    }
  }

  /** The operator's limit for an answer that is no file. */
  public int maxAnswerBytes() {
    return settings.maxAnswerBytes();
  }

  private static String retryAfter(ClassicHttpResponse answer) {
    var header = answer.getFirstHeader("Retry-After");
    return header == null ? null : header.getValue();
  }

  private static Exchange howFar(IOException trouble) {
    return switch (trouble) {
      case ForbiddenAddress e -> new Exchange.NotSent("forbidden_address", e);
      case UnknownHostException e -> new Exchange.NotSent("unknown_host", e);
      case ConnectTimeoutException e -> new Exchange.NotSent("connect_timeout", e);
      case ConnectionRequestTimeoutException e -> new Exchange.NotSent("too_many_calls", e);
      case ConnectException e -> new Exchange.NotSent("connection_refused", e);
      case NoRouteToHostException e -> new Exchange.NotSent("connection_refused", e);
      case SSLHandshakeException e -> new Exchange.NotSent("tls_failed", e);
      case SSLPeerUnverifiedException e -> new Exchange.NotSent("tls_failed", e);
      case AnswerTooLong e -> new Exchange.Unclear("answer_too_long", e);
      case SocketTimeoutException e -> new Exchange.Unclear("timeout", e);
      default -> new Exchange.Unclear("connection_lost", trouble);
    };
  }

  @Override
  public void close() {
    http.close(CloseMode.GRACEFUL);
  }
}
