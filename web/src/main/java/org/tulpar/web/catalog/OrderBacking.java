package org.tulpar.web.catalog;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.tulpar.catalog.order.OrderCard;
import org.tulpar.catalog.order.OrderDesk;
import org.tulpar.catalog.order.OrderDraft;
import org.tulpar.catalog.order.OrderList;
import org.tulpar.catalog.order.OrderStatus;
import org.tulpar.kernel.Refused;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.web.client.Notices;
import org.tulpar.web.client.UndoBacking;
import org.tulpar.web.conversation.Readers;

/** One order, or a new one, as the page's address says; its buttons name the version shown. */
@Named("orderCard")
@RequestScoped
public class OrderBacking {

  private static final String NEW = "new";
  private static final String REMOVE = "remove";

  @Inject private OrderList list;
  @Inject private OrderDesk desk;
  @Inject private PickBacking pick;
  @Inject private OrdersBacking orders;
  @Inject private Readers readers;
  @Inject private Notices notices;
  @Inject private UndoBacking undo;

  @Inject
  @Param(pathIndex = 0)
  private String address;

  private OrderCard card;
  private OrderSheet sheet;

  @PostConstruct
  void look() {
    var id = Criteria.number(address);
    if (id != null) {
      card = list.card(id).orElse(null);
    }
    if (card != null) {
      sheet = OrderSheet.of(card, readers.reader());
    }
  }

  /** An order that is not there is an error; the buttons of all three bodies are heard. */
  public void open() {
    if (address == null) {
      Act.asked().ifPresent(orders::act);
    } else if (card == null && !NEW.equals(address)) {
      Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
    } else {
      Act.asked().ifPresent(this::act);
    }
  }

  /** Name of the page's body. */
  public String getPart() {
    if (card != null) {
      return "order";
    }
    return NEW.equals(address) ? "order-new" : "orders";
  }

  public OrderCard getCard() {
    return card;
  }

  public OrderSheet getSheet() {
    return sheet;
  }

  /** What was typed when it was refused, else what stands in the order. */
  public String getPlace() {
    return typed("address", card == null ? null : card.address());
  }

  public String getPhone() {
    var known = card == null || card.phone() == null ? null : "+" + card.phone();
    return typed("phone", known);
  }

  public String getNote() {
    return typed("note", card == null ? null : card.note());
  }

  private static String typed(String name, String otherwise) {
    return Faces.isPostback() && Faces.getRequestParameter(name) != null
        ? Faces.getRequestParameter(name)
        : otherwise;
  }

  private void act(Act act) {
    try {
      var id = card == null ? create() : changed(act);
      if (!act.name().equals(REMOVE)) {
        notices.done(words(act));
      }
      Faces.redirect("orders/" + id);
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  private long create() {
    return desk.create(
        pick.client(),
        Criteria.number(Act.typed("conversation")),
        Criteria.number(Act.typed("deal")),
        draft(),
        pick.wishes(),
        readers.user());
  }

  private long changed(Act act) {
    var seen = Criteria.number(Act.typed("version"));
    var version = seen == null ? -1 : seen.intValue();
    switch (act.name()) {
      case "status" ->
          desk.change(card.id(), version, OrderStatus.valueOf(act.rest()), readers.user());
      case "add" -> desk.add(card.id(), version, pick.wishes());
      case REMOVE -> takeOut(version, act.id());
      case "write" -> desk.write(card.id(), version, draft());
      default -> throw new IllegalArgumentException(act.name());
    }
    return card.id();
  }

  private void takeOut(int version, long line) {
    var removal = desk.takeOut(card.id(), version, line, readers.user());
    undo.offer(
        "order.line.removed",
        Map.of(
            "order",
            Long.toString(card.id()),
            "version",
            Integer.toString(version + 1),
            "removal",
            Long.toString(removal)));
  }

  /** What was just taken out. */
  public void restore() {
    var order = Criteria.number(undo.value("order"));
    var version = Criteria.number(undo.value("version"));
    var removal = Criteria.number(undo.value("removal"));
    if (order != null && version != null && removal != null) {
      undo.back(
          () -> desk.putBack(order, version.intValue(), removal, readers.user()),
          "orders/" + order);
    }
  }

  private static String words(Act act) {
    return switch (act.name()) {
      case "status" -> "order.moved." + act.rest();
      case "create" -> "order.made";
      default -> "client.saved";
    };
  }

  private static OrderDraft draft() {
    return new OrderDraft(Act.typed("address"), Act.typed("phone"), Act.typed("note"));
  }
}
