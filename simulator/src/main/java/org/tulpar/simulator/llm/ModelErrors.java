package org.tulpar.simulator.llm;

import org.tulpar.simulator.http.HttpProblem;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.Surface;

/** Errors as OpenAI tells them: {@code {error: {message, type, param, code}}}. */
final class ModelErrors implements Surface {

  @Override
  public HttpProblem malformed(String detail) {
    return invalid("We could not parse the JSON body of your request: " + detail, null);
  }

  @Override
  public HttpProblem tooLarge() {
    return problem(413, "The request is too large", "invalid_request_error", null, null);
  }

  static HttpProblem invalid(String message, String parameter) {
    return problem(400, message, "invalid_request_error", parameter, null);
  }

  static HttpProblem failed() {
    return problem(500, "The simulated model was told to fail", "server_error", null, null);
  }

  static HttpProblem limited() {
    return problem(
        429, "The simulated model was told to be busy", "requests", null, "rate_limit_exceeded");
  }

  private static HttpProblem problem(
      int status, String message, String type, String parameter, String code) {
    var body = Json.object();
    body.putObject("error")
        .put("message", message)
        .put("type", type)
        .put("param", parameter)
        .put("code", code);
    return new HttpProblem(status, body);
  }
}
