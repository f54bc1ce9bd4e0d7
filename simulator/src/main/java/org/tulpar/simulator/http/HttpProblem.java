package org.tulpar.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer other than the hoped-for one, already in the shape its surface speaks. */
public final class HttpProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient JsonNode body;

  public HttpProblem(int status, JsonNode body) {
    super("answered " + status);
    this.status = status;
    this.body = body;
  }

  public int status() {
    return status;
  }

  public JsonNode body() {
    return body;
  }
}
