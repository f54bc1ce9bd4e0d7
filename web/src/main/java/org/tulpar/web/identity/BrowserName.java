package org.tulpar.web.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person calls their browser. A stranger writes what it is made of, so nothing but a known
 * name and a number is taken from there.
 */
final class BrowserName {

  /** What names itself after others is looked for before them. */
  private static final Map<String, Pattern> PRODUCTS = new LinkedHashMap<>();

  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    product("Edge", "Edg(?:A|iOS)?");
    product("Opera", "OPR");
    product("Yandex", "YaBrowser");
    product("Samsung Internet", "SamsungBrowser");
    product("Firefox", "(?:Firefox|FxiOS)");
    product("Chrome", "(?:Headless)?(?:Chrome|CriOS)");
    product("Safari", "Version");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS X", "macOS");
    SYSTEMS.put("CrOS", "ChromeOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private BrowserName() {}

  private static void product(String name, String token) {
    PRODUCTS.put(name, Pattern.compile("\\b" + token + "/(\\d{1,4})"));
  }

  /** For example {@code Chrome 142}; empty for what is no browser anybody knows. */
  static Optional<String> product(String agent) {
    return PRODUCTS.entrySet().stream()
        .map(
            known -> {
              var found = known.getValue().matcher(agent);
              return found.find() ? known.getKey() + " " + found.group(1) : null;
            })
        .filter(name -> name != null)
        .findFirst();
  }

  /** For example {@code Windows}. */
  static Optional<String> system(String agent) {
    return SYSTEMS.entrySet().stream()
        .filter(known -> agent.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
