package org.tulpar.web.security;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.stream.Stream;
import org.primefaces.csp.CspException;
import org.tulpar.kernel.Outage;

/**
 * A form that is too old is a conflict (409), a forged one a bad request (400); neither is an error
 * of the server. A database that is away is none of the request (503).
 */
public class FailureFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(FailureFilter.class.getName());
  private static final String STATE = "jakarta.faces.ViewState";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (pretendsToBeLogin(request)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      var status = status(e);
      if (status.isEmpty() || response.isCommitted()) {
        throw e;
      }
      LOG.log(Level.WARNING, "a request was answered with " + status.get(), e);
      response.sendError(status.get());
    }
  }

  /** Only the sign-in page lives without a state; Faces breaks when another page is told so. */
  private static boolean pretendsToBeLogin(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && "stateless".equals(request.getParameter(STATE))
        && !request.getRequestURI().equals(request.getContextPath() + "/login");
  }

  private static Optional<Integer> status(Throwable failure) {
    if (Outage.isAround(failure)) {
      return Optional.of(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .map(FailureFilter::statusOf)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Integer> statusOf(Throwable cause) {
    return switch (cause) {
      case ViewExpiredException expired -> Optional.of(HttpServletResponse.SC_CONFLICT);
      case CspException forged -> Optional.of(HttpServletResponse.SC_BAD_REQUEST);
      default -> Optional.empty();
    };
  }
}
