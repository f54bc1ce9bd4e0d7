package org.tulpar.web.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The phone of a demonstration, where a newcomer writes to herself as a client would. */
@Named("practice")
@ApplicationScoped
public class PracticePhone {

  @Inject
  @ConfigProperty(name = "tulpar.simulator.url")
  private Optional<String> url;

  /** Its address, or null outside a demonstration. */
  public String getUrl() {
    return url.orElse(null);
  }
}
