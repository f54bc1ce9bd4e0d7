package org.tulpar.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tulpar.bench.machine.Shell;

/** The peer: Bun, BullMQ, Redis and PostgreSQL; started afresh, with empty data, for each run. */
final class Peer implements Side {

  private final Path source;
  private final Path run;
  private final Path log;
  private final Path programs;
  private final int port;
  private Map<String, String> mode = Map.of();

  /**
   * @param programs PostgreSQL's, the same as Tulpar's
   * @param run where its data lies; PostgreSQL's user must be able to get there
   */
  Peer(Options options, Path programs, Path run) {
    this.source = options.place().resolve("peer");
    this.log = options.place().resolve("peer.log");
    this.programs = programs;
    this.run = run;
    this.port = options.port() + 20;
  }

  @Override
  public String name() {
    return "peer";
  }

  /** Copies it out of the tree and fetches what it consists of. */
  void prepare(Path from) throws IOException, InterruptedException {
    Files.createDirectories(source);
    try (var files = Files.list(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(
            file,
            source.resolve(file.getFileName()),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING,
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    if (!Files.isDirectory(source.resolve("node_modules/@oven"))) {
      Shell.run(source, Map.of(), List.of("npm", "install", "--ignore-scripts", "--no-audit"), log);
    }
  }

  /**
   * @param fsync of Redis: {@code always} is durable before the answer, {@code everysec} is usual
   * @param workers 0 leaves the queue full: only acknowledgements are measured then
   */
  void start(String fsync, int workers) throws IOException, InterruptedException {
    mode = Map.of("FSYNC", fsync, "WORKERS", Integer.toString(workers));
    up(List.of());
  }

  @Override
  public List<Long> workers() throws IOException {
    return processes().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("worker"))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public void revive() throws IOException, InterruptedException {
    up(processes().keySet().stream().filter(name -> name.startsWith("worker")).sorted().toList());
  }

  private void up(List<String> parts) throws IOException, InterruptedException {
    var environment = environment();
    environment.putAll(mode);
    var words = new ArrayList<>(List.of("bash", "./up.sh"));
    words.addAll(parts);
    Shell.run(source, environment, words, log);
  }

  void stop() throws IOException, InterruptedException {
    var environment = environment();
    environment.put("WIPE", "1");
    Shell.exit(source, environment, List.of("bash", "./down.sh"), log);
    Files.createDirectories(run);
  }

  private Map<String, String> environment() {
    var all = new LinkedHashMap<String, String>();
    all.put("RUN", run.toString());
    all.put("PGBIN", programs.resolve("bin").toString());
    all.put("PORT", Integer.toString(port));
    all.put("REDIS_PORT", Integer.toString(port + 1));
    all.put("PG_PORT", Integer.toString(port + 2));
    all.put("GATEWAY", "http://127.0.0.1:" + (port + 3));
    return all;
  }

  @Override
  public List<String> driver() {
    return List.of(
        "--url",
        "http://127.0.0.1:%d/webhook/evolution/{instance}".formatted(port),
        "--gateway-port",
        Integer.toString(port + 3));
  }

  @Override
  public Map<String, Long> processes() throws IOException {
    var all = new LinkedHashMap<String, Long>();
    try (var files = Files.newDirectoryStream(run, "*.pid")) {
      for (var file : files) {
        var name = file.getFileName().toString().replace(".pid", "");
        all.put(name, Long.parseLong(Files.readString(file).strip()));
      }
    }
    return all;
  }
}
