package org.tulpar.web.operations;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tulpar.kernel.Refused;
import org.tulpar.operations.Backlogs;
import org.tulpar.operations.Outcome;
import org.tulpar.operations.backup.Backups;
import org.tulpar.operations.job.JobDesk;
import org.tulpar.web.security.CurrentUser;

/** The console as it stands at this request. */
@Named("console")
@RequestScoped
public class ConsoleBacking {

  private static final int SHOWN = 14;

  private static final int CHANNELS = 50;

  /** Runs of each job. */
  private static final int RUNS = 7;

  @Inject private Backups service;
  @Inject private Backlogs backlogs;
  @Inject private JobDesk desk;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  private Figures figures;
  private List<BackupLine> backups;
  private List<JobLine> jobs;
  private List<JobRunLine> runs;
  private List<BacklogLine> channels;

  @PostConstruct
  void look() {
    var person = user.required();
    figures = new Figures(person.locale(), person.zone());
    backups = service.latest(SHOWN).stream().map(row -> new BackupLine(row, figures)).toList();
    channels =
        backlogs.channels(CHANNELS).stream().map(line -> new BacklogLine(line, figures)).toList();
    jobs = desk.jobs().stream().map(job -> new JobLine(job, figures)).toList();
    runs = desk.runs(RUNS).stream().map(run -> new JobRunLine(run, figures)).toList();
  }

  /** Starts a backup now; one that runs already is told instead. */
  public void start() {
    answered(service::start);
  }

  /** Goes on with a job that failed; one that cannot is told instead. */
  public void goOn(String job) {
    answered(() -> desk.goOn(job));
  }

  private static void answered(Runnable act) {
    try {
      act.run();
    } catch (Refused e) {
      Messages.addFlashGlobalWarn(Faces.<String>evaluateExpressionGet("#{m['" + e.code() + "']}"));
    }
    Faces.redirect("console");
  }

  /** The channels with the longest backlog first. */
  public List<BacklogLine> getChannels() {
    return channels;
  }

  public List<BackupLine> getBackups() {
    return backups;
  }

  public List<JobLine> getJobs() {
    return jobs;
  }

  /** The last of each job, the latest first. */
  public List<JobRunLine> getRuns() {
    return runs;
  }

  /** The newest backup that was proven and is still there; null before the first. */
  public BackupLine getProven() {
    return backups.stream()
        .filter(line -> line.isProven() && !line.isRed() && !line.isPruned())
        .findFirst()
        .orElse(null);
  }

  /** A backup is told to have failed before its job is: the page waits for both. */
  public boolean isRunning() {
    return Stream.concat(
            backups.stream().map(BackupLine::getOutcome), jobs.stream().map(JobLine::getOutcome))
        .anyMatch(Outcome.RUNNING.name()::equals);
  }

  public String getSeenAt() {
    return figures.clock(clock.instant());
  }

  public String getZone() {
    return figures.zone().getId();
  }
}
