package org.tulpar.web.shell;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tulpar.web.identity.WelcomeBacking;

/**
 * The root leads to the first section of the person, and to a friendly page when there is none; the
 * administrator of an organization that no client can write to yet is led to the first steps.
 */
@WebServlet("")
public class HomeServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final String WELCOME = "/welcome";

  @Inject private transient NavigationBacking navigation;
  @Inject private transient WelcomeBacking steps;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + path());
  }

  private String path() {
    return steps.isBeginning()
        ? WELCOME
        : navigation.getEntries().stream().findFirst().map(Section::getPath).orElse(WELCOME);
  }
}
