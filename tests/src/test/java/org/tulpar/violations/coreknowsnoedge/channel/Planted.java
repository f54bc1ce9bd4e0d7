package org.tulpar.violations.coreknowsnoedge.channel;

import org.tulpar.violations.coreknowsnoedge.web.Page;

class Planted {
  Page page;
}
