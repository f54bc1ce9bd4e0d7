package org.tulpar.integrations.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.tulpar.integrations.http.Exchange.Answered;

/**
 * What an answer to a send says.
 *
 * @param fields empty where it is no answer of the provider's but a proxy's page: that is told as
 *     it came, by its status
 */
public record AnswerBody(Answered answer, Wire fields) {

  private static final int LONGEST_DETAIL = 500;

  public static AnswerBody of(Answered answer, WireJson json) {
    try {
      return new AnswerBody(answer, json.read(answer.text()));
    } catch (JsonProcessingException e) {
      return new AnswerBody(answer, new Wire(MissingNode.getInstance()));
    }
  }

  /**
   * What the operator reads.
   *
   * @param words those of the provider; without any, the answer as it came
   */
  public String detail(String words) {
    var text = words == null || words.isEmpty() ? answer.text().strip() : words;
    return answer.status() + " " + PlainText.shortened(PlainText.of(text), LONGEST_DETAIL);
  }
}
