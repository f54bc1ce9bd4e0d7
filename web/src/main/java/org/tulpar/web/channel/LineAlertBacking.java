package org.tulpar.web.channel;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tulpar.channel.line.Lines;

/**
 * Whether a channel of the organization is down for so long that everybody should know; asked once
 * a page.
 */
@Named("lineAlert")
@RequestScoped
public class LineAlertBacking {

  @Inject private Lines lines;
  private Integer down;

  public boolean isDown() {
    if (down == null) {
      down = lines.alerts();
    }
    return down > 0;
  }
}
