package org.tulpar.web.client.company;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tulpar.client.company.CompanyBook;
import org.tulpar.client.company.CompanyFilter;

/** {@code GET /company-names?q=lot}: what a name that somebody has begun to type may become. */
@WebServlet("/company-names")
public class CompanyNamesServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient CompanyBook book;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var names = Json.createArrayBuilder();
    book.names(CompanyFilter.of(request::getParameter)).forEach(names::add);
    response.setContentType("application/json;charset=UTF-8");
    response.getWriter().write(names.build().toString());
  }
}
