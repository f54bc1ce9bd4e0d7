package org.tulpar.broker;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Connects the application to its broker: the one named by {@code tulpar.broker.url}, or one of its
 * own that it starts and stops with itself.
 */
public class BrokerResourceAdapter extends ActiveMQResourceAdapter {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(BrokerResourceAdapter.class.getName());
  private static final String NETTY =
      "org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory";
  private static final long CALL_TIMEOUT_MILLIS = 5000;

  private transient EmbeddedBroker embedded;

  @Override
  public void start(BootstrapContext context) throws ResourceAdapterInternalException {
    // The server's own classes must not answer for Artemis' services.
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(BrokerResourceAdapter.class.getClassLoader());
    try {
      var config = ConfigProvider.getConfig(before);
      var url = config.getOptionalValue("tulpar.broker.url", String.class).orElse("");
      if (url.isBlank()) {
        embedded = new EmbeddedBroker(directory(config));
        embedded.start();
      } else {
        connectTo(url, config);
      }
    } catch (Exception e) {
      throw new ResourceAdapterInternalException("the broker did not start", e);
    } finally {
      thread.setContextClassLoader(before);
    }
    super.start(context);
  }

  @Override
  public void stop() {
    super.stop();
    if (embedded != null) {
      try {
        embedded.stop();
      } catch (Exception e) {
        throw new IllegalStateException("the embedded broker did not stop", e);
      }
    }
  }

  /** {@code tcp://host:port[,host:port…]}; several name a cluster or a live/backup pair. */
  private void connectTo(String url, Config config) {
    var hosts = url.replaceFirst("^tcp://", "").split(",", -1);
    setConnectorClassName(Arrays.stream(hosts).map(host -> NETTY).collect(Collectors.joining(",")));
    setConnectionParameters(
        Arrays.stream(hosts)
            .map(host -> host.strip().split(":", -1))
            .map(pair -> "host=" + pair[0] + ";port=" + pair[1])
            .collect(Collectors.joining(",")));
    setHA(hosts.length > 1);
    // A sender must not wait for a broker that is away: its connection fails, and the pool opens
    // another when asked again. Consumers ask for more patience themselves.
    setReconnectAttempts(0);
    setInitialConnectAttempts(1);
    setCallTimeout(CALL_TIMEOUT_MILLIS);
    setCallFailoverTimeout(CALL_TIMEOUT_MILLIS);
    config.getOptionalValue("tulpar.broker.user", String.class).ifPresent(this::setUserName);
    config.getOptionalValue("tulpar.broker.password", String.class).ifPresent(this::setPassword);
    LOG.log(Level.INFO, "broker: {0}", url);
  }

  private static Path directory(Config config) {
    return config
        .getOptionalValue("tulpar.broker.directory", String.class)
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("com.sun.aas.instanceRoot"), "artemis"));
  }
}
