package org.tulpar.server.machine;

import java.util.List;

/**
 * The five ports of one installation, counted from one base, so that installations with bases five
 * or more apart never meet. Only {@link #web} listens on all interfaces.
 *
 * @param web the public one, and the base
 */
public record Ports(int web) {

  public static final int COUNT = 5;

  public Ports {
    if (web < 1 || web + COUNT - 1 > 65535) {
      throw new Refusal(
          "TULPAR_PORT is %d: choose a base between 1 and %d.".formatted(web, 65536 - COUNT));
    }
  }

  public static Ports parse(String base) {
    try {
      return new Ports(Integer.parseInt(base.strip()));
    } catch (NumberFormatException e) {
      throw new Refusal("TULPAR_PORT is «%s»: it must be a number.".formatted(base), e);
    }
  }

  public int admin() {
    return web + 1;
  }

  public int simulator() {
    return web + 2;
  }

  public int database() {
    return web + 3;
  }

  public int internal() {
    return web + 4;
  }

  public List<Integer> serverPorts() {
    return List.of(web, admin(), internal());
  }
}
