package org.tulpar.translation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.tulpar.translation.fidelity.Finding;

/** Findings as they are stored beside a translation. */
public final class FindingsJson {

  private FindingsJson() {}

  public static String write(List<Finding> findings) {
    var all = Json.createArrayBuilder();
    for (var finding : findings) {
      var one = Json.createObjectBuilder().add("kind", finding.kind().name());
      if (finding.before() != null) {
        one.add("before", finding.before()).add("from", finding.from()).add("to", finding.to());
      }
      if (finding.after() != null) {
        one.add("after", finding.after());
      }
      all.add(one.add("at", finding.at()));
    }
    return all.build().toString();
  }

  /** Reads what {@link #write} wrote; null is none. */
  public static List<Finding> read(String json) {
    if (json == null) {
      return List.of();
    }
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(
              one ->
                  new Finding(
                      Finding.Kind.valueOf(one.getString("kind")),
                      one.getString("before", null),
                      one.getInt("from", -1),
                      one.getInt("to", -1),
                      one.getString("after", null),
                      one.getInt("at")))
          .toList();
    }
  }
}
