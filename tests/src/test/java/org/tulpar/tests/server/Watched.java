package org.tulpar.tests.server;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** A channel by its instance, as the database has it. */
public final class Watched {

  private static final Duration SOON = Duration.ofSeconds(20);

  private Watched() {}

  /** A customer writes, and it is stored. */
  public static void messagesArrive(String instance, String number) {
    var status = Simulator.customerWrites(instance, number, "Здравствуйте");
    if (status != 200) {
      throw new IllegalStateException("the webhook answered " + status);
    }
    await().atMost(SOON).until(() -> Stored.messagesFrom(number) == 1);
  }

  /** Whether the secret was changed and the gateway not yet seen with the new one. */
  public static boolean isRotating(String instance) {
    return is("c.registered_at is null and r.rotated_at is not null", instance);
  }

  /** Whether the gateway was seen with the secret after a change. */
  public static boolean hasTheNewSecret(String instance) {
    return is("r.rotated_at is not null and c.registered_at > r.rotated_at", instance);
  }

  private static boolean is(String condition, String instance) {
    return Stored.count(
            "select count(*) from channel c join channel_route r on r.organization_id ="
                + " c.organization_id and r.channel_id = c.id where c.instance = ? and "
                + condition,
            instance)
        == 1;
  }
}
