package org.tulpar.integrations.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.tenant.OrganizationId;

/**
 * A server on loopback that answers as told and remembers what it was asked. It stands for one
 * test.
 */
public final class LocalServer implements AfterEachCallback, AutoCloseable {

  /** What arrived. */
  public record Request(
      String method, String path, String apiKey, String authorization, String body) {}

  /** How to answer. */
  public interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  static final Cuts CUTS = new Cuts();

  private static final int DRIPS = 1_200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final OutboundClient http = client();
  private volatile Answer answer = json(200, "{}");

  static {
    Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())
        .scheduleWithFixedDelay(CUTS, 100, 100, TimeUnit.MILLISECONDS);
  }

  public LocalServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var key = exchange.getRequestHeaders().getFirst("apikey");
      var authorization = exchange.getRequestHeaders().getFirst("Authorization");
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              key,
              authorization,
              body));
      answer.give(exchange);
    }
  }

  public LocalServer answering(Answer next) {
    answer = next;
    return this;
  }

  public static Answer json(int status, String body, String... headers) {
    return exchange -> {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Says nothing until the caller has gone. */
  public static Answer silence() {
    return exchange -> pause(Duration.ofSeconds(5));
  }

  private static void pause(Duration length) {
    try {
      new java.util.concurrent.CountDownLatch(1)
          .await(length.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Begins to answer and goes on, a little each time and for a minute. */
  public static Answer drip() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      for (int i = 0; i < DRIPS; i++) {
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        pause(Duration.ofMillis(50));
      }
    };
  }

  /** Closes the connection after the request. */
  public static Answer hangUp() {
    return exchange -> {};
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A channel whose gateway this server plays. */
  public ChannelAccess channel(ChannelType type, String instance, String credential) {
    return channel(type, instance, "", credential);
  }

  /** A channel whose gateway this server plays below a path. */
  public ChannelAccess channel(ChannelType type, String instance, String path, String credential) {
    return new ChannelAccess(
        new OrganizationId(UUID.randomUUID()),
        UUID.randomUUID(),
        type,
        instance,
        URI.create(uri() + path),
        credential);
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** What the first request said. */
  public JsonNode asked() throws IOException {
    return JSON.readTree(requests().getFirst().body());
  }

  /** Is closed with the server. */
  public OutboundClient http() {
    return http;
  }

  /** A client that may call this server. */
  public static OutboundClient client() {
    return OutboundClient.guarded(
        new OutboundSettings(true, Duration.ofSeconds(2), 100_000), Clock.systemUTC(), CUTS);
  }

  /** A client that may call public addresses only. */
  public static OutboundClient guardedClient() {
    return OutboundClient.guarded(
        new OutboundSettings(false, Duration.ofSeconds(2), 100_000), Clock.systemUTC(), CUTS);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  @Override
  public void close() {
    http.close();
    server.stop(0);
  }
}
