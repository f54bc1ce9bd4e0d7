package org.tulpar.web.shell;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The root leads to the first section of the person, and to a friendly page when there is none. */
@WebServlet("")
public class HomeServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient NavigationBacking navigation;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path =
        navigation.getEntries().stream().findFirst().map(Section::getPath).orElse("/welcome");
    response.sendRedirect(request.getContextPath() + path);
  }
}
