package org.tulpar.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import org.omnifaces.util.Faces;
import org.tulpar.kernel.Refused;
import org.tulpar.web.conversation.Readers;

/** What this page or the next one says about what was done. */
@RequestScoped
public class Notices {

  @Inject private Readers readers;

  /** It worked; said by the page that comes next. */
  public void done(String key, Object... values) {
    add(FacesMessage.SEVERITY_INFO, readers.reader().word(key, values));
    Faces.getFlash().setKeepMessages(true);
  }

  /** It did not, and why; said by this page, where what was typed still stands. */
  public void refused(Refused refusal) {
    var sentence = readers.reader().word(refusal.code(), refusal.values().toArray());
    add(FacesMessage.SEVERITY_WARN, sentence);
  }

  /** It did not, and why; said by the page that comes next. */
  public void refusedBefore(Refused refusal) {
    refused(refusal);
    Faces.getFlash().setKeepMessages(true);
  }

  /** It did not, and why; said by this page. */
  public void say(String key) {
    add(FacesMessage.SEVERITY_WARN, readers.reader().word(key));
  }

  private static void add(FacesMessage.Severity severity, String text) {
    Faces.getContext().addMessage(null, new FacesMessage(severity, text, null));
  }
}
