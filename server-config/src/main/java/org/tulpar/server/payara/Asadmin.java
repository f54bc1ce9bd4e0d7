package org.tulpar.server.payara;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.tulpar.server.machine.Refusal;

/**
 * The server's administration port, spoken as {@code asadmin} speaks it, but without the second
 * that each start of that program takes.
 */
public final class Asadmin {

  public static final String USER = "admin";
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final String authorization;

  public Asadmin(int port, String password) {
    this.port = port;
    var credentials = (USER + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /**
   * Runs a command with its options; {@code DEFAULT} is the operand. Throws a refusal with the
   * server's words when the command failed.
   */
  public void run(String command, Map<String, String> options, Duration limit) {
    var query =
        options.entrySet().stream()
            .map(option -> option.getKey() + "=" + encoded(option.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/__asadmin/%s?%s".formatted(port, command, query)))
            .timeout(limit)
            .header("Authorization", authorization)
            .header("X-Requested-By", "tulpar")
            .header("User-Agent", "hk2-agent")
            .build();
    try {
      check(command, http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new Refusal("The server did not take «%s»: %s.".formatted(command, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted.", e);
    }
  }

  public void set(String name, String value, Duration limit) {
    run("set", Map.of("DEFAULT", name + "=" + value), limit);
  }

  private static void check(String command, HttpResponse<byte[]> response) throws IOException {
    if (response.statusCode() != 200) {
      throw new Refusal(
          "The server answered %d to «%s».".formatted(response.statusCode(), command));
    }
    var main = new Manifest(new ByteArrayInputStream(response.body())).getMainAttributes();
    if ("FAILURE".equals(main.getValue("exit-code"))) {
      throw new Refusal(
          "«%s» failed: %s %s"
              .formatted(command, text(main.getValue("message")), text(main.getValue("cause"))));
    }
  }

  private static String text(String value) {
    return value == null
        ? ""
        : java.net.URLDecoder.decode(value.replace("%%%EOL%%%", " "), StandardCharsets.UTF_8);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
