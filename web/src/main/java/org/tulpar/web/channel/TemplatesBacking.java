package org.tulpar.web.channel;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tulpar.channel.policy.KnownTemplate;
import org.tulpar.channel.policy.TemplateSettings;
import org.tulpar.channel.policy.TemplateStatus;
import org.tulpar.kernel.Refused;

/** The templates of one channel, a page at a time, and the form for a new or a chosen one. */
@Named("templates")
@RequestScoped
public class TemplatesBacking {

  private static final String PAGE = "settings/templates?channel=";

  @Inject private TemplateSettings settings;

  private List<TemplateSettings.Line> lines;
  private TemplateSettings.Line line;
  private TemplateSettings.Page page;
  private KnownTemplate chosen;
  private String name;
  private String language;
  private String body;
  private TemplateStatus status = TemplateStatus.APPROVED;

  @PostConstruct
  void look() {
    lines = settings.lines();
    var asked = Faces.getRequestParameter("channel");
    line =
        lines.stream()
            .filter(each -> asked == null || each.id().toString().equals(asked))
            .findFirst()
            .orElse(null);
    if (line == null) {
      page = new TemplateSettings.Page(List.of(), false);
      return;
    }
    page = settings.page(line.id(), number("after").flatMap(this::known).orElse(null));
    chosen = number("id").flatMap(this::known).orElse(null);
    if (chosen != null) {
      name = chosen.name();
      language = chosen.language();
      body = chosen.body();
      status = chosen.status();
    }
  }

  private Optional<KnownTemplate> known(long id) {
    return settings.find(line.id(), id);
  }

  private static Optional<Long> number(String parameter) {
    var text = Faces.getRequestParameter(parameter);
    return text == null || !text.matches("\\d{1,18}")
        ? Optional.empty()
        : Optional.of(Long.valueOf(text));
  }

  public void save() {
    try {
      var typed = new TemplateSettings.Typed(name, language, body, status);
      if (chosen == null) {
        settings.add(channel(), typed);
      } else {
        settings.change(channel(), chosen.id(), typed);
      }
      Messages.addFlashGlobalInfo(word("templates.saved"));
      Faces.redirect(PAGE + channel());
    } catch (Refused e) {
      Faces.getContext()
          .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, word(e.code()), null));
    }
  }

  private UUID channel() {
    return line == null ? new UUID(0, 0) : line.id();
  }

  private static String word(String key) {
    return Faces.evaluateExpressionGet("#{m['" + key + "']}");
  }

  public List<TemplateSettings.Line> getLines() {
    return lines;
  }

  public TemplateSettings.Line getLine() {
    return line;
  }

  public List<KnownTemplate> getAll() {
    return page.templates();
  }

  /** The template after which the next page begins, or null. */
  public Long getLast() {
    return page.more() ? page.templates().getLast().id() : null;
  }

  public KnownTemplate getChosen() {
    return chosen;
  }

  public List<TemplateStatus> getStatuses() {
    return List.of(TemplateStatus.values());
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
  }

  public TemplateStatus getStatus() {
    return status;
  }

  public void setStatus(TemplateStatus status) {
    this.status = status;
  }
}
