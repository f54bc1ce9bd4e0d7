package org.tulpar.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tulpar.identity.SignedIn;
import org.tulpar.kernel.LogContext;
import org.tulpar.tenant.TenantScope;

/** The whole request works for the organization of the session; without a session, for none. */
public class OrganizationFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var person = CurrentUser.of(request);
    if (person.isEmpty()) {
      chain.doFilter(request, response);
    } else {
      within(person.get(), request, response, chain);
    }
  }

  private static void within(
      SignedIn person, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try (var context = LogContext.with("user", Long.toString(person.id()))) {
      TenantScope.calling(
          person.organization(),
          () -> {
            chain.doFilter(request, response);
            return null;
          });
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
