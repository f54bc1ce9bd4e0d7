package org.tulpar.web.translation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.omnifaces.util.Faces;
import org.tulpar.kernel.Refused;
import org.tulpar.translation.Engine;
import org.tulpar.translation.EngineChoice;
import org.tulpar.translation.Interpretation;
import org.tulpar.translation.Interpreter;
import org.tulpar.translation.TranslationSettings;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.conversation.Readers;

/** Which engine translates, into which languages, and how much of the month's budget is left. */
@Named("translation")
@RequestScoped
public class TranslationBacking {

  private static final String PAGE = "settings/translation";

  @Inject private EngineChoice choice;
  @Inject private Interpreter interpreter;
  @Inject private Readers readers;

  private TranslationSettings now;
  private String engine;
  private String url;
  private String key;
  private List<String> languages;
  private long budget;
  private String tried;

  @PostConstruct
  void look() {
    now = choice.read();
    engine = now.engine().name();
    url = now.url();
    languages = new ArrayList<>(now.languages());
    budget = now.charactersPerMonth();
  }

  public void save() {
    try {
      var wanted =
          new TranslationSettings(Engine.valueOf(engine), url, false, languages, budget, 0);
      choice.change(wanted, key);
      say(FacesMessage.SEVERITY_INFO, reader().word("settings.saved"));
      Faces.getFlash().setKeepMessages(true);
      Faces.redirect(PAGE);
    } catch (Refused e) {
      say(FacesMessage.SEVERITY_WARN, reader().word(e.code()));
    }
  }

  /** Has one sentence translated with what is stored. */
  public void tryOut() {
    var own = reader().locale().getLanguage();
    var into = own.equals("ru") ? "en" : "ru";
    var sentence = reader().word("translation.try.sentence");
    var job = new Interpreter.Job(sentence, own, into, null, List.of());
    switch (interpreter.interpret(job)) {
      case Interpretation.Rendered done -> tried = done.text();
      case Interpretation.Native same -> tried = sentence;
      case Interpretation.Missing missing ->
          say(
              FacesMessage.SEVERITY_WARN,
              reader()
                  .wordIfAny("translation.failure." + missing.code())
                  .orElseGet(() -> reader().word("translation.failure.unreachable")));
    }
    now = choice.read();
  }

  private static void say(FacesMessage.Severity severity, String text) {
    Faces.getContext().addMessage(null, new FacesMessage(severity, text, null));
  }

  private Reader reader() {
    return readers.reader();
  }

  public Engine[] getEngines() {
    return Engine.values();
  }

  public List<String> getAllLanguages() {
    return TranslationSettings.LANGUAGES;
  }

  /** A language in the reader's words, with a capital letter. */
  public String name(String language) {
    var locale = reader().locale();
    var name = Locale.of(language).getDisplayLanguage(locale);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  public boolean isOn() {
    return now.on();
  }

  public boolean isKeyed() {
    return now.keyed();
  }

  public String getUsed() {
    return count(now.used());
  }

  public String getOf() {
    return count(now.charactersPerMonth());
  }

  /** Of the budget, at most a hundred. */
  public long getPercent() {
    return now.charactersPerMonth() == 0
        ? 100
        : Math.min(100, now.used() * 100 / now.charactersPerMonth());
  }

  private String count(long number) {
    return NumberFormat.getIntegerInstance(reader().locale()).format(number);
  }

  /** What the engine has made of the sentence, or null before it was asked. */
  public String getTried() {
    return tried;
  }

  public String getEngine() {
    return engine;
  }

  public void setEngine(String engine) {
    this.engine = engine;
  }

  public String getUrl() {
    return url;
  }

  public void setUrl(String url) {
    this.url = url;
  }

  /** Never written back to the page. */
  public String getKey() {
    return null;
  }

  public void setKey(String key) {
    this.key = key;
  }

  public List<String> getLanguages() {
    return languages;
  }

  public void setLanguages(List<String> languages) {
    this.languages = languages;
  }

  public long getBudget() {
    return budget;
  }

  public void setBudget(long budget) {
    this.budget = budget;
  }
}
