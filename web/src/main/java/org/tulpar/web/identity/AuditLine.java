package org.tulpar.web.identity;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tulpar.identity.audit.AuditRow;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.deal.DealChanges;

/**
 * One event, ready to show.
 *
 * @param person who did it, or null when it came about by itself
 * @param about what it was done to, or empty
 * @param path to that, or null
 * @param changes what was written on a deal, or empty
 */
public record AuditLine(
    String time,
    String exact,
    String person,
    String what,
    String about,
    String path,
    String changes) {

  /** Where a thing is looked at. */
  private static final Map<String, String> PLACES =
      Map.of(
          "product", "/products/",
          "partner", "/partners/",
          "company", "/companies/",
          "order", "/orders/");

  static AuditLine of(AuditRow row, Reader reader) {
    return new AuditLine(
        reader.when(row.at()),
        reader.exact(row.at()),
        row.person(),
        reader.wordIfAny("audit.event." + row.type()).orElse(row.type()),
        about(row, reader),
        path(row),
        DealChanges.words(row.facts(), reader));
  }

  /** A name where there is one, else the words that were kept. */
  private static String about(AuditRow row, Reader reader) {
    return Stream.of(
            row.client(),
            row.channel(),
            row.other(),
            row.thing() == null ? null : row.thing().name(),
            row.facts().get("name"),
            row.facts().get("tag"),
            shortcut(row.facts().get("shortcut")),
            word(row.facts().get("word"), reader),
            numbered(row))
        .filter(text -> text != null && !text.isBlank())
        .distinct()
        .limit(2)
        .collect(Collectors.joining(" · "));
  }

  /** Of a canned reply, as it is typed. */
  private static String shortcut(String kept) {
    return kept == null ? null : "/" + kept;
  }

  /** Of a role its name. */
  private static String word(String kept, Reader reader) {
    return kept == null ? null : reader.wordIfAny("role." + kept).orElse(kept);
  }

  private static String numbered(AuditRow row) {
    var number = row.facts().get("number");
    if (number != null) {
      return "№ " + number;
    }
    var counted = row.type().substring(0, row.type().indexOf('.'));
    return row.facts().get(row.type().endsWith(".exported") ? counted : "rows");
  }

  private static String path(AuditRow row) {
    if (row.conversationId() != null) {
      return "/inbox/" + row.conversationId();
    }
    if (row.clientId() != null) {
      return "/clients/" + row.clientId();
    }
    var place = row.thing() == null ? null : PLACES.get(row.thing().kind());
    return place == null ? null : place + row.thing().id();
  }
}
