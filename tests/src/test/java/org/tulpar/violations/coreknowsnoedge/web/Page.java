package org.tulpar.violations.coreknowsnoedge.web;

public class Page {}
