package org.tulpar.integrations.whatsappcloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.SendResult.Accepted;
import org.tulpar.channel.SendResult.Deferred;
import org.tulpar.channel.SendResult.Rejected;
import org.tulpar.channel.SendResult.Unknown;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.Exchange.Answered;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.RetryAfter;
import org.tulpar.integrations.wire.SendResults;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;

/** What Meta's answer to a send means. Only a message's id means sent. */
final class SendAnswers {

  private static final int LONGEST_DETAIL = 500;

  private final WireJson json;
  private final RetryAfter retryAfter;

  SendAnswers(WireJson json, Clock clock) {
    this.json = json;
    this.retryAfter = new RetryAfter(clock);
  }

  SendResult read(Answered answer) {
    var body = body(answer);
    var detail = detail(answer, body);
    var wait = retryAfter.read(answer.retryAfter());
    if (answer.successful()) {
      return body.at("messages").elements().stream()
          .map(message -> message.firstText("id"))
          .filter(id -> id != null && id.length() <= MessageReader.LONGEST_ID)
          .<SendResult>map(Accepted::new)
          .findFirst()
          .orElseGet(() -> new Unknown("answer_without_id", detail));
    }
    var code = body.at("error").integer("code");
    if (answer.status() == 429 || code.filter(CloudError::tooFast).isPresent()) {
      return new Deferred("rate_limited", detail, wait);
    }
    if (answer.status() == 503) {
      return new Deferred("gateway_unavailable", detail, wait);
    }
    if (answer.status() >= 500) {
      return new Unknown("gateway_error", detail);
    }
    return refused(answer.status(), code.orElse(-1L), detail);
  }

  /** What became of a file that was given to Meta. */
  sealed interface Uploaded {

    record Named(String id) implements Uploaded {}

    /**
     * @param why never unknown: the client was sent nothing
     */
    record Not(SendResult why) implements Uploaded {}
  }

  Uploaded uploaded(Exchange exchange) {
    if (exchange instanceof Answered answer && answer.successful()) {
      var id = body(answer).firstText("id");
      if (id != null) {
        return new Uploaded.Named(id);
      }
    }
    var result = SendResults.of(exchange, this::read);
    return new Uploaded.Not(
        result instanceof Unknown unknown
            ? new Deferred("upload_failed", unknown.detail(), null)
            : result);
  }

  private static SendResult refused(int status, long code, String detail) {
    if (status == 401 || status == 403 || CloudError.unauthorized(code)) {
      return new Rejected("unauthorized", detail);
    }
    if (status == 413) {
      return new Rejected("too_long", detail);
    }
    return new Rejected(code < 0 ? "refused_by_gateway" : CloudError.refusal(code), detail);
  }

  private Wire body(Answered answer) {
    try {
      return json.read(answer.text());
    } catch (JsonProcessingException e) {
      // Not Meta's answer but a proxy's page; it is told as it came, by its status.
      return new Wire(MissingNode.getInstance());
    }
  }

  private static String detail(Answered answer, Wire body) {
    var told = body.at("error").firstText("message");
    return answer.status()
        + " "
        + PlainText.shortened(
            PlainText.of(told == null ? answer.text().strip() : told), LONGEST_DETAIL);
  }
}
