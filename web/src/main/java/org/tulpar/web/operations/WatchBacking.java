package org.tulpar.web.operations;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.tulpar.operations.alert.Alerts;
import org.tulpar.operations.isolation.Isolation;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.security.CurrentUser;

/** What needs the operator, and whether organizations are parted. */
@Named("watch")
@RequestScoped
public class WatchBacking {

  @Inject private Alerts alerts;
  @Inject private Isolation isolation;
  @Inject private Readers readers;
  @Inject private CurrentUser user;

  private List<AlertLine> lines;
  private IsolationLine proof;

  @PostConstruct
  void look() {
    var person = user.required();
    var figures = new Figures(person.locale(), person.zone());
    var reader = readers.reader();
    lines = alerts.now().stream().map(alert -> AlertLine.of(alert, figures, reader)).toList();
    proof = isolation.latest().map(last -> new IsolationLine(last, figures)).orElse(null);
  }

  /** Proves the isolation now; the page shows it when it is done. */
  public void prove() {
    isolation.start();
    Faces.redirect("console");
  }

  public List<AlertLine> getAlerts() {
    return lines;
  }

  /** The last one known; null where there was none. */
  public IsolationLine getIsolation() {
    return proof;
  }

  public boolean isRunning() {
    return proof != null && proof.isRunning();
  }
}
