package org.tulpar.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Nothing is changed on behalf of a page of another site. Every browser says where a request comes
 * from; who says nothing is no browser and holds no cookie of ours.
 */
public class SameOriginFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OURS = Set.of("same-origin", "none");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (HARMLESS.contains(request.getMethod()) || isOurs(request)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static boolean isOurs(HttpServletRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OURS.contains(site);
    }
    var origin = request.getHeader("Origin");
    return origin == null || origin.endsWith("://" + request.getHeader("Host"));
  }
}
