package org.tulpar.webhook;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Takes the sign-in of the pages off this archive: the server registers it for every archive of the
 * application and would ask it, twice, about each webhook. A webhook proves itself (ADR 8).
 */
@WebListener
public class WithoutSignIn implements ServletContextListener {

  private static final String LAYER = "HttpServlet";

  @Override
  public void contextInitialized(ServletContextEvent started) {
    var factory = AuthConfigFactory.getFactory();
    var here = name(started.getServletContext());
    for (var id : factory.getRegistrationIDs(null)) {
      var registered = factory.getRegistrationContext(id);
      if (registered != null
          && LAYER.equals(registered.getMessageLayer())
          && here.equals(registered.getAppContext())) {
        factory.removeRegistration(id);
        started.getServletContext().log("webhooks are served without the sign-in of the pages");
      }
    }
  }

  /** As the Jakarta Authentication specification names a web application. */
  private static String name(ServletContext context) {
    return context.getVirtualServerName() + " " + context.getContextPath();
  }
}
