package org.tulpar.translation;

import java.net.URI;
import org.tulpar.tenant.OrganizationId;

/**
 * What it takes to call an organization's engine.
 *
 * @param url null: where the engine's maker offers it
 * @param key empty when there is none
 */
public record EngineAccess(OrganizationId organization, URI url, String key) {

  /** Never tells the key. */
  @Override
  public String toString() {
    return "EngineAccess[" + organization + ", " + url + "]";
  }
}
