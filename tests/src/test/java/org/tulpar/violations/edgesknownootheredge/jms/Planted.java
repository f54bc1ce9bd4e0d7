package org.tulpar.violations.edgesknownootheredge.jms;

import org.tulpar.violations.edgesknownootheredge.web.Page;

class Planted {
  Page page;
}
