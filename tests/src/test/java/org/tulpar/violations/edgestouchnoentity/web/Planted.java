package org.tulpar.violations.edgestouchnoentity.web;

import org.tulpar.violations.edgestouchnoentity.channel.Stored;

class Planted {
  Stored stored;
}
