package org.tulpar.channel.line;

import org.tulpar.kernel.Refused;

/** A line cannot be changed so, now. */
public class LineRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String code;

  private LineRefused(String code, String detail) {
    super(detail);
    this.code = code;
  }

  static LineRefused noName() {
    return new LineRefused("refused.channel_name", "a channel needs a name");
  }

  static LineRefused unknown() {
    return new LineRefused("refused.channel_unknown", "no such channel");
  }

  static LineRefused noGateway() {
    return new LineRefused("refused.channel_gateway", "no gateway is configured");
  }

  static LineRefused tooSoon() {
    return new LineRefused(
        "refused.channel_rotation", "the last change of the secret is too young");
  }

  static LineRefused twice() {
    return new LineRefused("refused.channel_twice", "this account is connected already");
  }

  static LineRefused keyTaken() {
    return new LineRefused("refused.channel_key_taken", "the webhook's key is another channel's");
  }

  static LineRefused noInstance() {
    return new LineRefused("refused.channel_instance", "no name of an instance, or none that fits");
  }

  static LineRefused noAddress() {
    return new LineRefused("refused.channel_address", "no address of a gateway");
  }

  static LineRefused badSecret() {
    return new LineRefused("refused.channel_secret", "a key or secret that cannot stand");
  }

  static LineRefused badLimit() {
    return new LineRefused("refused.channel_limit", "a limit below nothing");
  }

  static LineRefused connected() {
    return new LineRefused("refused.channel_connected", "the line stands");
  }

  static LineRefused otherAccount() {
    return new LineRefused("refused.channel_other", "the key opens another account");
  }

  static LineRefused trouble(GatewayTrouble trouble) {
    return new LineRefused("refused.channel_" + trouble.code(), trouble.getMessage());
  }

  @Override
  public String code() {
    return code;
  }
}
