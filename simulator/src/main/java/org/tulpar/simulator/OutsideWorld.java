package org.tulpar.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tulpar.simulator.control.ControlRoutes;
import org.tulpar.simulator.deepl.DeepLRoutes;
import org.tulpar.simulator.evolution.ChatRoutes;
import org.tulpar.simulator.evolution.Envelope;
import org.tulpar.simulator.evolution.EvolutionErrors;
import org.tulpar.simulator.evolution.Gateway;
import org.tulpar.simulator.evolution.InstanceRoutes;
import org.tulpar.simulator.evolution.Instances;
import org.tulpar.simulator.evolution.Later;
import org.tulpar.simulator.evolution.MessageRoutes;
import org.tulpar.simulator.evolution.Receipts;
import org.tulpar.simulator.evolution.RetryRule;
import org.tulpar.simulator.evolution.Webhooks;
import org.tulpar.simulator.faults.Faults;
import org.tulpar.simulator.history.Chats;
import org.tulpar.simulator.history.Feed;
import org.tulpar.simulator.history.FileShelf;
import org.tulpar.simulator.history.Journal;
import org.tulpar.simulator.history.SentLog;
import org.tulpar.simulator.http.Router;
import org.tulpar.simulator.llm.ChatCompletions;
import org.tulpar.simulator.messenger.Chat2DeskRoutes;
import org.tulpar.simulator.messenger.CloudRoutes;
import org.tulpar.simulator.messenger.Messengers;
import org.tulpar.simulator.messenger.SendDesk;
import org.tulpar.simulator.messenger.TelegramRoutes;
import org.tulpar.simulator.phone.PhoneRoutes;
import org.tulpar.simulator.push.PushRoutes;

/** Everything put together behind one port of 127.0.0.1; closing it leaves nothing running. */
public final class OutsideWorld implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Later later = new Later();
  private final Webhooks webhooks;

  private OutsideWorld(HttpServer server, Options options, Clock clock) {
    this.server = server;
    var url = "http://127.0.0.1:" + server.getAddress().getPort();
    var feed = new Feed();
    var journal = new Journal(feed, clock);
    var chats = new Chats(feed);
    var sent = new SentLog();
    var shelf = new FileShelf(clock.millis());
    var faults = new Faults();
    var instances = new Instances(clock);
    var retry = new RetryRule(options.retryScale());
    webhooks = new Webhooks(new Envelope(clock, url), retry, later, journal, clock);
    var receipts = new Receipts(webhooks, chats, feed, later);
    var gateway = new Gateway(webhooks, receipts, chats, sent, later, clock);
    var messengers = new Messengers(webhooks, later, chats, feed, sent, clock, url);
    var desk = new SendDesk(messengers, faults, journal, shelf);
    var router = new Router(EvolutionErrors::unknownPath);
    new InstanceRoutes(instances, gateway, clock).on(router);
    new MessageRoutes(instances, gateway, faults, journal, feed, shelf).on(router);
    new ChatRoutes(instances, chats, journal, feed).on(router);
    new ChatCompletions(faults, journal, clock).on(router);
    new DeepLRoutes(faults, journal, clock).on(router);
    new PushRoutes(url, clock).on(router);
    new ControlRoutes(instances, gateway, webhooks, faults, sent, messengers, shelf).on(router);
    new PhoneRoutes(instances, receipts, chats, journal, feed, messengers, shelf).on(router);
    new TelegramRoutes(desk, messengers, clock).on(router);
    new CloudRoutes(desk).on(router);
    new Chat2DeskRoutes(desk).on(router);
    server.createContext("/", router);
    server.setExecutor(threads);
  }

  /**
   * Opens the port.
   *
   * @throws java.net.BindException when it is taken
   */
  public static OutsideWorld open(Options options, Clock clock) throws IOException {
    // The server reads these once: answers go out at once, idle connections live long enough for
    // a client's pool.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    var server = HttpServer.create(new InetSocketAddress(loopback, options.port()), 1024);
    var world = new OutsideWorld(server, options, clock);
    server.start();
    return world;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
    webhooks.close();
    later.close();
  }
}
