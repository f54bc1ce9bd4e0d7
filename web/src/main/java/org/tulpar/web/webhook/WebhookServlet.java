package org.tulpar.web.webhook;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tulpar.channel.ChannelRoute;
import org.tulpar.channel.Routing;
import org.tulpar.channel.UnreadablePayload;
import org.tulpar.dialogue.flow.Providers;
import org.tulpar.dialogue.inbound.Intake;
import org.tulpar.dialogue.inbound.Overloaded;

/** {@code POST /webhooks/{channelType}/{channelKey}}, a plain servlet: this is the hot path. */
@WebServlet("/webhooks/*")
public class WebhookServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final byte[] STORED = "{\"stored\":true}".getBytes(StandardCharsets.UTF_8);
  private static final long RETRY_SECONDS = 5;

  @Inject private transient Routing routing;
  @Inject private transient Providers providers;
  @Inject private transient Intake intake;

  @Inject
  @ConfigProperty(name = "tulpar.webhook.max-bytes", defaultValue = "4194304")
  private int maxBytes;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var route = route(request);
      if (route.isEmpty()) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return;
      }
      take(route.get(), request, response);
    } catch (UnreadablePayload e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    } catch (Overloaded e) {
      if (e.isTrouble()) {
        getServletContext().log("a webhook was answered 503: " + e.getMessage(), e);
      }
      later(response, e.retryAfterSeconds());
    } catch (SQLException e) {
      getServletContext().log("a webhook was answered 503: " + e.getMessage(), e);
      later(response, RETRY_SECONDS);
    }
  }

  /** Never 4xx for trouble of ours: a gateway repeats after 503 only. */
  private static void later(HttpServletResponse response, long seconds) {
    response.setHeader("Retry-After", Long.toString(seconds));
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }

  private Optional<ChannelRoute> route(HttpServletRequest request) throws SQLException {
    var path = WebhookPath.parse(request.getPathInfo());
    var secret = BearerSecret.of(request.getHeader("Authorization"));
    if (path.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return routing.find(path.get().type(), path.get().key(), secret.get());
  }

  private void take(ChannelRoute route, HttpServletRequest request, HttpServletResponse response)
      throws IOException, UnreadablePayload, Overloaded {
    if (request.getContentLengthLong() > maxBytes) {
      tooLarge(response);
      return;
    }
    var body = body(request);
    if (body.length > maxBytes) {
      tooLarge(response);
      return;
    }
    var envelope = providers.payloads(route.type()).envelope(body);
    intake.accept(route, envelope, body, request.getHeader("traceparent"));
    response.setContentType("application/json");
    response.setContentLength(STORED.length);
    response.getOutputStream().write(STORED);
  }

  /** By its announced length, in one buffer; a body without one is read up to the limit. */
  private byte[] body(HttpServletRequest request) throws IOException {
    var announced = request.getContentLength();
    return request.getInputStream().readNBytes(announced < 0 ? maxBytes + 1 : announced);
  }

  /** The rest of the body is not read, so the connection cannot be used again. */
  private static void tooLarge(HttpServletResponse response) {
    response.setHeader("Connection", "close");
    response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
  }
}
