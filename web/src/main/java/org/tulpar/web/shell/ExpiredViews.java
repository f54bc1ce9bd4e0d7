package org.tulpar.web.shell;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A page whose state the server has forgotten, because of a restart or of many other tabs, is read
 * anew by the browser, at the address that it shows: what is typed waits there (js/typed.js). A
 * form that was sent as a whole gets the error page, from which its text is put back, too.
 */
class ExpiredViews extends ExceptionHandlerWrapper {

  ExpiredViews(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() throws FacesException {
    var faces = FacesContext.getCurrentInstance();
    if (faces.getPartialViewContext().isAjaxRequest() && tookExpired()) {
      readAnew(faces);
    }
    getWrapped().handle();
  }

  private boolean tookExpired() {
    var took = false;
    for (var events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext(); ) {
      if (events.next().getContext().getException() instanceof ViewExpiredException) {
        events.remove();
        took = true;
      }
    }
    return took;
  }

  private static void readAnew(FacesContext faces) {
    try {
      var writer = faces.getPartialViewContext().getPartialResponseWriter();
      faces.getExternalContext().setResponseContentType("text/xml");
      faces.getExternalContext().setResponseCharacterEncoding("UTF-8");
      writer.startDocument();
      writer.startEval();
      writer.write("tulparExpired()");
      writer.endEval();
      writer.endDocument();
      faces.responseComplete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
