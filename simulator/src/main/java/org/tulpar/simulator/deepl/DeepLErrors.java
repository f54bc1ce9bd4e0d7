package org.tulpar.simulator.deepl;

import org.tulpar.simulator.http.HttpProblem;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.Surface;

/** Errors as DeepL tells them: {@code {"message": "…"}}. */
final class DeepLErrors implements Surface {

  @Override
  public HttpProblem malformed(String detail) {
    return problem(400, "Bad request. Reason: Request body could not be parsed: " + detail);
  }

  @Override
  public HttpProblem tooLarge() {
    return problem(413, "The request size exceeds the limit.");
  }

  static HttpProblem problem(int status, String message) {
    return new HttpProblem(status, Json.object().put("message", message));
  }
}
