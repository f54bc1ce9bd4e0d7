package org.tulpar.web.conversation.beside;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.tulpar.client.CallingZones;
import org.tulpar.conversation.beside.Beside;
import org.tulpar.conversation.beside.KnownClient;
import org.tulpar.web.conversation.Readers;

/**
 * What is known of the client beside the open conversation. Asked only while the answer is written:
 * before that an act may still change it, and Faces asks whether a part is shown on its way to the
 * button.
 */
@Named("beside")
@RequestScoped
public class BesideBacking {

  @Inject private Beside beside;
  @Inject private Readers readers;

  private static final KnownClient NOTHING = new KnownClient(List.of(), null);

  private final Map<Long, KnownClient> known = new HashMap<>();
  private final Map<Long, List<OtherLine>> others = new HashMap<>();

  /** Her tags and the latest note about her. */
  public KnownClient of(long conversation) {
    return isWritten() ? known.computeIfAbsent(conversation, beside::client) : NOTHING;
  }

  /** Who wrote the latest note, and when. */
  public String written(KnownClient.Note note) {
    return note.person() + ", " + readers.reader().when(note.at());
  }

  /** The latest of her other conversations. */
  public List<OtherLine> others(long conversation) {
    return isWritten() ? others.computeIfAbsent(conversation, this::read) : List.of();
  }

  private static boolean isWritten() {
    return Faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
  }

  private List<OtherLine> read(long conversation) {
    var reader = readers.reader();
    return beside.others(conversation).stream().map(one -> OtherLine.of(one, reader)).toList();
  }

  /**
   * The hour where the client is, or null where her number does not say.
   *
   * @param phone with plus, or null
   */
  public Hour hour(String phone) {
    return CallingZones.of(phone == null ? null : phone.substring(1))
        .map(zone -> Hour.of(zone, readers.reader()))
        .orElse(null);
  }
}
