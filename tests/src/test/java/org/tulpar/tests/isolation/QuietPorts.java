package org.tulpar.tests.isolation;

import jakarta.ejb.Singleton;
import java.util.Map;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.flow.OutboundQueue;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.operations.BrokerProbe;
import org.tulpar.operations.JobRunner;

/** Stands where the broker and the jobs would be: nobody is woken, nothing is started. */
@Singleton
public class QuietPorts implements InboundQueue, TurnQueue, OutboundQueue, BrokerProbe, JobRunner {

  @Override
  public void wake(int lane) {}

  @Override
  public void check() {}

  @Override
  public long start(String job, Map<String, String> parameters) {
    throw new UnsupportedOperationException(job);
  }

  @Override
  public long restart(long execution, Map<String, String> parameters) {
    throw new UnsupportedOperationException("" + execution);
  }
}
