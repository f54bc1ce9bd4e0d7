package org.tulpar.integrations.telegram;

import java.time.Duration;
import java.util.Locale;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.SendResult.Accepted;
import org.tulpar.channel.SendResult.Deferred;
import org.tulpar.channel.SendResult.Rejected;
import org.tulpar.channel.SendResult.Unknown;
import org.tulpar.integrations.http.Exchange.Answered;
import org.tulpar.integrations.wire.AnswerBody;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;

/** What Telegram's answer to a send means. Only a message's number means sent. */
final class SendAnswers {

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final WireJson json;

  SendAnswers(WireJson json) {
    this.json = json;
  }

  SendResult read(Answered answer) {
    var said = AnswerBody.of(answer, json);
    var body = said.fields();
    var detail = said.detail(body.firstText("description"));
    if (answer.successful()) {
      var message = body.at("result");
      var id = MessageReader.id(Chat.of(message.at("chat")), message);
      return id == null ? new Unknown("answer_without_id", detail) : new Accepted(id);
    }
    return switch (answer.status()) {
      case 400 -> badRequest(detail);
      case 401, 404 -> new Rejected("unauthorized", detail);
      case 403 ->
          new Rejected(detail.contains("blocked") ? "blocked_by_client" : "forbidden", detail);
      case 413 -> new Rejected("too_long", detail);
      case 429 -> new Deferred("rate_limited", detail, wait(body));
      case 503 -> new Deferred("gateway_unavailable", detail, null);
      default ->
          answer.status() >= 500
              ? new Unknown("gateway_error", detail)
              : new Rejected("refused_by_gateway", detail);
    };
  }

  /** Of a call that brings about no message: Telegram says true, and names nothing. */
  SendResult done(Answered answer) {
    var done = answer.successful() && AnswerBody.of(answer, json).fields().flag("result");
    return done ? new Accepted(null) : read(answer);
  }

  /** Of an edit: one that changes nothing any more was made before. */
  SendResult changed(Answered answer) {
    var result = read(answer);
    if (!(result instanceof Rejected rejected)) {
      return result instanceof Accepted ? new Accepted(null) : result;
    }
    var words = rejected.detail().toLowerCase(Locale.ROOT);
    if (words.contains("not modified")) {
      return new Accepted(null);
    }
    if (words.contains("can't be edited")) {
      return new Rejected("too_old", rejected.detail());
    }
    return words.contains("to edit not found")
        ? new Rejected("message_gone", rejected.detail())
        : rejected;
  }

  /** Of a deletion: what is not there any more was taken back before. */
  SendResult deleted(Answered answer) {
    var result = done(answer);
    if (!(result instanceof Rejected rejected)) {
      return result;
    }
    var words = rejected.detail().toLowerCase(Locale.ROOT);
    if (words.contains("message to delete not found")) {
      return new Accepted(null);
    }
    return words.contains("can't be deleted")
        ? new Rejected("too_old", rejected.detail())
        : rejected;
  }

  private static SendResult badRequest(String detail) {
    var words = detail.toLowerCase(Locale.ROOT);
    if (words.contains("chat not found")) {
      return new Rejected("bad_recipient", detail);
    }
    return new Rejected(words.contains("too long") ? "too_long" : "bad_request", detail);
  }

  private static Duration wait(Wire body) {
    return body.at("parameters")
        .integer("retry_after")
        .filter(seconds -> seconds >= 0)
        .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds())))
        .orElse(null);
  }
}
