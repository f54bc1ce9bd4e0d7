package org.tulpar.violations.nobodyimportsanalytics.operations;

import org.tulpar.violations.nobodyimportsanalytics.analytics.Row;

class Planted {
  Row row;
}
