package org.tulpar.conversation.welcome;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tulpar.kernel.Refused;

/** Tells an administrator what is done and what comes next. */
@Stateless
public class Welcome {

  private static final int MOST_NAMED = 3;

  @Inject private WelcomeRows rows;

  /**
   * How far it is.
   *
   * @param done steps whose fact is there
   * @param shown whether the administrator still wants to see the steps
   */
  public record Progress(Set<WelcomeStep> done, boolean shown) {

    public boolean has(WelcomeStep step) {
      return done.contains(step);
    }

    /** The first that is not done, or null when all are. */
    public WelcomeStep next() {
      return EnumSet.allOf(WelcomeStep.class).stream()
          .filter(step -> !done.contains(step))
          .findFirst()
          .orElse(null);
    }
  }

  /** Going live before there is a way for clients to write. */
  public static final class WelcomeRefused extends Refused {

    private static final long serialVersionUID = 1L;

    WelcomeRefused() {
      super("no channel");
    }

    @Override
    public String code() {
      return "refused.welcome.channel";
    }
  }

  /** Names of some who may connect a channel while there is none; nothing once there is one. */
  public Optional<List<String>> unconnected() {
    return rows.unconnected(MOST_NAMED);
  }

  public Progress progress() {
    return rows.progress();
  }

  /**
   * From now on the organization works with clients.
   *
   * @throws WelcomeRefused while no channel is connected
   */
  public void goLive(long userId) {
    if (!rows.progress().has(WelcomeStep.CHANNEL)) {
      throw new WelcomeRefused();
    }
    rows.goLive();
    rows.record("organization.live", userId);
  }

  /** The steps are not offered any more; they stay where they are. */
  public void dismiss() {
    rows.show(false);
  }

  public void resume() {
    rows.show(true);
  }
}
