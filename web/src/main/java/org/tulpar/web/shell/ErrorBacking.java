package org.tulpar.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.tulpar.web.log.TraceFilter;

/** What an error page may know: the number under which the log knows the request. */
@Named("error")
@RequestScoped
public class ErrorBacking {

  @Inject private HttpServletRequest request;

  public String getRequestId() {
    return (String) request.getAttribute(TraceFilter.REQUEST_ID);
  }
}
