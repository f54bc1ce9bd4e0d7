package org.tulpar.violations.featuresinorder.dialogue;

public class Turn {}
