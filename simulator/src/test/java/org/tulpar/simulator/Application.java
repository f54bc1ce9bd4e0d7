package org.tulpar.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;

/** Stands where the application stands: takes webhooks and answers as scripted, else 200. */
final class Application implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 10;

  private final HttpServer server;
  private final BlockingQueue<Hook> hooks = new LinkedBlockingQueue<>();
  private final List<Hook> passedOver = new ArrayList<>();
  private final Queue<Integer> script = new ConcurrentLinkedQueue<>();

  /** A webhook as it came. */
  record Hook(String path, Headers headers, byte[] bytes) {
    JsonNode body() {
      try {
        return Json.parse(bytes);
      } catch (MalformedJson e) {
        throw new IllegalStateException(e);
      }
    }

    String event() {
      return body().path("event").asText();
    }
  }

  Application() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    var bytes = exchange.getRequestBody().readAllBytes();
    hooks.add(new Hook(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), bytes));
    var scripted = script.poll();
    exchange.sendResponseHeaders(scripted == null ? 200 : scripted, -1);
    exchange.close();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/evolution/key";
  }

  void answers(Integer... statuses) {
    script.addAll(List.of(statuses));
  }

  /** The next webhook of this event; others wait for their turn, since order is not kept. */
  Hook next(String event) throws InterruptedException {
    for (var early : passedOver) {
      if (early.event().equals(event)) {
        passedOver.remove(early);
        return early;
      }
    }
    while (true) {
      var hook = hooks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (hook == null) {
        throw new AssertionError("no webhook " + event);
      }
      if (hook.event().equals(event)) {
        return hook;
      }
      passedOver.add(hook);
    }
  }

  /** Whether nothing more comes for a while. */
  boolean quietFor(long millis) throws InterruptedException {
    return hooks.poll(millis, TimeUnit.MILLISECONDS) == null;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
