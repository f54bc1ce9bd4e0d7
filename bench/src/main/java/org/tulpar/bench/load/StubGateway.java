package org.tulpar.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** The messenger's gateway: takes every message and notes which webhook it answers. */
final class StubGateway implements AutoCloseable {

  private static final int BACKLOG = 1024;
  private static final byte[] STATE =
      response(200, "{\"status\":\"ok\",\"state\":\"open\",\"instance\":{\"state\":\"open\"}}");

  private final ServerSocket listener = new ServerSocket();
  private final Tally tally;
  private final AtomicLong ids = new AtomicLong();

  StubGateway(int port, Tally tally) throws IOException {
    this.tally = tally;
    listener.setReuseAddress(true);
    listener.bind(new InetSocketAddress("127.0.0.1", port), BACKLOG);
    Thread.ofPlatform().daemon().start(this::accept);
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

  private byte[] answer(Wire request, long now) {
    if (!request.start().startsWith("POST")) {
      return STATE;
    }
    tally.reply(request.start(), request.text(), now);
    var id = "GW" + tally.run() + ids.incrementAndGet();
    return response(
        201,
        """
        {"key":{"remoteJid":"0@s.whatsapp.net","fromMe":true,"id":"%s"},"status":"PENDING"}\
        """
            .formatted(id));
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
