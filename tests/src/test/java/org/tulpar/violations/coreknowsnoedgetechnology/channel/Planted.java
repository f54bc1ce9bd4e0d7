package org.tulpar.violations.coreknowsnoedgetechnology.channel;

import jakarta.jms.Message;

class Planted {
  Message message;
}
