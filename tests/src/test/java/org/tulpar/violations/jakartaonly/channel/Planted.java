package org.tulpar.violations.jakartaonly.channel;

import javax.annotation.processing.Messager;

class Planted {
  // the one package of the JDK that has the name of an old enterprise API
  Messager messager;
}
