package org.tulpar.web.conversation.own;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.tulpar.conversation.Corrections;
import org.tulpar.conversation.ManagerReply;
import org.tulpar.conversation.sharing.ContactBook;
import org.tulpar.conversation.sharing.Coordinates;
import org.tulpar.conversation.sharing.KnownContact;
import org.tulpar.conversation.sharing.SharedContact;
import org.tulpar.conversation.sharing.SharedQuestion;
import org.tulpar.tenant.OrganizationProfile;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.conversation.ThreadBacking;

/** Her own messages afterwards, and what she sends that is neither words nor a file. */
@Named("own")
@RequestScoped
public class OwnBacking {

  @Inject private Corrections corrections;
  @Inject private ManagerReply reply;
  @Inject private ContactBook contacts;
  @Inject private OrganizationProfile profile;
  @Inject private Readers readers;
  @Inject private ThreadBacking thread;

  private List<KnownContact> found;
  private String search;

  public void edit() {
    act((key, to) -> corrections.edit(to, readers.user(), message(), Asked.text("text"), key));
  }

  public void delete() {
    act((key, to) -> corrections.delete(to, readers.user(), message(), key));
  }

  /** A place, told by coordinates or by a link to a map. */
  public void place() {
    act(
        (key, to) ->
            reply.share(
                to, readers.user(), Coordinates.read(Asked.text("at"), Asked.text("name")), key));
  }

  public void contact() {
    act(
        (key, to) ->
            reply.share(
                to,
                readers.user(),
                SharedContact.of(Asked.text("name"), Asked.text("phone")),
                key));
  }

  /** The client reads what opens a list in the organization's language. */
  public void ask() {
    act(
        (key, to) -> {
          var language = profile.read().locale();
          var open = ResourceBundle.getBundle("i18n.messages", language).getString("question.open");
          var question = SharedQuestion.of(Asked.text("question"), Asked.text("answers"), open);
          reply.ask(to, readers.user(), question, key);
        });
  }

  /** Whose number the organization has. */
  public void look() {
    search = Criteria.search(Asked.text("q"));
    found = contacts.find(search);
  }

  /** Null unless they were asked for. */
  public List<KnownContact> getFound() {
    return found;
  }

  /** What they were asked for by: the page may have gone on. */
  public String getSearch() {
    return search;
  }

  private void act(ObjLongConsumer<UUID> act) {
    thread.attempt(to -> Asked.key().ifPresent(key -> act.accept(key, to)));
  }

  private static long message() {
    return Asked.number(Asked.text("message")).orElse(0L);
  }
}
