package org.tulpar.web.shell;

import java.io.Serializable;
import org.omnifaces.util.Faces;

/**
 * What a request brings to its answer, and nothing to the answers that follow: a page that lives on
 * would else show with the next one what the last one was about, and keep it in memory meanwhile.
 */
public final class Brought<T> implements Serializable {

  private static final long serialVersionUID = 1L;

  public void set(T value) {
    Faces.getContext().getAttributes().put(this, value);
  }

  /** Null where this request has brought nothing. */
  @SuppressWarnings("unchecked")
  public T get() {
    return (T) Faces.getContext().getAttributes().get(this);
  }
}
