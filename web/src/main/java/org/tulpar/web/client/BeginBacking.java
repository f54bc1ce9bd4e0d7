package org.tulpar.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.tulpar.conversation.begin.Beginning;
import org.tulpar.kernel.Refused;
import org.tulpar.web.conversation.Correspondent;
import org.tulpar.web.conversation.Readers;

/** By which channels the client of a card can be written to, and the way to where that is done. */
@Named("begin")
@RequestScoped
public class BeginBacking {

  /**
   * A channel to choose.
   *
   * @param mark short name of the messenger's icon
   */
  public record Line(UUID channel, String mark, String name) {}

  @Inject private Beginning beginning;
  @Inject private Readers readers;
  @Inject private Notices notices;

  private List<Line> lines;

  public List<Line> lines(long client) {
    if (lines == null) {
      lines =
          beginning.ways(client).stream()
              .map(way -> new Line(way.channelId(), Correspondent.mark(way.type()), way.name()))
              .toList();
    }
    return lines;
  }

  /** Her conversation there, wherever it lies; the page says why there is none. */
  public void write(long client, UUID channel) {
    try {
      var conversation = beginning.begin(client, channel, readers.user());
      Faces.redirect("inbox/" + conversation + "?tab=ALL");
    } catch (Refused e) {
      notices.refused(e);
    }
  }
}
