package org.tulpar.integrations.chat2desk;

import java.time.Clock;
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

/** What Chat2Desk's answer to a send means. Only a message's id means sent. */
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
    // its errors have many shapes; a person reads them as they came
    var detail = said.detail(null);
    var wait = retryAfter.read(answer.retryAfter());
    if (answer.successful()) {
      return successful(body, detail);
    }
    return switch (answer.status()) {
      case 401, 403 -> new Rejected("unauthorized", detail);
      case 404 -> new Rejected("bad_recipient", detail);
      case 413 -> new Rejected("too_long", detail);
      case 429 -> new Deferred("rate_limited", detail, wait);
      case 503 -> new Deferred("gateway_unavailable", detail, wait);
      default ->
          answer.status() >= 500
              ? new Unknown("gateway_error", detail)
              : new Rejected(answer.status() == 400 ? "bad_request" : "refused_by_gateway", detail);
    };
  }

  private static SendResult successful(Wire body, String detail) {
    var id = body.at("data").integer("message_id");
    if (id.isPresent()) {
      return new Accepted(id.get().toString());
    }
    return "error".equals(body.firstText("status"))
        ? new Rejected("refused_by_messenger", detail)
        : new Unknown("answer_without_id", detail);
  }
}
