package org.tulpar.bench.large;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How many rows of each kind; the messages are spread over the conversations. */
record Size(
    int clients, int conversations, int messages, int deals, int products, int orders, int tags) {

  static final Size LARGE = new Size(10_000, 10_000, 500_000, 5_000, 2_000, 4_000, 1_000);

  /** A tenth, a hundredth …: for trying out; nothing is less than a handful. */
  Size dividedBy(int divisor) {
    return new Size(
        part(clients, divisor),
        part(conversations, divisor),
        part(messages, divisor),
        part(deals, divisor),
        part(products, divisor),
        part(orders, divisor),
        part(tags, divisor));
  }

  private static int part(int whole, int divisor) {
    return Math.max(10, whole / divisor);
  }

  /** By the names under which the scripts read them. */
  Map<String, String> settings() {
    var all = new LinkedHashMap<String, String>();
    all.put("large.clients", Integer.toString(clients));
    all.put("large.conversations", Integer.toString(conversations));
    all.put("large.messages", Integer.toString(messages));
    all.put("large.deals", Integer.toString(deals));
    all.put("large.products", Integer.toString(products));
    all.put("large.orders", Integer.toString(orders));
    all.put("large.tags", Integer.toString(tags));
    return all;
  }

  String words() {
    return String.format(
        Locale.ROOT,
        "%,d clients, %,d conversations, %,d messages, %,d deals, %,d products, %,d orders, %,d tags",
        clients,
        conversations,
        messages,
        deals,
        products,
        orders,
        tags);
  }
}
