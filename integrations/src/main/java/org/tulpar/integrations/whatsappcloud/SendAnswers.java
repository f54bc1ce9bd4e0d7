package org.tulpar.integrations.whatsappcloud;

import java.time.Clock;
import java.util.Objects;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.SendResult.Accepted;
import org.tulpar.channel.SendResult.Deferred;
import org.tulpar.channel.SendResult.Rejected;
import org.tulpar.channel.SendResult.Unknown;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.Exchange.Answered;
import org.tulpar.integrations.wire.AnswerBody;
import org.tulpar.integrations.wire.RetryAfter;
import org.tulpar.integrations.wire.SendResults;
import org.tulpar.integrations.wire.WireJson;

/** What Meta's answer to a send means. Only a message's id means sent. */
final class SendAnswers {

  private final WireJson json;
  private final RetryAfter retryAfter;

  SendAnswers(WireJson json, Clock clock) {
    this.json = json;
    this.retryAfter = new RetryAfter(clock);
  }

  SendResult read(Answered answer) {
    var said = AnswerBody.of(answer, json);
    var body = said.fields();
    var detail = said.detail(body.at("error").firstText("message"));
    var wait = retryAfter.read(answer.retryAfter());
    if (answer.successful()) {
      return body.at("messages").elements().stream()
          .map(message -> MessageReader.id(message, "id"))
          .filter(Objects::nonNull)
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
      var id = AnswerBody.of(answer, json).fields().firstText("id");
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
}
