package org.tulpar.web.security;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/**
 * What a stranger gets on a page behind the sign-in. A person is led to the form and from there
 * back to the page; a script that expected data is told 401 and never gets a page instead.
 */
enum LoginRedirect {
  PAGE {
    @Override
    AuthenticationStatus answer(HttpMessageContext context) {
      var request = context.getRequest();
      var query = request.getQueryString();
      var wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
      return context.redirect(login(request, wanted));
    }
  },
  FACES_AJAX {
    @Override
    AuthenticationStatus answer(HttpMessageContext context) {
      try {
        var response = context.getResponse();
        response.setContentType("text/xml;charset=UTF-8");
        response
            .getWriter()
            .printf(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"%s\"/></partial-response>",
                login(context.getRequest(), refererPath(context.getRequest())));
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
    var upgrade = request.getHeader("Upgrade") != null;
    var mode = request.getHeader("Sec-Fetch-Mode");
    var person = mode == null || mode.equals("navigate");
    return request.getMethod().equals("GET") && person && !upgrade ? PAGE : DATA;
  }

  private static String login(HttpServletRequest request, String wanted) {
    return request.getContextPath() + NextPage.of(wanted).login();
  }

  private static String refererPath(HttpServletRequest request) {
    try {
      var referer = request.getHeader("Referer");
      return referer == null ? "/" : URI.create(referer).getRawPath();
    } catch (IllegalArgumentException e) {
      return "/"; // a header nobody can read says nothing about the page
    }
  }
}
