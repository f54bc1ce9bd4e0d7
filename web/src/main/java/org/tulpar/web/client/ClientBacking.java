package org.tulpar.web.client;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.tulpar.client.ClientFile;
import org.tulpar.client.ClientProfile;
import org.tulpar.client.TimelinePlace;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.FieldSettings;
import org.tulpar.kernel.Refused;
import org.tulpar.web.conversation.Readers;

/** One card, or an empty one to fill, as the page's address says. */
@Named("clientCard")
@RequestScoped
public class ClientBacking {

  private static final String NEW = "new";

  @Inject private ClientFile file;
  @Inject private FieldSettings fields;
  @Inject private Readers readers;
  @Inject private Notices notices;
  @Inject private UndoBacking undo;

  @Inject
  @Param(pathIndex = 0)
  private String address;

  private ClientProfile card;
  private CardForm form;
  private CardHead head;
  private TimelineView past;
  private String note;
  private String tag;

  @PostConstruct
  void look() {
    if (address != null && address.matches("[0-9]{1,18}")) {
      card = file.profile(Long.parseLong(address)).orElse(null);
    }
    if (card != null) {
      form = new CardForm(card);
      head = CardHead.of(card, readers.reader());
    } else if (isFresh()) {
      form = new CardForm(fields.active(Bearer.CLIENT));
      form.setCompany(Faces.getRequestParameter("company"));
    }
  }

  /** A card that is not there is an error; one that was merged leads to where it went. */
  public void open() {
    if (address != null && card == null && !isFresh()) {
      Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
    } else if (card != null && card.mergedInto() != null) {
      notices.done("client.was_merged");
      Faces.redirect("clients/" + card.mergedInto());
    }
  }

  /** Name of the page's body. */
  public String getPart() {
    if (card != null) {
      return "profile";
    }
    return isFresh() ? NEW : "list";
  }

  public void save() {
    attempt(
        id -> {
          file.save(id, form.edit(), readers.user());
          leave(id, "client.saved");
        });
  }

  public void add() {
    try {
      leave(file.add(form.edit(), readers.user()), "client.added");
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public void write() {
    attempt(
        id -> {
          file.note(id, note, readers.user());
          leave(id, "client.noted");
        });
  }

  public void label() {
    attempt(
        id -> {
          file.tag(id, tag);
          leave(id, "client.tagged");
        });
  }

  public void unlabel(long tagId) {
    attempt(
        id -> {
          file.untag(id, tagId);
          card.tags().stream()
              .filter(one -> one.id() == tagId)
              .findFirst()
              .ifPresent(one -> undo.offer("client.untagged", Map.of("tag", one.name())));
          Faces.redirect("clients/" + id);
        });
  }

  /** The tag that was just taken off. */
  public void restore() {
    undo.back(() -> file.tag(card.id(), undo.value("tag")), "clients/" + card.id());
  }

  public TimelineView getPast() {
    if (past == null) {
      var below = TimelinePlace.read(Faces.getRequestParameter("until"));
      past = TimelineView.of(file.timeline(card.id(), below), readers.reader());
    }
    return past;
  }

  /** Those that are offered, and the card's own, whatever it is. */
  public List<Choice> getLanguages() {
    var locale = readers.reader().locale();
    var own = card == null ? null : card.language();
    return Stream.concat(FiltersBacking.LANGUAGES.stream(), Stream.ofNullable(own))
        .distinct()
        .map(code -> new Choice(code, Locale.of(code).getDisplayLanguage(locale), false))
        .toList();
  }

  public boolean isFresh() {
    return NEW.equals(address);
  }

  public ClientProfile getCard() {
    return card;
  }

  public CardHead getHead() {
    return head;
  }

  public CardForm getForm() {
    return form;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getTag() {
    return tag;
  }

  public void setTag(String tag) {
    this.tag = tag;
  }

  private void attempt(LongConsumer act) {
    try {
      act.accept(card.id());
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  private void leave(long id, String words) {
    notices.done(words);
    Faces.redirect("clients/" + id);
  }
}
