package org.tulpar.channel;

/** One name of a person at a provider, for example the JID {@code 77015550101@s.whatsapp.net}. */
public record Identity(IdentityKind kind, String value) {}
