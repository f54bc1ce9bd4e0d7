package org.tulpar.web.shell;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Predicate;
import org.tulpar.kernel.Outage;

/**
 * What a page that is open gets over by itself, with all that is typed in it. One whose state the
 * server has forgotten, because of a restart or of many other tabs, is read anew by the browser, at
 * the address that it shows: what is typed waits there (js/typed.js). One that meets no database is
 * told so (503), says that it waits, and asks again (js/inbox/live.js). A form that was sent as a
 * whole gets the error page, from which its text is put back, too.
 */
class AjaxFailures extends ExceptionHandlerWrapper {

  private static final System.Logger LOG = System.getLogger(AjaxFailures.class.getName());

  AjaxFailures(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() throws FacesException {
    var faces = FacesContext.getCurrentInstance();
    if (faces.getPartialViewContext().isAjaxRequest()) {
      if (take(ViewExpiredException.class::isInstance).isPresent()) {
        readAnew(faces);
      } else if (!faces.getExternalContext().isResponseCommitted()) {
        take(Outage::isAround).ifPresent(outage -> refuse(faces, outage));
      }
    }
    getWrapped().handle();
  }

  /** One of them; all are dealt with. */
  private Optional<Throwable> take(Predicate<Throwable> wanted) {
    Throwable taken = null;
    for (var events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext(); ) {
      var failure = events.next().getContext().getException();
      if (wanted.test(failure)) {
        events.remove();
        taken = failure;
      }
    }
    return Optional.ofNullable(taken);
  }

  private static void refuse(FacesContext faces, Throwable outage) {
    LOG.log(Level.WARNING, "a page found no database", outage);
    try {
      faces
          .getExternalContext()
          .responseSendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, null);
      faces.responseComplete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
