package org.tulpar.web.shell;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link AjaxFailures} before the handler of all other failures. */
public class AjaxFailuresFactory extends ExceptionHandlerFactory {

  public AjaxFailuresFactory(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new AjaxFailures(getWrapped().getExceptionHandler());
  }
}
