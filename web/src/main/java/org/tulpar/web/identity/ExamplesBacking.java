package org.tulpar.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.tulpar.deal.example.Examples;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.Notices;
import org.tulpar.web.security.CurrentUser;

/** The examples to look around with: whether they are there, and the one button for each way. */
@Named("examples")
@RequestScoped
public class ExamplesBacking {

  @Inject private Examples examples;
  @Inject private CurrentUser me;
  @Inject private Notices notices;

  private Boolean present;

  public void bring() {
    var person = me.required();
    act(() -> examples.bring(person.locale(), person.id()), "examples.brought");
  }

  public void takeAway() {
    act(() -> examples.takeAway(me.required().id()), "examples.gone");
  }

  private void act(Runnable act, String done) {
    try {
      act.run();
      notices.done(done);
    } catch (Refused e) {
      notices.refusedBefore(e);
    }
    Faces.redirect("welcome");
  }

  public boolean isPresent() {
    if (present == null) {
      present = examples.arePresent();
    }
    return present;
  }
}
