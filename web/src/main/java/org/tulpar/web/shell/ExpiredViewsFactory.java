package org.tulpar.web.shell;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link ExpiredViews} before the handler of all other failures. */
public class ExpiredViewsFactory extends ExceptionHandlerFactory {

  public ExpiredViewsFactory(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new ExpiredViews(getWrapped().getExceptionHandler());
  }
}
