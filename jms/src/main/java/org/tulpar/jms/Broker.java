package org.tulpar.jms;

import jakarta.ejb.Singleton;
import jakarta.resource.ConnectionFactoryDefinition;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;

/** The one connection factory: outside of any transaction (docs/adr/0001). */
@ConnectionFactoryDefinition(
    name = Broker.CONNECTIONS,
    interfaceName = "jakarta.jms.ConnectionFactory",
    resourceAdapter = "#artemis-rar",
    transactionSupport = TransactionSupportLevel.NoTransaction,
    minPoolSize = 2,
    maxPoolSize = 64)
@Singleton
public class Broker {

  public static final String CONNECTIONS = "java:app/jms/plain";
}
