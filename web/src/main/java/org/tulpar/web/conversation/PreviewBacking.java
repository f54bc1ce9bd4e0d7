package org.tulpar.web.conversation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
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
      case Interpretation.Rendered done -> answer(text, done.text(), done.findings(), null);
      case Interpretation.Native same -> answer(text, text, List.of(), null);
      case Interpretation.Missing missing -> answer(text, null, List.of(), missing.code());
    }
  }

  private void compare(long conversation, String text, String changed, Counterpart client) {
    var written = new Written(text, language(), client.language(), me.getName(), false);
    answer(text, null, reply.compare(conversation, written, changed), null);
  }

  /** Tells the page, which may have gone on: with the text that it belongs to. */
  private void answer(String of, String text, List<Finding> findings, String failure) {
    var reader = readers.reader();
    var told = Json.createObjectBuilder().add("of", of);
    if (text != null) {
      told.add("text", text);
    }
    if (failure != null) {
      told.add("failure", Rendering.reason(failure, reader));
    }
    told.add("flags", Json.createArrayBuilder(Rendering.flags(findings, reader)));
    PrimeFaces.current().ajax().addCallbackParam("preview", told.build().toString());
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
