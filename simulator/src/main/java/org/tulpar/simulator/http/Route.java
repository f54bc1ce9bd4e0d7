package org.tulpar.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A method and a path pattern, and who answers it. */
record Route(Surface surface, String method, List<String> pattern, Handler handler) {

  static List<String> segments(String path) {
    return Arrays.stream(path.split("/", -1)).filter(part -> !part.isEmpty()).toList();
  }

  /** The variables when this route takes the request, else empty. */
  Optional<Map<String, String>> match(String asked, List<String> path) {
    if (!method.equals(asked) || path.size() != pattern.size()) {
      return Optional.empty();
    }
    var variables = new HashMap<String, String>();
    for (var i = 0; i < path.size(); i++) {
      var part = pattern.get(i);
      if (part.startsWith("{")) {
        var value = URLDecoder.decode(path.get(i).replace("+", "%2B"), StandardCharsets.UTF_8);
        variables.put(part.substring(1, part.length() - 1), value);
      } else if (!part.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
