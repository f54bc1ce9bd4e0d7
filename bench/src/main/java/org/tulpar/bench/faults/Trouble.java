package org.tulpar.bench.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One way of breaking the installation, and of mending it again. */
public enum Trouble {
  NOTHING("nothing, for comparison") {
    @Override
    void strike(Subject subject, Options options) throws InterruptedException {
      pause(options.compared());
    }

    @Override
    boolean leavesOthersAlone() {
      return true;
    }
  },
  SERVER_KILLED("kill -9 of Payara") {
    @Override
    void strike(Subject subject, Options options) throws IOException, InterruptedException {
      end(subject.server());
      subject.repair();
    }
  },
  DATABASE_KILLED("kill -9 of PostgreSQL") {
    @Override
    void strike(Subject subject, Options options) throws IOException, InterruptedException {
      killDatabase(subject);
    }
  },
  DATABASE_STOPPED("PostgreSQL stopped") {
    @Override
    void strike(Subject subject, Options options) throws IOException, InterruptedException {
      stopDatabase(subject, options.stopped());
    }
  },
  BROKER_KILLED("kill -9 of a broker in a process of its own") {
    @Override
    void strike(Subject subject, Options options) throws IOException, InterruptedException {
      subject.broker().kill();
      pause(options.troubled());
      subject.broker().start();
    }

    @Override
    boolean needsBroker() {
      return true;
    }
  },
  BROKER_TAKEN("restart with a broker of its own, under load") {
    @Override
    void strike(Subject subject, Options options) throws IOException, InterruptedException {
      subject.takeBroker();
    }

    @Override
    boolean changesBroker() {
      return true;
    }
  },
  RENEWED("application deployed again, with a broker of its own, under load") {
    @Override
    void strike(Subject subject, Options options) throws IOException, InterruptedException {
      subject.outdate();
      subject.takeBroker();
    }

    @Override
    boolean changesBroker() {
      return true;
    }
  },
  BROKER_LEFT("restart with the broker inside, under load") {
    @Override
    void strike(Subject subject, Options options) throws IOException, InterruptedException {
      subject.leaveBroker();
    }

    @Override
    boolean changesBroker() {
      return true;
    }
  },
  REDEPLOYED("application deployed again, under load") {
    @Override
    void strike(Subject subject, Options options) throws IOException, InterruptedException {
      subject.redeploy();
    }
  },
  GATEWAY_REFUSES("gateway answers 500") {
    @Override
    void strike(Subject subject, Options options) throws IOException, InterruptedException {
      gateway(subject, "error500", "", options.troubled());
    }
  },
  GATEWAY_LIMITS("gateway answers 429") {
    @Override
    void strike(Subject subject, Options options) throws IOException, InterruptedException {
      gateway(subject, "status429", "", options.troubled());
    }
  },
  GATEWAY_HANGS("one of eight gateways hangs") {
    @Override
    void strike(Subject subject, Options options) throws IOException, InterruptedException {
      gateway(subject, "hang", subject.channels().getFirst().key(), options.compared());
    }

    @Override
    boolean leavesOthersAlone() {
      return true;
    }
  },
  GATEWAY_AMBIGUOUS("gateway takes the message and drops the answer") {
    @Override
    void strike(Subject subject, Options options) throws IOException, InterruptedException {
      gateway(subject, "drop", "", options.troubled());
    }
  },
  DUPLICATED("30 % of the webhooks twice, and shuffled") {
    @Override
    void strike(Subject subject, Options options) throws InterruptedException {
      pause(options.troubled());
    }

    @Override
    double duplicates() {
      return 0.3;
    }

    @Override
    boolean shuffles() {
      return true;
    }
  };

  /** After it is mended, before the first answer to somebody who wrote since the strike. */
  private static final Duration BACK = Duration.ofSeconds(45);

  /** From the strike: the server starts meanwhile, on processors that the customers use, too. */
  private static final Duration STARTED = Duration.ofSeconds(150);

  /** The same, and the deployment, which takes up to a minute more where processors are shared. */
  private static final Duration DEPLOYED = STARTED.plusSeconds(90);

  private final String words;

  Trouble(String words) {
    this.words = words;
  }

  /** Breaks it, and returns when it is mended. */
  abstract void strike(Subject subject, Options options) throws IOException, InterruptedException;

  String words() {
    return words;
  }

  /** Whether the broker must be a process of its own. */
  boolean needsBroker() {
    return false;
  }

  /** The share of webhooks that the gateway delivers twice. */
  double duplicates() {
    return 0.05;
  }

  /** Whether webhooks of a conversation arrive in another order than they were written. */
  boolean shuffles() {
    return false;
  }

  /** Whether it gives the installation another broker. */
  boolean changesBroker() {
    return false;
  }

  /** Whether it concerns the first channel at most. */
  boolean leavesOthersAlone() {
    return false;
  }

  /** From the strike to the first answer to a message that was written after it. */
  Duration longestRecovery(Options options) {
    return switch (this) {
      case SERVER_KILLED, BROKER_TAKEN, BROKER_LEFT -> STARTED;
      case REDEPLOYED, RENEWED -> DEPLOYED;
      case DATABASE_STOPPED -> BACK.plusSeconds(options.stopped());
      default -> BACK.plusSeconds(options.troubled());
    };
  }

  /** How often it strikes in one run. */
  int times(Options options) {
    return switch (this) {
      case SERVER_KILLED, DATABASE_KILLED, BROKER_KILLED, REDEPLOYED -> options.kills();
      default -> 1;
    };
  }

  private static void gateway(Subject subject, String mode, String instance, int seconds)
      throws IOException, InterruptedException {
    var order = "{\"target\": \"gateway\", \"mode\": \"%s\", \"times\": 0%s}";
    var whose = instance.isEmpty() ? "" : ", \"instance\": \"%s\"".formatted(instance);
    Wire.post(subject.gateway() + "/control/faults", "none", order.formatted(mode, whose));
    try {
      pause(seconds);
    } finally {
      Wire.delete(subject.gateway() + "/control/faults");
    }
  }

  private static void killDatabase(Subject subject) throws IOException, InterruptedException {
    end(subject.database());
    subject.repair();
  }

  private static void stopDatabase(Subject subject, int seconds)
      throws IOException, InterruptedException {
    var family = subject.databaseFamily();
    signal("-STOP", family);
    try {
      pause(seconds);
    } finally {
      signal("-CONT", family);
    }
  }

  private static void end(ProcessHandle process) {
    if (!process.destroyForcibly()) {
      throw new IllegalStateException("the process did not end: " + process.pid());
    }
    process.onExit().join();
  }

  private static void signal(String signal, java.util.List<ProcessHandle> family)
      throws IOException, InterruptedException {
    for (var process : family) {
      var kill = new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start();
      if (kill.waitFor() != 0 && process.isAlive()) {
        throw new IOException("kill %s %d failed".formatted(signal, process.pid()));
      }
    }
  }

  @SuppressWarnings("ReturnValueIgnored") // nobody counts the latch down: it is the pause
  private static void pause(int seconds) throws InterruptedException {
    new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
  }
}
