package org.tulpar.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tulpar.server.database.Schema;
import org.tulpar.server.machine.Secrets;
import org.tulpar.server.machine.Settings;

/**
 * What the application is told by environment variables ({@code TULPAR_X_Y} is its setting {@code
 * tulpar.x.y}); a variable that the operator has set wins.
 */
public record Environment(Settings settings, Secrets secrets, Schema schema) {

  public Map<String, String> of(Map<String, String> tools) {
    var ports = settings.ports();
    var state = settings.state();
    var simulator = "http://127.0.0.1:" + ports.simulator();
    var all = new LinkedHashMap<>(schema.environment());
    all.put("TULPAR_OPERATOR_KEY", secrets.password("operator.key"));
    all.put("TULPAR_SECRET_KEY", secrets.key("secret.key"));
    all.put("TULPAR_PUSH_KEYS", secrets.pair("push.keys"));
    all.put("TULPAR_BROKER_DIRECTORY", state.broker().toString());
    // The broker inside asks nobody who he is; one outside does.
    all.put("TULPAR_BROKER_USER", "tulpar");
    all.put("TULPAR_BROKER_PASSWORD", "none");
    all.put("TULPAR_MEDIA_DIRECTORY", state.media().toString());
    all.put("TULPAR_BACKUP_DIRECTORY", state.backups().toString());
    all.put("TULPAR_NODE", "node-" + ports.web());
    all.put("TULPAR_PUBLIC_URL", "http://127.0.0.1:" + ports.web());
    if (settings.simulator()) {
      all.put("TULPAR_EVOLUTION_URL", simulator);
      all.put("TULPAR_EVOLUTION_API_KEY", "simulated");
      all.put("TULPAR_TELEGRAM_URL", simulator + "/telegram");
      all.put("TULPAR_WHATSAPP_CLOUD_URL", simulator + "/graph/v23.0");
      all.put("TULPAR_CHAT2DESK_URL", simulator + "/chat2desk");
      all.put("TULPAR_SIMULATOR_URL", simulator);
      all.put("TULPAR_STYLEGUIDE_ENABLED", "true");
      all.put("TULPAR_LLM_BASE_URL", simulator + "/v1");
      all.put("TULPAR_LLM_API_KEY", "simulated");
      all.put("TULPAR_LLM_MODEL", "simulated");
      // The simulated gateway is on loopback, where no call of a real one may ever go.
      all.put("TULPAR_OUTBOUND_ALLOW_PRIVATE", "true");
      all.put("TULPAR_PUSH_ALLOW_PRIVATE", "true");
    }
    all.putAll(tools);
    all.keySet().forEach(name -> settings.value(name).ifPresent(value -> all.put(name, value)));
    return all;
  }
}
