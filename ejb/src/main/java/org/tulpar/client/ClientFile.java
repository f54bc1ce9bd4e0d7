package org.tulpar.client;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.client.field.CustomFields;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.list.Page;

/** Opens a client's card, and changes it in the name of a person. */
@Stateless
public class ClientFile {

  @Inject Clients clients;
  @Inject ClientProfiles profiles;
  @Inject Timeline timeline;
  @Inject Tags tags;
  @Inject CustomFields fields;
  @Inject Event<CardWritten> written;

  /** The card, or nothing when the organization in scope has no such client. */
  public Optional<ClientCard> card(long clientId) {
    return clients
        .byId(clientId)
        .map(client -> client.card(profiles.named(client.companyId()).orElse(null)));
  }

  /** As {@link #card}, with everything that may be edited; also of a card that was merged. */
  public Optional<ClientProfile> profile(long clientId) {
    return profiles.byId(clientId);
  }

  /** What happened, the latest first; only what lies below a place. */
  public Page<TimelineLine> timeline(long clientId, TimelinePlace below) {
    return timeline.ofClient(clientId, below);
  }

  /**
   * @throws ClientRefused when something typed cannot stand in a card
   * @throws ClientChanged when somebody else has saved meanwhile
   */
  public void save(long clientId, ClientEdit typed, long userId) {
    var edit = typed.checked();
    if (!profiles.update(clientId, edit, profiles.company(edit.company()))) {
      throw new ClientChanged(clientId);
    }
    fields.fill(fields.active(Bearer.CLIENT), clientId, edit.values());
    profiles.record("client.edited", clientId, userId);
    tell(clientId);
  }

  /**
   * Returns the id of the new card.
   *
   * @throws ClientRefused when there is neither name nor phone nor email, or something cannot stand
   *     in a card
   */
  public long add(ClientEdit typed, long userId) {
    var edit = typed.checked();
    if (edit.name() == null && edit.phone() == null && edit.email() == null) {
      throw new ClientRefused("nobody");
    }
    var id = profiles.insert(edit, profiles.company(edit.company()));
    fields.fill(fields.active(Bearer.CLIENT), id, edit.values());
    profiles.record("client.created", id, userId);
    return id;
  }

  /**
   * @throws ClientRefused when there is no text or a too long one
   */
  public void note(long clientId, String typed, long userId) {
    var body = ClientInput.text(typed);
    if (body == null) {
      throw new ClientRefused("note_empty");
    }
    profiles.addNote(present(clientId), userId, body);
  }

  /**
   * @throws ClientRefused when there is no name or a too long one
   */
  public void tag(long clientId, String name) {
    tags.put(Bearer.CLIENT, present(clientId), name);
    tell(clientId);
  }

  public void untag(long clientId, long tagId) {
    tags.takeOff(Bearer.CLIENT, clientId, tagId);
    tell(clientId);
  }

  private void tell(long clientId) {
    written.fire(new CardWritten(TenantScope.required(), List.of(clientId)));
  }

  private long present(long clientId) {
    return profiles
        .byId(clientId)
        .filter(card -> card.mergedInto() == null)
        .orElseThrow(() -> new ClientUnknown(clientId))
        .id();
  }
}
