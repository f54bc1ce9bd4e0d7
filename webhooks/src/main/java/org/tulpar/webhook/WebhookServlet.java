package org.tulpar.webhook;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.ChannelRoute;
import org.tulpar.channel.Proof;
import org.tulpar.channel.UnreadablePayload;
import org.tulpar.dialogue.inbound.Overloaded;
import org.tulpar.dialogue.inbound.Reception;
import org.tulpar.kernel.LogContext;
import org.tulpar.kernel.TraceId;

/** {@code /webhooks/{channelType}/{channelKey}}, a plain servlet: this is the hot path. */
@WebServlet("/*")
public class WebhookServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final byte[] STORED = "{\"stored\":true}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NOTHING = {};
  private static final long RETRY_SECONDS = 5;

  private static final int MOST_BYTES = 4 << 20;

  private transient Reception reception;
  private int maxBytes;

  @Override
  public void init() {
    reception = Reception.open();
    maxBytes =
        ConfigProvider.getConfig()
            .getOptionalValue("tulpar.webhook.max-bytes", Integer.class)
            .orElse(MOST_BYTES);
  }

  /** Traced as every request is; the application's filters are not here. */
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var id = TraceId.random().text().substring(0, 16);
    var trace = TraceId.of(request.getHeader("traceparent")).orElseGet(TraceId::random).text();
    response.setHeader("X-Request-Id", id);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    try (var context = LogContext.with(Map.of("request", id, "trace", trace))) {
      switch (request.getMethod()) {
        case "POST" -> post(request, response, trace);
        case "GET" -> handshake(request, response);
        default -> {
          response.setHeader("Allow", "GET, POST");
          response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
      }
    }
  }

  private void post(HttpServletRequest request, HttpServletResponse response, String trace)
      throws IOException {
    try {
      var path = WebhookPath.parse(request.getPathInfo());
      var proof = path.flatMap(p -> payloads(p).proof(new ServletWebhook(request)));
      if (proof.isEmpty()) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return;
      }
      take(path.get(), proof.get(), request, response, trace);
    } catch (TooLarge e) {
      // The rest of the body is not read, so the connection cannot be used again.
      response.setHeader("Connection", "close");
      response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } catch (UnreadablePayload e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    } catch (Overloaded e) {
      if (e.isTrouble()) {
        logged(e);
      }
      later(response, e.retryAfterSeconds());
    } catch (SQLException | RuntimeException e) {
      logged(e);
      later(response, RETRY_SECONDS);
    }
  }

  /** A provider's handshake: the answer it wants, or 403. */
  private void handshake(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var path = WebhookPath.parse(request.getPathInfo());
      var asked = path.flatMap(p -> payloads(p).handshake(new ServletWebhook(request)));
      if (asked.isEmpty() || route(path.get(), asked.get().proof(), NOTHING).isEmpty()) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        return;
      }
      response.setContentType("text/plain;charset=UTF-8");
      response.getOutputStream().write(asked.get().answer().getBytes(StandardCharsets.UTF_8));
    } catch (SQLException e) {
      logged(e);
      later(response, RETRY_SECONDS);
    }
  }

  /** Strangers are turned away before their body is read, unless the body is what they signed. */
  private void take(
      WebhookPath path,
      Proof proof,
      HttpServletRequest request,
      HttpServletResponse response,
      String trace)
      throws IOException, UnreadablePayload, Overloaded, SQLException, TooLarge {
    var signed = proof.overBody() ? body(request) : NOTHING;
    var route = route(path, proof, signed);
    if (route.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    var body = proof.overBody() ? signed : body(request);
    var envelope = payloads(path).envelope(body);
    reception.intake().accept(route.get(), envelope, body, trace);
    response.setContentType("application/json");
    response.setContentLength(STORED.length);
    response.getOutputStream().write(STORED);
  }

  private ChannelPayloads payloads(WebhookPath path) {
    return reception.providers().payloads(path.type());
  }

  private Optional<ChannelRoute> route(WebhookPath path, Proof proof, byte[] body)
      throws SQLException {
    return reception.routing().find(path.type(), path.key(), proof, body);
  }

  private void logged(Exception e) {
    getServletContext().log("a webhook was answered 503: " + e.getMessage(), e);
  }

  /** Never 4xx for trouble of ours: a gateway repeats after 503 only. */
  private static void later(HttpServletResponse response, long seconds) {
    response.setHeader("Retry-After", Long.toString(seconds));
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }

  /** By its announced length, in one buffer; a body without one is read up to the limit. */
  private byte[] body(HttpServletRequest request) throws IOException, TooLarge {
    var announced = request.getContentLengthLong();
    if (announced > maxBytes) {
      throw new TooLarge();
    }
    var body = request.getInputStream().readNBytes(announced < 0 ? maxBytes + 1 : (int) announced);
    if (body.length > maxBytes) {
      throw new TooLarge();
    }
    return body;
  }

  /** The body is larger than the operator allows. */
  private static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
