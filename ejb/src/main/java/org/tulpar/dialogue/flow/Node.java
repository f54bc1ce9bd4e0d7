package org.tulpar.dialogue.flow;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * This start of this node, as work is claimed under its name: what an earlier start of the same
 * node had claimed is known to be dead.
 */
@ApplicationScoped
public class Node {

  @Inject
  @ConfigProperty(name = "tulpar.node", defaultValue = "node-1")
  private String name;

  private String worker;

  @PostConstruct
  void start() {
    worker = name + "/" + UUID.randomUUID();
  }

  /** Unique to this start. */
  public String worker() {
    return worker;
  }

  /** LIKE pattern of all starts of this node. */
  public String everyStart() {
    return name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "/%";
  }
}
