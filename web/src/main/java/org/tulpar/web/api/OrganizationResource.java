package org.tulpar.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.tulpar.identity.OperatorKey;
import org.tulpar.kernel.Refused;
import org.tulpar.operations.opening.Opening;

/** The organizations of the installation, for a program of the operator's. */
@Path("organizations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationResource {

  private static final int LONGEST = 64 * 1024;

  /** Refusals that are no fault of the question: somebody else was first. */
  private static final Set<String> TAKEN =
      Set.of("refused.person.login_taken", "refused.channel_key_taken");

  @Inject private Opening opening;

  /**
   * Opens an organization. Answers 201, or 200 when there is one under its key, 400 with the code
   * of what cannot stand, 409 when a login or a webhook's key is taken.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response open(InputStream body) throws IOException {
    var asked = OpeningJson.read(text(body));
    try {
      var opened = opening.open(asked, OperatorKey.NAME);
      var status = opened.fresh() ? Response.Status.CREATED : Response.Status.OK;
      return Response.status(status).entity(OpeningJson.of(asked.key(), opened)).build();
    } catch (Refused e) {
      throw TAKEN.contains(e.code())
          ? new ClientErrorException(e.code(), Response.Status.CONFLICT, e)
          : new BadRequestException(e.code(), e);
    }
  }

  private static String text(InputStream body) throws IOException {
    var bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new ClientErrorException(
          "no organization needs so many words", Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
