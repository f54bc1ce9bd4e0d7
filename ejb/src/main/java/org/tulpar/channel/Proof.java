package org.tulpar.channel;

/** How a request shows that it comes from the provider; whether it does is the route's to say. */
public sealed interface Proof {

  /** Whether the body must be read before the proof can be judged. */
  boolean overBody();

  /** The secret itself. */
  record Shown(String secret) implements Proof {

    @Override
    public boolean overBody() {
      return false;
    }

    @Override
    public String toString() {
      return "Shown[]";
    }
  }

  /** HMAC-SHA256 over the body's raw bytes with the channel's signing key. */
  record Signed(byte[] signature) implements Proof {

    @Override
    public boolean overBody() {
      return true;
    }
  }
}
