package org.tulpar.jms;

import jakarta.ejb.EJBException;
import java.util.concurrent.Callable;

/** Lets a consumer's trouble fly: the container rolls back and the queue redelivers. */
public final class Work {

  /** What a consumer does with a message. */
  public interface Piece {
    void run() throws Exception;
  }

  private Work() {}

  public static void of(Piece piece) {
    of(
        () -> {
          piece.run();
          return null;
        });
  }

  /** As {@link #of(Piece)}, with a result. */
  public static <T> T of(Callable<T> piece) {
    try {
      return piece.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new EJBException(e);
    }
  }
}
