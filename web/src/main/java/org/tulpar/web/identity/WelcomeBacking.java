package org.tulpar.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.line.LineRow;
import org.tulpar.channel.line.Lines;
import org.tulpar.conversation.welcome.Welcome;
import org.tulpar.conversation.welcome.Welcome.Progress;
import org.tulpar.conversation.welcome.WelcomeStep;
import org.tulpar.dialogue.outbound.TrialMessage;
import org.tulpar.identity.Role;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.Notices;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.security.CurrentUser;

/** The way from the first sign-in to the first answered client. */
@Named("welcome")
@RequestScoped
public class WelcomeBacking {

  @Inject private Welcome welcome;
  @Inject private Lines lines;
  @Inject private TrialMessage trial;
  @Inject private CurrentUser me;
  @Inject private Readers readers;
  @Inject private Notices notices;

  private Progress progress;
  private List<LineRow> channels = List.of();
  private String channel;
  private String number;

  @PostConstruct
  void look() {
    if (isAdministrator()) {
      progress = welcome.progress();
      channels = lines.all().stream().filter(line -> line.state() == ConnectionState.OPEN).toList();
    }
  }

  /** Whether the steps are this person's business. */
  public boolean isAdministrator() {
    return me.find().filter(person -> person.role() == Role.ORG_ADMIN).isPresent();
  }

  public void send() {
    var result =
        trial.send(
            channels.stream()
                .map(LineRow::id)
                .filter(id -> id.toString().equals(channel))
                .findFirst()
                .orElseGet(() -> new UUID(0, 0)),
            number,
            readers.reader().word("welcome.trial.message"));
    switch (result) {
      case SendResult.Accepted accepted -> {
        notices.done("welcome.trial.sent");
        Faces.redirect("welcome");
      }
      case SendResult.Rejected rejected ->
          notices.say(
              rejected.code().equals("number")
                  ? "welcome.trial.number.wrong"
                  : rejected.code().equals("messenger")
                      ? "welcome.trial.messenger"
                      : "welcome.trial.rejected");
      case SendResult.Deferred deferred -> notices.say("welcome.trial.deferred");
      case SendResult.Unknown unknown -> notices.say("welcome.trial.unknown");
    }
  }

  public void goLive() {
    try {
      welcome.goLive(readers.user());
      notices.done("welcome.live.done");
    } catch (Refused e) {
      notices.refusedBefore(e);
    }
    Faces.redirect("welcome");
  }

  public void dismiss() {
    welcome.dismiss();
    Faces.redirect("");
  }

  public void resume() {
    welcome.resume();
    Faces.redirect("welcome");
  }

  public List<StepLine> getSteps() {
    var next = progress.next();
    return Stream.of(WelcomeStep.values())
        .map(
            step ->
                new StepLine(
                    step,
                    step.ordinal() + 1,
                    progress.has(step),
                    step == next,
                    StepLine.path(step)))
        .toList();
  }

  public int getDone() {
    return progress.done().size();
  }

  public int getAll() {
    return WelcomeStep.values().length;
  }

  /** Whether the other pages remind of the steps. */
  public boolean isShown() {
    return progress != null && progress.shown() && progress.next() != null;
  }

  /** Whether no client can write yet, and the steps are wanted. */
  public boolean isBeginning() {
    return isShown() && !progress.has(WelcomeStep.CHANNEL) && lines.all().isEmpty();
  }

  /** Whether there are steps left that nobody wants to be reminded of. */
  public boolean isDismissed() {
    return progress != null && !progress.shown() && progress.next() != null;
  }

  /** Those that carry now. */
  public List<LineRow> getChannels() {
    return channels;
  }

  public String getChannel() {
    return channel;
  }

  public void setChannel(String channel) {
    this.channel = channel;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }
}
