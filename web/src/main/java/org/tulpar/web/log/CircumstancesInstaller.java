package org.tulpar.web.log;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Puts {@link Circumstances} on the server's log handlers while the application runs and takes them
 * off when it stops, so that a stopped application is not kept in memory.
 */
@WebListener
public class CircumstancesInstaller implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    handlers().forEach(handler -> handler.setFilter(new Circumstances(handler.getFilter())));
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    handlers()
        .forEach(
            handler -> {
              if (handler.getFilter() instanceof Circumstances ours) {
                handler.setFilter(ours.before());
              }
            });
  }

  private static Stream<Handler> handlers() {
    return Stream.of(Logger.getLogger("").getHandlers());
  }
}
