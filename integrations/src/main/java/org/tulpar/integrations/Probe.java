package org.tulpar.integrations;

import jakarta.ejb.Singleton;

/** Keeps the module deployable until its first bean exists. */
@Singleton
public class Probe {}
