package org.tulpar.web.log;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
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
    loadAll();
    handlers().forEach(handler -> handler.setFilter(new Circumstances(handler.getFilter())));
  }

  /**
   * The filter's classes are there before anybody comes to it: who writes a line while loading a
   * class holds the lock of the application's loader, and to load one of ours then would wait for
   * the lock of this archive's, whose holder may wait for the former.
   */
  private static void loadAll() {
    var line = new LogRecord(Level.FINE, "");
    line.setLoggerName(Circumstances.class.getName());
    new Circumstances(null).isLoggable(line);
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
