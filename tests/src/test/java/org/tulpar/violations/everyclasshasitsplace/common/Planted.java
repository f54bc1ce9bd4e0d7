package org.tulpar.violations.everyclasshasitsplace.common;

class Planted {}
