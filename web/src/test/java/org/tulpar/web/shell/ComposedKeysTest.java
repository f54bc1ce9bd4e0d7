package org.tulpar.web.shell;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tulpar.agent.ReplyRule;
import org.tulpar.catalog.order.OrderStatus;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.catalog.product.ProductType;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.IdentityKind;
import org.tulpar.channel.policy.TemplateStatus;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.client.list.ClientSort;
import org.tulpar.client.merge.Duplicates;
import org.tulpar.client.transfer.Mapping;
import org.tulpar.conversation.ConversationStatus;
import org.tulpar.conversation.Correction;
import org.tulpar.conversation.Handler;
import org.tulpar.conversation.MessageStatus;
import org.tulpar.conversation.fact.FactKind;
import org.tulpar.conversation.fact.LeadScore;
import org.tulpar.conversation.list.InboxOutcome;
import org.tulpar.conversation.list.InboxState;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.conversation.welcome.WelcomeStep;
import org.tulpar.deal.DealFilter;
import org.tulpar.dialogue.ledger.EventStatus;
import org.tulpar.dialogue.outbound.Choice;
import org.tulpar.identity.Role;
import org.tulpar.identity.Theme;
import org.tulpar.identity.audit.AuditArea;
import org.tulpar.operations.alert.Alert;
import org.tulpar.operations.backup.Trigger;
import org.tulpar.tenant.ReturnPolicy;
import org.tulpar.transfer.ImportStatus;
import org.tulpar.translation.Engine;
import org.tulpar.translation.fidelity.Finding;

/** Keys that pages and classes put together of a text and the name of a constant. */
class ComposedKeysTest {

  private static final Path MAIN = Path.of("src/main");

  /** A beginning in quotes, and something behind it. */
  private static final Pattern COMPOSED =
      Pattern.compile(
          "'([a-z][\\w.]*\\.)'\\.concat\\(|\\bword(?:IfAny)?\\(\\s*\"([a-z][\\w.]*\\.)\"\\s*\\+");

  /** What follows is no constant: a code of another program, a language, a column of a file. */
  private static final Set<String> OPEN =
      Set.of(
          "audit.event.",
          "card.form.",
          "channels.problem.",
          "companies.export.",
          "dashboard.export.",
          "dashboard.now.",
          "deals.",
          "failure.",
          "filter.",
          "follow_up.unsent.",
          "refused.",
          "timeline.",
          "tongue.",
          "tongue.in.",
          "translation.failure.");

  /** A refusal's key as it stands. */
  private static final Pattern REFUSED = Pattern.compile("\"(refused\\.[a-z_.]*[a-z])\"");

  /** A class of refusals, and how the keys of all of them begin. */
  private static final Pattern REFUSES =
      Pattern.compile(
          "(?s)\\bclass (\\w+Refused) [^{]*\\{(?:(?!\\bclass ).)*?\"(refused\\.(?:\\w+[._])?)\" \\+");

  /** A beginning, and all that may follow. */
  private record Made(String head, List<String> tails) {

    @Override
    public String toString() {
      return head;
    }
  }

  static Stream<Made> made() {
    var keyed = Stream.of(ChannelType.values()).filter(type -> type != ChannelType.EVOLUTION);
    var gateways = keyed.map(ChannelType::name).toList();
    return Stream.of(
        made("alert.", Alert.Kind.values()),
        made("audit.area.", AuditArea.values()),
        made("channel.state.", ConnectionState.values()),
        made("channel.type.", ChannelType.values()),
        new Made("choice.", without(Choice.KEEP, Choice.values())),
        new Made("clients.silent.", List.of("30", "90")),
        made("clients.sort.", ClientSort.values()),
        new Made("connect.step.1.", gateways),
        new Made("connect.step.1.text.", gateways),
        new Made("connect.step.2.", gateways),
        new Made("connect.step.2.text.", gateways),
        new Made("connect.step.3.", gateways),
        new Made("connect.step.3.text.", gateways),
        new Made("connect.text.", gateways),
        new Made("connect.title.", gateways),
        made("console.trigger.", Trigger.values()),
        made("dashboard.handler.", Handler.values()),
        new Made("dashboard.period.", List.of("7", "30", "90")),
        made("dashboard.status.", ConversationStatus.values()),
        made("deals.whose.", DealFilter.Whose.values()),
        made("engine.", Engine.values()),
        new Made("error.", texts("403", "404", "500", "503", "expired", "other")),
        made("fields.none.text.", Bearer.values()),
        made("fields.of.", Bearer.values()),
        made("fields.text.", Bearer.values()),
        made("fields.type.", CustomFieldType.values()),
        made("filter.outcome.", InboxOutcome.values()),
        made("filter.state.", InboxState.values()),
        made("finding.", Finding.Kind.values()),
        made("identity.", IdentityKind.values()),
        made("import.status.", ImportStatus.values()),
        new Made("import.target.", Mapping.TARGETS),
        new Made("inbox.elsewhere.", without(InboxTab.ALL, InboxTab.values())),
        made("inbox.none.", InboxTab.values()),
        made("inbox.tab.", InboxTab.values()),
        new Made("job.", jobs()),
        new Made("language.", List.of("ru", "en")),
        made("lead.kind.", FactKind.values()),
        made("lead.level.", LeadScore.Level.values()),
        new Made("lead.reason.", with(FactKind.values(), "ORDERED", "FRESH", "WEEK", "MONTH")),
        new Made("ledger.days.", List.of("1", "7", "30")),
        made("ledger.status.", EventStatus.values()),
        made("merge.sign.", Duplicates.Sign.values()),
        new Made("order.moved.", without(OrderStatus.NEW, OrderStatus.values())),
        made("order.status.", OrderStatus.values()),
        new Made("order.to.", without(OrderStatus.NEW, OrderStatus.values())),
        made("product.type.", ProductType.values()),
        made("role.", Role.values()),
        made("settings.return.", ReturnPolicy.values()),
        made("shell.theme.", Theme.values()),
        made("status.", MessageStatus.values()),
        made("templates.status.", TemplateStatus.values()),
        made("thread.pending.", Correction.values()),
        made("uncorrected.", Correction.values()),
        new Made("undelivered.done.", without(Choice.KEEP, Choice.values())),
        made("unit.", PriceUnit.values()),
        made("welcome.step.", WelcomeStep.values()),
        made("why.rule.", ReplyRule.Kind.values()));
  }

  @ParameterizedTest
  @MethodSource("made")
  void whateverMayFollowHasItsWords(Made made) {
    for (var language : List.of("ru", "en")) {
      var words = ResourceBundle.getBundle("i18n.messages_" + language);
      assertThat(made.tails()).isNotEmpty();
      assertThat(words.keySet())
          .containsAll(made.tails().stream().map(made.head()::concat).toList());
    }
  }

  /** So that what is put together anew is looked after here as well. */
  @Test
  void everyBeginningIsLookedAfter() throws IOException {
    var known = made().map(Made::head).collect(toSet());
    known.addAll(OPEN);
    assertThat(heads()).hasSizeGreaterThan(40).isSubsetOf(known);
  }

  /** Without them a person would be told of a failure instead of what she is to do. */
  @Test
  void everyRefusalHasItsWords() throws IOException {
    var sources = sources(Path.of("../ejb/src/main")) + sources(MAIN);
    var refusals = new TreeSet<String>();
    REFUSED.matcher(sources).results().map(found -> found.group(1)).forEach(refusals::add);
    REFUSES
        .matcher(sources)
        .results()
        .flatMap(found -> refusals(found.group(1), found.group(2), sources))
        .forEach(refusals::add);
    assertThat(refusals).hasSizeGreaterThan(120);
    assertThat(ResourceBundle.getBundle("i18n.messages_ru").keySet()).containsAll(refusals);
  }

  private static Stream<String> refusals(String type, String head, String sources) {
    return Pattern.compile("\\bnew " + type + "\\(\\s*\"([a-z_]+)\"")
        .matcher(sources)
        .results()
        .map(made -> head + made.group(1));
  }

  private static Set<String> heads() throws IOException {
    return COMPOSED
        .matcher(sources(MAIN))
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static String sources(Path folder) throws IOException {
    var text = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(f -> f.toString().matches(".*\\.(java|xhtml)")).toList()) {
        text.append(Files.readString(file)).append('\n');
      }
    }
    return text.toString();
  }

  private static Made made(String head, Enum<?>... constants) {
    return new Made(head, Stream.of(constants).map(Enum::name).toList());
  }

  private static List<String> without(Enum<?> one, Enum<?>... constants) {
    return Stream.of(constants).filter(each -> each != one).map(Enum::name).toList();
  }

  private static List<String> jobs() {
    var files = new File("../batch/src/main/resources/META-INF/batch-jobs").list();
    return Stream.of(files).map(file -> file.replace(".xml", "")).toList();
  }

  private static List<String> with(Enum<?>[] constants, String... codes) {
    return Stream.concat(Stream.of(constants).map(Enum::name), Stream.of(codes)).toList();
  }

  private static List<String> texts(String... codes) {
    return Stream.of(codes).flatMap(code -> Stream.of(code + ".title", code + ".text")).toList();
  }
}
