package org.tulpar.web.channel;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.line.KeyedLine.Key;
import org.tulpar.channel.line.KeyedLines;
import org.tulpar.channel.line.LineRow;
import org.tulpar.kernel.Refused;

/** The form for the key of an account: of a new one, or another key of a channel that is there. */
@Named("connect")
@RequestScoped
public class ConnectBacking {

  private static final String PAGE = "settings/channels";

  @Inject private KeyedLines service;

  private ChannelType type;
  private LineRow line;
  private String name;
  private String number;
  private String business;
  private String token;
  private String signing;

  @PostConstruct
  void look() {
    var types = service.types();
    var channel = Faces.getRequestParameter("channel");
    if (channel != null && channel.matches("[0-9a-f-]{36}")) {
      line = service.one(UUID.fromString(channel));
      type = line.type();
      return;
    }
    var asked = Faces.getRequestParameter("type");
    type =
        types.stream()
            .filter(one -> one.name().equals(asked))
            .findFirst()
            .orElse(ChannelType.TELEGRAM);
  }

  /** The provider is asked first; what it refuses is told beside what was typed. */
  public void save() {
    var key = new Key(number, business, token, signing);
    try {
      if (line == null) {
        service.connect(type, name, key);
      } else {
        service.exchange(line.id(), key);
      }
      Messages.addFlashGlobalInfo(word(line == null ? "connect.done" : "connect.exchanged"));
      Faces.redirect(PAGE);
    } catch (Refused e) {
      Faces.getContext()
          .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, word(e.code()), null));
    }
  }

  private static String word(String key) {
    return Faces.evaluateExpressionGet("#{m['" + key + "']}");
  }

  public ChannelType getType() {
    return type;
  }

  /** Null for a new one. */
  public LineRow getLine() {
    return line;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getBusiness() {
    return business;
  }

  public void setBusiness(String business) {
    this.business = business;
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }

  public String getSigning() {
    return signing;
  }

  public void setSigning(String signing) {
    this.signing = signing;
  }
}
