package org.tulpar.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import org.omnifaces.util.Messages;
import org.tulpar.kernel.Refused;
import org.tulpar.web.conversation.Readers;

/** What the next page says about what was done here. */
@RequestScoped
class Notices {

  @Inject private Readers readers;

  /** It worked. */
  void done(String key, Object... values) {
    add(FacesMessage.SEVERITY_INFO, key, values);
  }

  /** It did not, and why; what was typed is still there when the page is not left. */
  void refused(Refused refusal) {
    add(FacesMessage.SEVERITY_WARN, refusal.code());
  }

  private void add(FacesMessage.Severity severity, String key, Object... values) {
    var text = readers.reader().word(key, values).replace("'", "''").replace("{", "'{'");
    Messages.create(text).severity(severity).flash().add();
  }
}
