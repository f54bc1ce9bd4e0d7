package org.tulpar.violations.backingbeansarenamedso.web;

import jakarta.inject.Named;

@Named
class Planted {}
