package org.tulpar.web.notice;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ResourceBundle;
import org.tulpar.conversation.push.PushAddress;
import org.tulpar.conversation.push.PushRefused;
import org.tulpar.conversation.push.PushSubscriptions;
import org.tulpar.web.security.CurrentUser;

/**
 * {@code POST /push-subscription}: this browser wants to be told while Tulpar is closed ({@code
 * begin}), still does ({@code renew}), or no more ({@code end}). A refusal comes with its sentence.
 */
@WebServlet("/push-subscription")
public class PushServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient PushSubscriptions subscriptions;
  @Inject private transient CurrentUser me;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      response.setStatus(
          act(request) ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_BAD_REQUEST);
    } catch (PushRefused e) {
      var words = ResourceBundle.getBundle("i18n.messages", me.required().locale());
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      response.setContentType("application/json;charset=UTF-8");
      response
          .getWriter()
          .write(
              Json.createObjectBuilder()
                  .add("refused", words.getString(e.code()))
                  .build()
                  .toString());
    }
  }

  private boolean act(HttpServletRequest request) {
    var person = me.required().id();
    var address =
        new PushAddress(
            request.getParameter("endpoint"),
            request.getParameter("p256dh"),
            request.getParameter("auth"));
    switch (request.getParameter("act")) {
      case "begin" -> subscriptions.begin(person, me.browser(), address);
      case "renew" -> subscriptions.renew(person, me.browser(), address);
      case "end" -> subscriptions.end(person, address.endpoint());
      case null, default -> {
        return false;
      }
    }
    return true;
  }
}
