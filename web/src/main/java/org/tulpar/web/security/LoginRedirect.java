package org.tulpar.web.security;

import jakarta.faces.render.ResponseStateManager;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;

/**
 * What a stranger gets on a page behind the sign-in. A person is led to the form and from there
 * back to the page; a script that expected data is told 401 and never gets a page instead.
 */
enum LoginRedirect {
  PAGE {
    @Override
    AuthenticationStatus answer(HttpMessageContext context) {
      var request = context.getRequest();
      var wanted = request.getMethod().equals("GET") ? address(request) : origin(request);
      return context.redirect(login(request, wanted));
    }
  },
  /** The page is read anew by the browser, which keeps what is typed and is led to the form. */
  FACES_AJAX {
    @Override
    AuthenticationStatus answer(HttpMessageContext context) {
      try {
        var response = context.getResponse();
        response.setContentType("text/xml;charset=UTF-8");
        response
            .getWriter()
            .print(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><changes>"
                    + "<eval><![CDATA[tulparExpired()]]></eval></changes></partial-response>");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return AuthenticationStatus.SEND_CONTINUE;
    }
  },
  DATA {
    @Override
    AuthenticationStatus answer(HttpMessageContext context) {
      return context.responseUnauthorized();
    }
  };

  abstract AuthenticationStatus answer(HttpMessageContext context);

  static LoginRedirect of(HttpServletRequest request) {
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      return FACES_AJAX;
    }
    if (request.getServletPath().startsWith("/api")) {
      return DATA;
    }
    if (request.getHeader("Upgrade") != null) {
      return DATA;
    }
    var mode = request.getHeader("Sec-Fetch-Mode");
    return switch (request.getMethod()) {
      case "GET" -> mode == null || mode.equals("navigate") ? PAGE : DATA;
      case "POST" -> "navigate".equals(mode) && isForm(request) ? PAGE : DATA;
      default -> DATA;
    };
  }

  /** A page's own form: at its address the page can be read again. */
  private static boolean isForm(HttpServletRequest request) {
    return request.getParameter(ResponseStateManager.VIEW_STATE_PARAM) != null;
  }

  private static String login(HttpServletRequest request, String wanted) {
    return request.getContextPath() + NextPage.of(wanted).login();
  }

  private static String address(HttpServletRequest request) {
    var query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  /** The page on which the form stands; what it is about is in its question. */
  private static String origin(HttpServletRequest request) {
    try {
      var page = URI.create(Objects.requireNonNullElse(request.getHeader("Referer"), "/"));
      return page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
    } catch (IllegalArgumentException e) {
      return address(request); // a header nobody can read says nothing about the page
    }
  }
}
