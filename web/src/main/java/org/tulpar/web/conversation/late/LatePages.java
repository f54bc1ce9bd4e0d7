package org.tulpar.web.conversation.late;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.tulpar.conversation.Transcript;
import org.tulpar.conversation.translated.TranslatedLines;

/**
 * Pages above the newest one whose messages are being translated: news bring the newest page only,
 * so these are read again as their translations come.
 */
@ViewScoped
public class LatePages implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Pages that are remembered; of more the first ones stay as they are. */
  private static final int MOST = 4;

  private record Late(long conversation, Transcript.Position before, ArrayList<Long> messages)
      implements Serializable {}

  @Inject private Transcript transcript;
  @Inject private TranslatedLines translated;

  private final ArrayList<Late> pages = new ArrayList<>();

  /**
   * @param before where the page ends
   * @param messages of it, that are not translated yet
   */
  public void await(long conversation, Transcript.Position before, List<Long> messages) {
    pages.removeIf(page -> page.conversation() == conversation && page.before().equals(before));
    pages.add(new Late(conversation, before, new ArrayList<>(messages)));
    if (pages.size() > MOST) {
      pages.removeFirst();
    }
  }

  /** The pages of which something has come. */
  public List<Transcript.Page> read(long conversation, String language) {
    var come =
        pages.stream()
            .filter(page -> page.conversation() == conversation)
            .filter(
                page ->
                    page.messages().removeAll(translated.of(page.messages(), language).keySet()))
            .toList();
    pages.removeIf(page -> page.messages().isEmpty());
    return come.stream().map(page -> transcript.page(conversation, page.before())).toList();
  }
}
