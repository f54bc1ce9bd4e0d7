package org.tulpar.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.tulpar.dialogue.ledger.EventStatus;
import org.tulpar.dialogue.ledger.LedgerBook;
import org.tulpar.dialogue.ledger.LedgerQuestion;
import org.tulpar.dialogue.ledger.Replay;

/** The ledger of the caller's organization. */
@Path("ledger")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

  @Inject private LedgerBook book;
  @Inject private Replay replay;

  /** Events, newest first; {@code before} of an answer asks for the page that follows. */
  @GET
  public JsonObject page(
      @QueryParam("channel") String channel,
      @QueryParam("status") String status,
      @QueryParam("before") String before,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    var question =
        new LedgerQuestion(
            read(channel, UUID::fromString, "channel"),
            read(status, EventStatus::valueOf, "status"),
            read(before, Long::valueOf, "before"),
            read(limit, LedgerResource::rows, "limit"));
    return LedgerJson.of(book.page(question));
  }

  /** Per channel, how many were received, processed, ignored, wait and failed. */
  @GET
  @Path("channels")
  public JsonObject channels(@QueryParam("days") @DefaultValue("1") String days) {
    return LedgerJson.of(book.tallies(read(days, LedgerResource::days, "days")));
  }

  /** Puts a failed event back to work; {@code again} says how many there were. */
  @POST
  @Path("{id}/again")
  public JsonObject again(@PathParam("id") String id) {
    Long event = read(id, Long::valueOf, "id");
    var put = book.processAgain(List.of(event));
    return Json.createObjectBuilder().add("again", put).build();
  }

  /** Puts a day of a channel back to work; what is there already stays as it is. */
  @POST
  @Path("replay")
  public JsonObject replay(@QueryParam("channel") String channel, @QueryParam("day") String day) {
    if (channel == null || day == null) {
      throw new BadRequestException("channel and day are needed");
    }
    var put =
        replay.day(read(channel, UUID::fromString, "channel"), read(day, LocalDate::parse, "day"));
    return Json.createObjectBuilder().add("again", put).build();
  }

  private static int rows(String text) {
    var rows = Integer.parseInt(text);
    if (rows < 1 || rows > LedgerBook.MOST) {
      throw new IllegalArgumentException(text);
    }
    return rows;
  }

  private static int days(String text) {
    var days = Integer.parseInt(text);
    if (days < 1 || days > 366) {
      throw new IllegalArgumentException(text);
    }
    return days;
  }

  private static <T> T read(String text, Function<String, T> reader, String name) {
    try {
      return text == null || text.isBlank() ? null : reader.apply(text);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new BadRequestException(name + " is not understood", e);
    }
  }
}
