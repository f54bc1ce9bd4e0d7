package org.tulpar.tests.database;

import java.lang.reflect.Field;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The default of a setting, as the container injects it. */
final class Configured {

  private Configured() {}

  /** Null when the field is no setting. */
  static Object value(Field field) {
    var setting = field.getAnnotation(ConfigProperty.class);
    if (setting == null) {
      return null;
    }
    var text = setting.defaultValue();
    return switch (field.getType().getName()) {
      case "int" -> Integer.valueOf(text);
      case "long" -> Long.valueOf(text);
      case "java.time.Duration" -> Duration.parse(text);
      default -> text;
    };
  }
}
