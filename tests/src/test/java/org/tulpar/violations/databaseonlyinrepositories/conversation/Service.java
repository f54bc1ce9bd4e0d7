package org.tulpar.violations.databaseonlyinrepositories.conversation;

class Service {
  Planted planted;
}
