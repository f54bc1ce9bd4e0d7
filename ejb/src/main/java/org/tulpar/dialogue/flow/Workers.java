package org.tulpar.dialogue.flow;

import jakarta.ejb.Singleton;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;

/**
 * Virtual threads for what waits on others: hundreds of model and gateway calls at once, without a
 * transaction, a connection or a platform thread.
 */
@ManagedExecutorDefinition(name = Workers.MODEL, virtual = true, maxAsync = 1000)
@ManagedExecutorDefinition(name = Workers.GATEWAY, virtual = true, maxAsync = 1000)
@Singleton
public class Workers {

  public static final String MODEL = "java:app/concurrent/model";
  public static final String GATEWAY = "java:app/concurrent/gateway";
}
