package org.tulpar.simulator.http;

/** Errors of our own endpoints: {@code {"error": "one sentence"}}. */
public final class PlainSurface implements Surface {

  @Override
  public HttpProblem malformed(String detail) {
    return problem(400, "The body is not JSON: " + detail);
  }

  @Override
  public HttpProblem tooLarge() {
    return problem(413, "The body is too large");
  }

  public static HttpProblem problem(int status, String sentence) {
    return new HttpProblem(status, Json.object().put("error", sentence));
  }
}
