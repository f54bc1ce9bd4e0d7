package org.tulpar.broker;

import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** A broker inside the server's process: durable, reachable from this process only. */
final class EmbeddedBroker {

  private static final int JOURNAL_FILE_BYTES = 10 * 1024 * 1024;
  private static final int MAX_DISK_PERCENT = 95;

  /** The health check's messages expire without a trace. */
  private static final String PROBE = "tulpar.probe";

  /** Addresses under this name reach every subscriber; all others are queues. */
  private static final String TOPICS = "tulpar.news.#";

  /** A second broker on the same journal must fail, not wait for ever. */
  private static final long LOCK_MILLIS = 15_000;

  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

  EmbeddedBroker(Path directory) throws Exception {
    server.setConfiguration(configuration(directory));
  }

  void start() throws Exception {
    server.start();
  }

  void stop() throws Exception {
    server.stop();
  }

  private static Configuration configuration(Path directory) throws Exception {
    var configuration = new ConfigurationImpl();
    configuration
        .setName("tulpar")
        .setPersistenceEnabled(true)
        .setSecurityEnabled(false)
        .setJMXManagementEnabled(false)
        .setJournalDirectory(directory.resolve("journal").toString())
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setLargeMessagesDirectory(directory.resolve("large").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .setJournalLockAcquisitionTimeout(LOCK_MILLIS)
        .setJournalType(JournalType.NIO)
        .setJournalFileSize(JOURNAL_FILE_BYTES)
        .setJournalMinFiles(2)
        .setJournalPoolFiles(10)
        .setMaxDiskUsage(MAX_DISK_PERCENT);
    configuration.addAcceptorConfiguration("vm", "vm://0");
    configuration.addAddressSetting("#", everyAddress());
    configuration.addAddressSetting(TOPICS, topics());
    configuration.addAddressSetting(PROBE, everyAddress().setExpiryAddress(null));
    return configuration;
  }

  private static AddressSettings topics() {
    return everyAddress()
        .setDefaultAddressRoutingType(RoutingType.MULTICAST)
        .setDefaultQueueRoutingType(RoutingType.MULTICAST);
  }

  private static AddressSettings everyAddress() {
    return new AddressSettings()
        .setDeadLetterAddress(SimpleString.of("DLQ"))
        .setExpiryAddress(SimpleString.of("ExpiryQueue"))
        .setAutoCreateDeadLetterResources(true)
        .setDeadLetterQueuePrefix(SimpleString.of("DLQ."))
        .setDeadLetterQueueSuffix(SimpleString.of(""))
        .setAutoCreateQueues(true)
        .setAutoCreateAddresses(true)
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false)
        .setDefaultAddressRoutingType(RoutingType.ANYCAST)
        .setDefaultQueueRoutingType(RoutingType.ANYCAST)
        .setRedeliveryDelay(200)
        .setRedeliveryMultiplier(2.0)
        .setMaxRedeliveryDelay(5000)
        .setMaxDeliveryAttempts(4);
  }
}
