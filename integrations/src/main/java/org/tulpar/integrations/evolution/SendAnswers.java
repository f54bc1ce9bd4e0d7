package org.tulpar.integrations.evolution;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.SendResult.Accepted;
import org.tulpar.channel.SendResult.Deferred;
import org.tulpar.channel.SendResult.Rejected;
import org.tulpar.channel.SendResult.Unknown;
import org.tulpar.integrations.http.Exchange.Answered;
import org.tulpar.integrations.wire.AnswerBody;
import org.tulpar.integrations.wire.RetryAfter;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;

/**
 * What Evolution's answer to a send means. Only an id means sent: on WhatsApp Business a refusal of
 * Meta's comes back as 201.
 */
final class SendAnswers {

  /** Meta's errors that say "too fast" (Cloud API, error codes, throttling). */
  private static final Set<Long> TOO_FAST = Set.of(4L, 80007L, 130429L, 131048L, 131056L);

  private static final long META_TOKEN_EXPIRED = 190;

  private final WireJson json;
  private final RetryAfter retryAfter;

  SendAnswers(WireJson json, Clock clock) {
    this.json = json;
    this.retryAfter = new RetryAfter(clock);
  }

  SendResult read(Answered answer) {
    var said = AnswerBody.of(answer, json);
    var body = said.fields();
    var detail = said.detail(words(body));
    var wait = retryAfter.read(answer.retryAfter());
    if (answer.successful()) {
      return successful(body, detail);
    }
    // Said by the client of WhatsApp itself before it writes to the socket.
    if (detail.contains("Connection Closed")) {
      return new Deferred("connection_closed", detail, wait);
    }
    return switch (answer.status()) {
      case 400 -> badRequest(body, detail);
      case 401 -> new Rejected("unauthorized", detail);
      case 403 -> new Rejected("forbidden", detail);
      case 404 -> new Rejected("instance_not_found", detail);
      case 413 -> new Rejected("too_long", detail);
      case 408, 425, 503 -> new Deferred("gateway_unavailable", detail, wait);
      case 429 -> new Deferred("rate_limited", detail, wait);
      default ->
          answer.status() >= 500
              ? new Unknown("gateway_error", detail)
              : new Rejected("refused_by_gateway", detail);
    };
  }

  /**
   * What the answer to an edit or a deletion means. The instance is there, so that what is not
   * found is the message; the id of the answer is the change's own.
   */
  SendResult changed(Answered answer) {
    var result = read(answer);
    if (!(result instanceof Rejected rejected)) {
      return result instanceof Accepted ? new Accepted(null) : result;
    }
    var words = rejected.detail().toLowerCase(Locale.ROOT);
    if (words.contains("older than")) {
      return new Rejected("too_old", rejected.detail());
    }
    return words.contains("message not found") || words.contains("not compatible")
        ? new Rejected("message_gone", rejected.detail())
        : rejected;
  }

  private static SendResult successful(Wire body, String detail) {
    var id = MessageReader.id(body.at("key"));
    if (id != null) {
      return new Accepted(id);
    }
    var code = body.integer("code").orElse(0L);
    if (TOO_FAST.contains(code)) {
      return new Deferred("rate_limited", detail, null);
    }
    if (code == META_TOKEN_EXPIRED) {
      return new Rejected("unauthorized", detail);
    }
    // An object is Evolution speaking; anything else is somebody between us, who may have passed
    // the request on.
    return body.isObject() && !body.at("key").isObject()
        ? new Rejected("refused_by_messenger", detail)
        : new Unknown("answer_without_id", detail);
  }

  private static SendResult badRequest(Wire body, String detail) {
    var absent =
        body.at("response").at("message").elements().stream()
            .anyMatch(recipient -> "false".equals(recipient.text("exists")));
    return absent ? new Rejected("not_on_whatsapp", detail) : new Rejected("bad_request", detail);
  }

  private static String words(Wire body) {
    var message = body.at("response").at("message").node();
    var told = message.isMissingNode() ? body.at("message").node() : message;
    return told.isTextual() ? told.asText() : told.toString();
  }
}
