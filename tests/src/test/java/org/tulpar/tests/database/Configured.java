package org.tulpar.tests.database;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A setting as the container injects it: what a test gives, else the default. */
final class Configured {

  private Configured() {}

  /** Null when the field is no setting. */
  static Object value(Field field, Map<String, String> given) {
    var setting = field.getAnnotation(ConfigProperty.class);
    if (setting == null) {
      return null;
    }
    var text = given.getOrDefault(setting.name(), setting.defaultValue());
    return switch (field.getType().getName()) {
      case "int" -> Integer.valueOf(text);
      case "long" -> Long.valueOf(text);
      case "java.time.Duration" -> Duration.parse(text);
      case "java.util.List" -> List.of(text.split(",", -1));
      default -> text;
    };
  }
}
