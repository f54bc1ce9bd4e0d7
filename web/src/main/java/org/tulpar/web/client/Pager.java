package org.tulpar.web.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;
import org.omnifaces.util.Faces;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.tenant.list.Page;
import org.tulpar.tenant.list.Place;
import org.tulpar.web.conversation.Reader;

/**
 * What stands below a list.
 *
 * @param shown how many of how many, in words
 * @param before address of the page before, or null
 * @param after address of the next page, or null
 */
public record Pager(String shown, String before, String after) {

  public static Pager of(String list, Criteria criteria, Page<?> page, int count, Reader reader) {
    return new Pager(
        count > Page.MANY
            ? reader.word("clients.shown.many", page.rows().size(), Page.MANY)
            : reader.word("clients.shown", page.rows().size(), count),
        address(list, criteria, "before", page.before()),
        address(list, criteria, "after", page.after()));
  }

  /** The page that the address names: up to a row, from one on, or the first. */
  public static <T> Page<T> asked(
      Function<Place, Page<T>> before, Function<Place, Page<T>> after, Supplier<Page<T>> first) {
    return Place.read(Faces.getRequestParameter("before"))
        .map(before)
        .or(() -> Place.read(Faces.getRequestParameter("after")).map(after))
        .orElseGet(first);
  }

  private static String address(String list, Criteria criteria, String side, String place) {
    if (place == null) {
      return null;
    }
    var query = criteria.isEmpty() ? "" : criteria.query() + "&";
    return list + "?" + query + side + "=" + URLEncoder.encode(place, StandardCharsets.UTF_8);
  }
}
