package org.tulpar.web.conversation.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.primefaces.PrimeFaces;
import org.tulpar.conversation.translated.Counterpart;
import org.tulpar.conversation.translated.TranslatedLines;
import org.tulpar.conversation.translated.TranslatedReply;
import org.tulpar.conversation.translated.Written;
import org.tulpar.translation.Interpretation;
import org.tulpar.translation.Interpreter;
import org.tulpar.translation.TranslationSettings;
import org.tulpar.translation.fidelity.Finding;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.conversation.Rendering;
import org.tulpar.web.security.CurrentUser;

/** What the client will read of what is being typed: translated, or compared after a change. */
@Named("preview")
@RequestScoped
public class PreviewBacking {

  private static final int LONGEST = 4096;

  @Inject private Interpreter interpreter;
  @Inject private TranslatedLines lines;
  @Inject private TranslatedReply reply;
  @Inject private Readers readers;
  @Inject private CurrentUser me;

  /** Translates the typed text, or compares the translation that she has changed. */
  public void look() {
    var text = Asked.text("text");
    var changed = Asked.text("translation");
    if (text.isBlank() || text.length() > LONGEST || changed.length() > LONGEST) {
      return;
    }
    Asked.conversation()
        .ifPresent(
            conversation ->
                lines
                    .counterpart(conversation)
                    .filter(client -> client.language() != null)
                    .ifPresent(
                        client -> {
                          if (changed.isBlank()) {
                            translate(text, client);
                          } else {
                            compare(conversation, text, changed, client);
                          }
                        }));
  }

  private void translate(String text, Counterpart client) {
    var names = Stream.of(client.name(), me.getName()).filter(Objects::nonNull).toList();
    var wanted = new Interpreter.Job(text, language(), client.language(), null, names);
    switch (interpreter.interpret(wanted)) {
      case Interpretation.Rendered done -> answer(text, done.findings(), done.text());
      case Interpretation.Native same -> answer(text, List.of(), text);
      case Interpretation.Missing missing -> fail(missing.code());
    }
  }

  private void compare(long conversation, String text, String changed, Counterpart client) {
    var written = new Written(text, language(), client.language(), me.getName(), false);
    tell(
        Rendering.doubts(
            text, changed, reply.compare(conversation, written, changed), readers.reader()));
  }

  private void answer(String text, List<Finding> findings, String translation) {
    var doubts = Rendering.doubts(text, translation, findings, readers.reader());
    tell(doubts.add("text", translation));
  }

  private void fail(String code) {
    tell(Json.createObjectBuilder().add("failure", Rendering.reason(code, readers.reader())));
  }

  private static void tell(JsonObjectBuilder answer) {
    PrimeFaces.current().ajax().addCallbackParam("preview", answer.build().toString());
  }

  /** A person says which language the client speaks; empty: nobody knows. */
  public void speaks() {
    var language = Asked.text("language");
    if (language.isEmpty() || TranslationSettings.LANGUAGES.contains(language)) {
      Asked.conversation().ifPresent(it -> lines.speaks(it, language.isEmpty() ? null : language));
    }
  }

  private String language() {
    return readers.reader().locale().getLanguage();
  }
}
