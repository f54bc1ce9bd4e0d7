package org.tulpar.web.channel;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tulpar.channel.line.KeyedLines;
import org.tulpar.channel.line.Lines;
import org.tulpar.kernel.Refused;
import org.tulpar.web.operations.Figures;
import org.tulpar.web.security.CurrentUser;

/** The lines of the organization as they were last looked at, and what is done with one of them. */
@Named("channels")
@ViewScoped
public class ChannelsBacking implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "settings/channels";

  @Inject private Lines service;
  @Inject private KeyedLines keyed;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  private ArrayList<LineView> lines;
  private String name;

  /** As they are now. */
  @PostConstruct
  public void look() {
    var person = user.required();
    var figures = new Figures(person.locale(), person.zone());
    var now = clock.instant();
    lines =
        new ArrayList<>(
            service.all().stream().map(line -> LineView.of(line, figures, now)).toList());
  }

  public void create() {
    doing(() -> service.create(name), "channels.created");
  }

  public void connect(String channel) {
    doing(() -> service.connect(UUID.fromString(channel)), null);
  }

  public void logout(String channel) {
    doing(() -> service.logout(UUID.fromString(channel)), "channels.logged_out");
  }

  public void disconnect(String channel) {
    doing(() -> keyed.disconnect(UUID.fromString(channel)), "channels.disconnected");
  }

  public void remove(String channel) {
    doing(() -> service.remove(UUID.fromString(channel)), "channels.removed");
  }

  public void rotate(String channel) {
    doing(() -> service.rotate(UUID.fromString(channel)), "channels.rotated");
  }

  /** A refusal is told in words; either way the page is shown as it now is. */
  private static void doing(Runnable work, String done) {
    try {
      work.run();
      if (done != null) {
        Messages.addFlashGlobalInfo(word(done));
      }
    } catch (Refused e) {
      Messages.addFlashGlobalWarn(word(e.code()));
    }
    Faces.redirect(PAGE);
  }

  private static String word(String key) {
    return Faces.evaluateExpressionGet("#{m['" + key + "']}");
  }

  public List<LineView> getLines() {
    return lines;
  }

  /** Whose news this page hears. */
  public String getOrganization() {
    return user.required().organization().toString();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
