package org.tulpar.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** The messenger's gateway: takes every message and notes which webhook it answers. */
final class StubGateway implements AutoCloseable {

  private static final int BACKLOG = 1024;

  /** Of a path: nothing, the group, the call, the instance. */
  private static final int MOST_WORDS = 4;

  private final ServerSocket listener = new ServerSocket();
  private final Tally tally;
  private final StubLines lines = new StubLines();
  private final AtomicLong ids = new AtomicLong();

  StubGateway(int port, Tally tally) throws IOException {
    this.tally = tally;
    listener.setReuseAddress(true);
    listener.bind(new InetSocketAddress("127.0.0.1", port), BACKLOG);
    Thread.ofPlatform().daemon().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var socket = listener.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed: the run is over
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var wire = new Wire(socket);
      while (wire.next()) {
        wire.send(answer(wire, System.nanoTime()));
        if (wire.isLast()) {
          return;
        }
      }
    } catch (IOException e) {
      // The system under test hung up: its own affair, and a lost reply is counted as such.
      return;
    }
  }

  /** Sends alone are replies; what is asked about a line concerns no message of the run. */
  private byte[] answer(Wire request, long now) throws JsonProcessingException {
    var path = request.start().split(" ")[1];
    var words = path.split("/", MOST_WORDS);
    if (words.length < MOST_WORDS) {
      return response(200, "{\"status\":200}");
    }
    var instance = words[MOST_WORDS - 1];
    if (words[1].equals("message")) {
      tally.reply(path, request.text(), now);
      return response(201, taken(instance, request.text()));
    }
    var answer = lines.answer(words[1] + "/" + words[2], instance, request.text());
    return response(answer.status(), answer.json());
  }

  private String taken(String instance, String message) {
    var id = "GW" + tally.run() + ids.incrementAndGet();
    lines.sent(instance, id, message);
    return """
        {"key":{"remoteJid":"0@s.whatsapp.net","fromMe":true,"id":"%s"},"status":"PENDING"}\
        """
        .formatted(id);
  }

  private static byte[] response(int status, String json) {
    var body = json.getBytes(StandardCharsets.UTF_8);
    var head =
        "HTTP/1.1 %d OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(status, body.length);
    return (head + json).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
