package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.tulpar.simulator.faults.FaultMode;
import org.tulpar.simulator.faults.FaultTarget;
import org.tulpar.simulator.faults.Faults;
import org.tulpar.simulator.history.FileShelf;
import org.tulpar.simulator.history.Journal;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.HttpProblem;
import org.tulpar.simulator.http.Json;

/** Where all sends go through: ordered faults strike here, accepted ones are recorded. */
public final class SendDesk {

  private static final String UNREACHABLE = "0000000";

  private final Messengers messengers;
  private final Faults faults;
  private final Journal journal;
  private final FileShelf shelf;

  public SendDesk(Messengers messengers, Faults faults, Journal journal, FileShelf shelf) {
    this.shelf = shelf;
    this.messengers = messengers;
    this.faults = faults;
    this.journal = journal;
  }

  Messengers messengers() {
    return messengers;
  }

  FileShelf shelf() {
    return shelf;
  }

  /** What a request asks for. */
  record Order(Account account, String call, Sending sending) {}

  /** Sends and answers, or fails as ordered. */
  void send(Exchange exchange, Order order, Refusals refusals, ObjectNode answer)
      throws IOException, InterruptedException {
    var fault = faults.next(FaultTarget.GATEWAY, order.account().instance());
    if (fault.mode() == FaultMode.HANG) {
      note(order, 0, fault.mode());
      faults.hang();
      exchange.hangUp();
      return;
    }
    try {
      faults.slow(fault.delay());
      refuse(exchange, order, fault.mode(), refusals);
    } catch (HttpProblem e) {
      note(order, e.status(), fault.mode());
      throw e;
    }
    messengers.accept(order.account(), order.sending());
    var dropped = fault.mode() == FaultMode.DROP;
    note(order, dropped ? 0 : 200, fault.mode());
    if (dropped) {
      exchange.hangUp();
    } else {
      exchange.answer(200, answer);
    }
  }

  private static void refuse(Exchange exchange, Order order, FaultMode mode, Refusals refusals) {
    if (mode == FaultMode.ERROR500) {
      throw refusals.failed();
    }
    if (mode == FaultMode.STATUS429) {
      throw refusals.tooFast(exchange);
    }
    if (order.sending().number().endsWith(UNREACHABLE)) {
      throw refusals.unreachable();
    }
  }

  private void note(Order order, int status, FaultMode mode) {
    var entry =
        Json.object()
            .put("call", order.call())
            .put("status", status)
            .put("detail", order.sending().text())
            .put("fault", mode == FaultMode.OK ? "" : mode.word());
    journal.write(order.account().chat(order.sending().number()), "send", entry);
  }
}
