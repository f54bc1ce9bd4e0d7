package org.tulpar.server.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator may set, read from the environment once; everything has a default. Relative
 * paths are relative to the checkout.
 *
 * <ul>
 *   <li>{@code TULPAR_PORT}: base of the five ports, 8080
 *   <li>{@code TULPAR_STATE}: directory of everything that is kept, {@code var}
 *   <li>{@code TULPAR_EAR}: the application, {@code ear/target/tulpar.ear}
 *   <li>{@code TULPAR_PAYARA}: the server's archive, the only zip in {@code
 *       server-config/target/payara}
 *   <li>{@code TULPAR_HEAP}: heap of the server as in {@code -Xmx}, 768m
 *   <li>{@code TULPAR_PATIENCE}: seconds that a starting application may be silent, 180
 *   <li>{@code TULPAR_DEMO}: {@code false} leaves the demo organizations out
 *   <li>{@code TULPAR_BENCH_ORGANIZATIONS}: how many organizations {@code bench-data} makes, 30
 *   <li>{@code TULPAR_SIMULATOR}: {@code false} leaves the simulator out
 *   <li>{@code TULPAR_DATABASE_URL}: JDBC URL of an external database, without credentials; then
 *       {@code TULPAR_DATABASE_OWNER_PASSWORD} and one password per role, and to let the roles be
 *       made here {@code TULPAR_DATABASE_ADMIN_USER} and {@code TULPAR_DATABASE_ADMIN_PASSWORD}
 * </ul>
 *
 * Every other {@code TULPAR_*} variable reaches the application as its setting {@code tulpar.*}.
 */
public record Settings(Path home, Map<String, String> environment) {

  public Ports ports() {
    return Ports.parse(value("TULPAR_PORT").orElse("8080"));
  }

  public State state() {
    return new State(path("TULPAR_STATE", "var"));
  }

  public Path ear() {
    return path("TULPAR_EAR", "ear/target/tulpar.ear");
  }

  public Path payaraArchives() {
    return path("TULPAR_PAYARA", "server-config/target/payara");
  }

  public String heap() {
    var heap = value("TULPAR_HEAP").orElse("768m");
    if (!heap.matches("\\d+[kmgKMG]?")) {
      throw new Refusal(
          "TULPAR_HEAP is «%s»: write it as for -Xmx, for example 768m.".formatted(heap));
    }
    return heap;
  }

  public Duration patience() {
    return Duration.ofSeconds(value("TULPAR_PATIENCE").map(Long::valueOf).orElse(180L));
  }

  public boolean demo() {
    return !"false".equalsIgnoreCase(value("TULPAR_DEMO").orElse("true"));
  }

  public boolean simulator() {
    return !"false".equalsIgnoreCase(value("TULPAR_SIMULATOR").orElse("true"));
  }

  public Optional<String> externalDatabase() {
    return value("TULPAR_DATABASE_URL");
  }

  public Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private Path path(String name, String byDefault) {
    return home.resolve(value(name).orElse(byDefault)).toAbsolutePath().normalize();
  }
}
