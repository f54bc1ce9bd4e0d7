package org.tulpar.violations.edgesknownootheredge.web;

public class Page {}
