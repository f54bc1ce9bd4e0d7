package org.tulpar.violations.featuresinorder.conversation;

import org.tulpar.violations.featuresinorder.dialogue.Turn;

class Planted {
  Turn turn;
}
