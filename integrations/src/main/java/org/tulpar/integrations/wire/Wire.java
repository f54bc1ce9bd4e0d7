package org.tulpar.integrations.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One JSON value of a provider's. Absent, null and of the wrong type are the same: absent. Texts
 * are {@link PlainText}.
 */
public record Wire(JsonNode node) {

  private static final long LOW_WORD = 0xFFFF_FFFFL;

  public Wire at(String name) {
    return new Wire(node.path(name));
  }

  public boolean isObject() {
    return node.isObject();
  }

  public boolean isArray() {
    return node.isArray();
  }

  public List<Wire> elements() {
    var all = new ArrayList<Wire>();
    if (node.isArray()) {
      node.forEach(element -> all.add(new Wire(element)));
    }
    return all;
  }

  /** Names of the fields that hold something. */
  public List<String> names() {
    var names = new ArrayList<String>();
    node.properties()
        .forEach(
            field -> {
              if (!field.getValue().isNull()) {
                names.add(PlainText.of(field.getKey()));
              }
            });
    return names;
  }

  /** A text, or a number or truth value as text; null when absent. */
  public String text() {
    return node.isValueNode() && !node.isNull() ? PlainText.of(node.asText()) : null;
  }

  public String text(String name) {
    return at(name).text();
  }

  /** The first of these fields that holds a text which is not blank, or null. */
  public String firstText(String... names) {
    for (var name : names) {
      var text = text(name);
      if (text != null && !text.isBlank()) {
        return text;
      }
    }
    return null;
  }

  public boolean flag(String name) {
    return "true".equals(text(name));
  }

  /** A whole number in any of the forms that gateways send: 7, "7" and {low: 7, high: 0}. */
  public Optional<Long> integer(String name) {
    var value = at(name);
    if (value.isObject()) {
      return value
          .at("low")
          .number()
          .flatMap(
              low ->
                  value
                      .at("high")
                      .number()
                      .map(high -> (high.longValue() << 32) | (low.longValue() & LOW_WORD)));
    }
    return value.number().map(BigDecimal::longValue);
  }

  public Optional<Double> decimal(String name) {
    return at(name).number().map(BigDecimal::doubleValue);
  }

  private Optional<BigDecimal> number() {
    if (!node.isNumber() && !node.isTextual()) {
      return Optional.empty();
    }
    var text = node.asText().strip();
    if (text.isEmpty() || text.length() > 40) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text)).filter(n -> Math.abs(n.scale()) <= 40);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
