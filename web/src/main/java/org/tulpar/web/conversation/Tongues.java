package org.tulpar.web.conversation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.primefaces.PrimeFaces;
import org.tulpar.channel.ChannelType;
import org.tulpar.conversation.Author;
import org.tulpar.conversation.ManagerReply;
import org.tulpar.conversation.Transcript;
import org.tulpar.conversation.TranscriptLine;
import org.tulpar.conversation.TranscriptLine.Said;
import org.tulpar.conversation.translated.Counterpart;
import org.tulpar.conversation.translated.TranslatedLine;
import org.tulpar.conversation.translated.TranslatedLines;
import org.tulpar.conversation.translated.TranslatedReply;
import org.tulpar.conversation.translated.TranslationDoubtful;
import org.tulpar.conversation.translated.Written;
import org.tulpar.web.conversation.late.LatePages;
import org.tulpar.web.security.CurrentUser;

/** The reader's language and the client's: what is shown instead of what, and what is sent. */
@RequestScoped
public class Tongues {

  @Inject private TranslatedLines lines;
  @Inject private TranslatedReply reply;
  @Inject private LatePages late;
  @Inject private Readers readers;
  @Inject private CurrentUser me;

  /** What the reader reads of these messages, by message. */
  Map<Long, TranslatedLine> of(List<TranscriptLine> page) {
    return lines.of(said(page).map(Said::id).toList(), own());
  }

  /** The same of a page that is opened; what she lacks of it is put to work, and awaited. */
  Map<Long, TranslatedLine> opened(
      long conversation, Transcript.Position before, List<TranscriptLine> page) {
    var there = new HashMap<>(of(page));
    var lacking =
        said(page)
            .filter(said -> said.author() != Author.SYSTEM && said.text() != null)
            .filter(said -> !there.containsKey(said.id()) || there.get(said.id()).isUnpaid())
            .collect(Collectors.toMap(Said::id, Said::text));
    var wanted = lines.want(conversation, lacking, own());
    there.keySet().removeAll(wanted);
    if (before != null && !wanted.isEmpty()) {
      late.await(conversation, before, wanted);
    }
    return there;
  }

  /** The same of the newest page and of those before it, in this order. */
  Map<Long, TranslatedLine> opened(long conversation, List<Transcript.Page> pages) {
    var there = new HashMap<Long, TranslatedLine>();
    Transcript.Position before = null;
    for (var page : pages) {
      there.putAll(opened(conversation, before, page.lines()));
      before = page.older();
    }
    return there;
  }

  /** Lines above the newest page that were translated since they were shown. */
  List<ThreadLine> late(long conversation, ChannelType messenger) {
    return late.read(conversation, own()).stream()
        .flatMap(
            page ->
                ThreadLines.of(page.lines(), readers.reader(), messenger, null, of(page.lines()))
                    .stream())
        .toList();
  }

  private static Stream<Said> said(List<TranscriptLine> page) {
    return page.stream().filter(Said.class::isInstance).map(Said.class::cast);
  }

  /** The language in which answers go out, or null when it is the reader's own, or unknown. */
  String foreign(long conversation) {
    return reply.foreign(conversation, own()).orElse(null);
  }

  /** Sends a draft as it is, to whom reads its language. */
  void send(long conversation, ManagerReply.Draft draft, UUID key) {
    reply.send(conversation, readers.user(), draft, own(), key);
  }

  /** Sends the translation of a draft; a doubtful one is shown to the person instead. */
  void send(long conversation, ManagerReply.Draft draft, String translation, UUID key) {
    var into = lines.counterpart(conversation).map(Counterpart::language).orElse(null);
    var written = new Written(draft.text(), own(), into, me.getName(), Asked.flag("confirmed"));
    var sent = new ManagerReply.Draft(translation, draft.files(), draft.answers());
    try {
      reply.send(conversation, readers.user(), sent, written, key);
    } catch (TranslationDoubtful e) {
      var doubts = Rendering.doubts(draft.text(), translation, e.findings(), readers.reader());
      PrimeFaces.current().ajax().addCallbackParam("doubts", doubts.build().toString());
      throw e;
    }
  }

  private String own() {
    return readers.reader().locale().getLanguage();
  }
}
