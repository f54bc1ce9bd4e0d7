package org.tulpar.violations.databaseonlyinrepositories.conversation;

import jakarta.persistence.EntityManager;

class Planted {
  EntityManager database;
}
