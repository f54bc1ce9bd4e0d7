package org.tulpar.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextWrapper;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has not asked for the page of all parts has none. */
class StyleguideBackingTest {

  private final Answer answer = new Answer();

  /** What a request is answered with. */
  private static final class Answer extends FacesContextWrapper {

    private int status;
    private boolean complete;

    Answer() {
      super(null);
      setCurrentInstance(this);
    }

    void leave() {
      setCurrentInstance(null);
    }

    @Override
    public FacesContext getWrapped() {
      return null;
    }

    @Override
    public ExternalContext getExternalContext() {
      return new ExternalContextWrapper(null) {
        @Override
        public void responseSendError(int code, String message) {
          status = code;
        }
      };
    }

    @Override
    public void responseComplete() {
      complete = true;
    }

    @Override
    public boolean getResponseComplete() {
      return complete;
    }
  }

  @AfterEach
  void leave() {
    answer.leave();
  }

  @Test
  void thereIsNoSuchPageUnlessItIsWanted() throws IOException {
    new StyleguideBacking().open();
    assertThat(answer.status).isEqualTo(404);
    assertThat(answer.complete).isTrue();
  }
}
