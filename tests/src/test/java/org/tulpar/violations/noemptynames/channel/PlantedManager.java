package org.tulpar.violations.noemptynames.channel;

class PlantedManager {}
