package org.tulpar.web.api;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.json.Json;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.tulpar.conversation.ConversationUnknown;
import org.tulpar.kernel.Outage;
import org.tulpar.kernel.Refused;

/**
 * A failure as JSON: a refusal by its code, a bad question by its sentence; ours says nothing of
 * its inside.
 */
@Provider
public class Troubles implements ExceptionMapper<Exception> {

  private static final System.Logger LOG = System.getLogger(Troubles.class.getName());

  @Override
  public Response toResponse(Exception trouble) {
    return switch (trouble) {
      case WebApplicationException e -> answer(e.getResponse().getStatus(), e.getMessage());
      case ConversationUnknown e -> answer(Response.Status.NOT_FOUND.getStatusCode(), e.code());
      case Refused e -> answer(Response.Status.CONFLICT.getStatusCode(), e.code());
      case EJBAccessException e -> forbidden();
      case AccessLocalException e -> forbidden();
      case Exception e when Outage.isBehind(e) -> {
        LOG.log(System.Logger.Level.WARNING, "an API call found no database", e);
        yield answer(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), "try again in a minute");
      }
      default -> {
        LOG.log(System.Logger.Level.ERROR, "an API call failed", trouble);
        yield answer(
            Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(), "the server could not do it");
      }
    };
  }

  private static Response forbidden() {
    return answer(Response.Status.FORBIDDEN.getStatusCode(), "not for you");
  }

  private static Response answer(int status, String error) {
    var body = Json.createObjectBuilder().add("error", error == null ? "" : error).build();
    return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body).build();
  }
}
