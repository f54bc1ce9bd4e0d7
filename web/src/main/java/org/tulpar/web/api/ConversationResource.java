package org.tulpar.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tulpar.conversation.Takeover;
import org.tulpar.web.security.CurrentUser;

/**
 * Who has the word in a conversation of the caller's organization. A program takes it for people in
 * general, a person for herself. Answers 204, 404 for a conversation that does not exist, 409 when
 * another person has the word.
 */
@Path("conversations/{id: \\d{1,18}}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConversationResource {

  @Inject private Takeover takeover;
  @Inject private CurrentUser user;

  /** The bot is silent from now on. */
  @POST
  @Path("takeover")
  public void takeOver(@PathParam("id") long id) {
    if (user.isProgram()) {
      takeover.takeOver(id);
    } else {
      takeover.takeOver(id, user.required().id());
    }
  }

  /** The bot speaks again, also about what the client has said meanwhile. */
  @POST
  @Path("return")
  public void giveBack(@PathParam("id") long id) {
    if (user.isProgram()) {
      takeover.returnToBot(id);
    } else {
      takeover.returnToBot(id, user.required().id());
    }
  }
}
