package org.tulpar.client.list;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The clients of the organization, a page at a time, in either direction. */
@Stateless
public class ClientList {

  /** Rows of a page. */
  public static final int PAGE = 50;

  /** Counts stop here: a person reads "many", and the database need not count on. */
  public static final int MANY = 10_000;

  /**
   * The place of a row in every order; written into the page's address.
   *
   * @param contactAt of the last contact, or null when there was none
   */
  public record Position(long id, Instant createdAt, Instant contactAt, String nameKey) {

    static Position of(ClientRow row) {
      var contactAt = row.talk() == null ? null : row.talk().at();
      return new Position(row.id(), row.createdAt(), contactAt, row.nameKey());
    }

    /** What does not come from here is no position. */
    public static Optional<Position> read(String text) {
      var parts = text == null ? new String[0] : text.split("_", 4);
      if (parts.length != 4 || !parts[0].matches("[0-9]{1,18}")) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Position(
                Long.parseLong(parts[0]),
                Instant.parse(parts[1]),
                parts[2].isEmpty() ? null : Instant.parse(parts[2]),
                parts[3]));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return "%d_%s_%s_%s".formatted(id, createdAt, contactAt == null ? "" : contactAt, nameKey);
    }
  }

  /**
   * @param before where the page before ends, or null when there is none
   * @param after where the next page begins, or null when there is none
   */
  public record Page(List<ClientRow> rows, Position before, Position after) {}

  @Inject ClientRows rows;

  public Page first(ClientFilter filter) {
    return page(filter, null, false);
  }

  /** The first few, for a list that is looked at in passing. */
  public List<ClientRow> few(ClientFilter filter, int most) {
    return rows.page(filter, null, false, Math.min(most, PAGE));
  }

  public Page after(ClientFilter filter, Position last) {
    return page(filter, last, false);
  }

  /** The page that ends before this row; the first page when there is not a whole one. */
  public Page before(ClientFilter filter, Position first) {
    var page = page(filter, first, true);
    return page.before() == null ? first(filter) : page;
  }

  /** At most {@link #MANY} and one more. */
  public int count(ClientFilter filter) {
    return rows.count(filter, MANY + 1);
  }

  private Page page(ClientFilter filter, Position from, boolean back) {
    var found = rows.page(filter, from, back, PAGE + 1);
    var more = found.size() > PAGE;
    var cut = more ? found.subList(0, PAGE) : found;
    var shown = back ? cut.reversed() : cut;
    if (shown.isEmpty()) {
      return new Page(List.of(), null, null);
    }
    var earlier = back ? more : from != null;
    var later = back || more;
    return new Page(
        List.copyOf(shown),
        earlier ? Position.of(shown.getFirst()) : null,
        later ? Position.of(shown.getLast()) : null);
  }
}
