package org.tulpar.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one place that knows the installation's key; everyone else injects {@link SecretBox}. */
@ApplicationScoped
public class InstallationKey {

  @Inject
  @ConfigProperty(name = "tulpar.secret.key")
  private String key;

  @Produces
  @Singleton
  SecretBox box() {
    return new SecretBox(key);
  }
}
