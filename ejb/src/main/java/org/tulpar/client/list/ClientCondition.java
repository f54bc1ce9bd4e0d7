package org.tulpar.client.list;

import java.util.ArrayList;
import java.util.List;
import org.tulpar.client.field.Bearer;

/** A filter as a condition on {@code client c}: merged cards are never shown. */
public record ClientCondition(String sql, List<Object> values) {

  private static final String OF_CLIENT =
      "exists (select from %1$s x where x.organization_id = c.organization_id"
          + " and x.client_id = c.id and x.%2$s = ?)";

  /** A moment so many days ago. */
  static final String DAYS_AGO = "now() - make_interval(days => ?)";

  /**
   * One look at the latest conversation. A card may be younger than it: what was said elsewhere
   * came with a merge, or from before the channel was connected.
   */
  private static final String SILENT =
      "coalesce((select x.last_message_at from conversation x"
          + " where x.organization_id = c.organization_id and x.client_id = c.id"
          + " order by x.last_message_at desc limit 1), c.created_at) < "
          + DAYS_AGO;

  public static ClientCondition of(ClientFilter filter) {
    var parts = new ArrayList<String>(List.of("c.merged_into_id is null"));
    var values = new ArrayList<Object>();
    add(parts, values, "c.language = ?", filter.language());
    add(parts, values, "c.company_id = ?", filter.companyId());
    add(parts, values, "c.import_id = ?", filter.importId());
    add(parts, values, OF_CLIENT.formatted("client_identity", "channel_type"), filter.channel());
    add(parts, values, OF_CLIENT.formatted("client_tag", "tag_id"), filter.tagId());
    add(parts, values, OF_CLIENT.formatted("deal", "stage_id"), filter.stageId());
    add(parts, values, OF_CLIENT.formatted("conversation", "assignee_id"), filter.managerId());
    for (var criterion : filter.fields()) {
      parts.add(Bearer.CLIENT.has(criterion, "c"));
      values.addAll(criterion.values());
    }
    if (filter.silent() != null) {
      parts.add(SILENT);
      values.add(filter.silent());
    }
    if (!filter.search().isEmpty()) {
      var search = ClientSearch.of(filter.search(), "c.id");
      parts.add(search.sql());
      values.addAll(search.values());
    }
    return new ClientCondition(String.join(" and ", parts), values);
  }

  private static void add(List<String> parts, List<Object> values, String sql, Object value) {
    if (value != null) {
      parts.add(sql);
      values.add(value);
    }
  }
}
