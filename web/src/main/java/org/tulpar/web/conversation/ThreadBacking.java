package org.tulpar.web.conversation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.tulpar.channel.policy.MessageTemplate;
import org.tulpar.client.ClientFile;
import org.tulpar.conversation.ConversationHead;
import org.tulpar.conversation.ManagerReply;
import org.tulpar.conversation.Takeover;
import org.tulpar.conversation.Transcript;
import org.tulpar.conversation.TranscriptLine;
import org.tulpar.conversation.draft.DraftKind;
import org.tulpar.conversation.draft.Drafts;
import org.tulpar.conversation.note.Notes;
import org.tulpar.conversation.presence.Presences;
import org.tulpar.conversation.translated.TranslatedLine;
import org.tulpar.dialogue.outbound.Undelivered;
import org.tulpar.kernel.Refused;
import org.tulpar.media.UploadDesk;
import org.tulpar.web.conversation.late.Place;
import org.tulpar.web.shell.Brought;

/** The open conversation: what was said, who has the word, and what a person does about it. */
@Named("thread")
@ViewScoped
public class ThreadBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Transcript transcript;
  @Inject private Takeover takeover;
  @Inject private ManagerReply reply;
  @Inject private UploadDesk uploads;
  @Inject private Undelivered undelivered;
  @Inject private ClientFile clients;
  @Inject private Readers readers;
  @Inject private Tongues tongues;
  @Inject private Chips chips;
  @Inject private Notes notes;
  @Inject private Drafts drafts;
  @Inject private Presences presences;

  @Inject
  @Param(pathIndex = 0)
  private String address;

  private Place place = Place.NOWHERE;
  private Place left = Place.NOWHERE;
  private String tongue;
  private final Brought<ThreadHead> head = new Brought<>();
  private final Brought<ClientSide> client = new Brought<>();
  private final Brought<List<ThreadLine>> lines = new Brought<>();
  private final Brought<List<ThreadLine>> late = new Brought<>();
  private final Brought<String> here = new Brought<>();
  private final Brought<Map<DraftKind, String>> kept = new Brought<>();
  private final Brought<List<MessageTemplate>> templates = new Brought<>();

  /** The conversation of the page's address, if it names one; a foreign one does not exist. */
  public void open() {
    if (address != null) {
      Asked.number(address).ifPresentOrElse(this::show, ThreadBacking::missing);
    }
  }

  /** Another row was chosen. */
  public void choose() {
    Asked.conversation().ifPresentOrElse(this::show, ThreadBacking::missing);
  }

  /** The lines before those that are shown. */
  public void older() {
    follow();
    var before = place.older();
    if (isOpen() && before != null && place.messenger() != null) {
      var page = transcript.page(getConversation(), before);
      var read = tongues.opened(getConversation(), before, page.lines());
      place = place.back(page.older());
      lines.set(ThreadLines.of(page.lines(), readers.reader(), place.messenger(), null, read));
    }
  }

  public void news(List<Long> changed) {
    follow();
    if (isOpen() && changed.contains(getConversation())) {
      reload();
    }
  }

  /** The newest lines once more; what came while the page is looked at counts as read. */
  public void reload() {
    follow();
    if (isOpen()) {
      transcript.head(getConversation()).ifPresent(this::refresh);
    }
  }

  public void take() {
    attempt(it -> takeover.takeOver(it, readers.user()));
  }

  public void giveBack() {
    attempt(it -> takeover.returnToBot(it, readers.user()));
  }

  /** The bot shall answer now, whatever the client may still write. */
  public void hasten() {
    attempt(takeover::hasten);
  }

  /** A person decides about a message that did not go out, or may not have. */
  public void decide() {
    attempt(
        it ->
            Asked.number(Asked.text("message"))
                .ifPresent(
                    message ->
                        Asked.choice()
                            .ifPresent(
                                choice -> undelivered.decide(message, choice, readers.user()))));
  }

  public void typing() {
    attempt(it -> takeover.heartbeat(it, readers.user()));
  }

  public boolean isOpen() {
    return getConversation() != null;
  }

  public Long getConversation() {
    return place.conversation();
  }

  public ThreadHead getHead() {
    return head.get();
  }

  public ClientSide getClient() {
    return client.get();
  }

  public List<ThreadLine> getLines() {
    return lines.get();
  }

  /** Of pages above the newest one, as they read now; null or empty where nothing has changed. */
  public List<ThreadLine> getLate() {
    return late.get();
  }

  /** Asked for only while the messenger takes nothing else. */
  public List<MessageTemplate> getTemplates() {
    if (templates.get() == null) {
      templates.set(reply.templates(getConversation()));
    }
    return templates.get();
  }

  /** What can be done to a single message: {@code none}, {@code answer} or {@code both}. */
  public String getActs() {
    return place.acts();
  }

  /** The language in which answers go out, when it is not the reader's own; or null. */
  public String getTongue() {
    return tongue;
  }

  /** The longest file that is taken, in bytes: a browser need not carry a longer one here. */
  public int getMostBytes() {
    return uploads.mostBytes();
  }

  /** What may be put on a message. */
  public List<String> getSigns() {
    return ManagerReply.SIGNS;
  }

  /** Who else looks at it, and who types, in words; null when nobody does. */
  public String getHere() {
    return here.get();
  }

  /** What this person has typed and not sent; null unless the conversation was just opened. */
  public String draft(String kind) {
    return kept.get() == null ? null : kept.get().getOrDefault(DraftKind.valueOf(kind), "");
  }

  public boolean isOlder() {
    return place.older() != null;
  }

  /**
   * The browser may have gone on to another conversation while an answer was under way: what it
   * speaks of now is what counts, and it may speak once more of the one it leaves: where the reader
   * is in either is kept.
   */
  private void follow() {
    Asked.conversation()
        .filter(asked -> !place.is(asked))
        .ifPresent(asked -> go(left.is(asked) ? left : Place.unknown(asked)));
  }

  private void go(Place to) {
    left = place;
    place = to;
  }

  private void refresh(ConversationHead found) {
    if (Asked.flag("seen")) {
      seen(found);
    }
    place = place.on(found.channelType(), ThreadHead.acts(found));
    tongue = tongues.foreign(found.id());
    head.set(ThreadHead.of(found, readers.reader(), chips));
    here.set(Here.words(presences.others(found.id(), readers.user()), readers.reader()));
    var page = transcript.page(found.id(), null);
    lines.set(lines(page.lines(), tongues.of(page.lines())));
    late.set(tongues.late(found.id(), place.messenger()));
  }

  private void show(long id) {
    var found = transcript.head(id);
    if (found.isEmpty()) {
      missing();
      return;
    }
    tongue = tongues.foreign(id);
    var pages = pages(id);
    var said = pages.reversed().stream().flatMap(page -> page.lines().stream()).toList();
    var unread = FirstUnread.of(said, found.get().unread());
    var acts = ThreadHead.acts(found.get());
    go(new Place(id, pages.getLast().older(), found.get().channelType(), unread, acts));
    seen(found.get());
    kept.set(drafts.of(id, readers.user()));
    var reader = readers.reader();
    head.set(ThreadHead.of(found.get(), reader, chips));
    here.set(Here.words(presences.others(id, readers.user()), reader));
    lines.set(lines(said, tongues.opened(id, pages)));
    clients
        .card(found.get().clientId())
        .ifPresent(card -> client.set(ClientSide.of(card, head.get(), reader)));
  }

  private void seen(ConversationHead found) {
    if (found.unread() > 0) {
      takeover.markRead(found.id());
    }
    notes.seen(found.id(), readers.user());
  }

  /** The newest lines, and those before them back to where she stopped reading. */
  private List<Transcript.Page> pages(long id) {
    return Asked.number(Asked.text("back"))
        .map(message -> transcript.back(id, message))
        .orElseGet(() -> List.of(transcript.page(id, null)));
  }

  private List<ThreadLine> lines(List<TranscriptLine> said, Map<Long, TranslatedLine> read) {
    return ThreadLines.of(said, readers.reader(), place.messenger(), place.firstUnread(), read);
  }

  /** A business no is told to the person; the thread shows how it stands now. */
  public void attempt(LongConsumer act) {
    try {
      Asked.conversation().ifPresent(act::accept);
    } catch (Refused e) {
      PrimeFaces.current().ajax().addCallbackParam("refused", readers.reader().word(e.code()));
    }
    reload();
  }

  private static void missing() {
    Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
  }
}
