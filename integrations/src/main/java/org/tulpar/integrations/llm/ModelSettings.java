package org.tulpar.integrations.llm;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * Where the language model is.
 *
 * @param baseUrl up to and with {@code /v1}
 * @param model for organizations that name none
 * @param timeout for one whole answer
 */
record ModelSettings(String baseUrl, String apiKey, String model, Duration timeout) {

  static ModelSettings from(Config config) {
    return new ModelSettings(
        config.getValue("tulpar.llm.base-url", String.class),
        config.getOptionalValue("tulpar.llm.api-key", String.class).orElse("none"),
        config.getOptionalValue("tulpar.llm.model", String.class).orElse("gpt-4o-mini"),
        config
            .getOptionalValue("tulpar.llm.timeout", Duration.class)
            .orElse(Duration.ofSeconds(20)));
  }
}
