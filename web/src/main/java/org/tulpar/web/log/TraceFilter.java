package org.tulpar.web.log;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.tulpar.kernel.LogContext;
import org.tulpar.kernel.TraceId;

/** Every request has an id of ours and a trace id, the caller's when it sent a valid one. */
public class TraceFilter extends HttpFilter {

  /** Request attribute with the id that error pages show. */
  public static final String REQUEST_ID = "tulpar.request";

  /** Request attribute with the trace id that travels on with the work. */
  public static final String TRACE_ID = "tulpar.trace";

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(REQUEST_ID) != null) {
      chain.doFilter(request, response); // the error page of this very request
      return;
    }
    var id = TraceId.random().text().substring(0, 16);
    var trace = TraceId.of(request.getHeader("traceparent")).orElseGet(TraceId::random).text();
    request.setAttribute(REQUEST_ID, id);
    request.setAttribute(TRACE_ID, trace);
    response.setHeader("X-Request-Id", id);
    try (var context = LogContext.with(Map.of("request", id, "trace", trace))) {
      chain.doFilter(request, response);
    }
  }
}
