package org.tulpar.violations.optionalisnofield.channel;

import java.util.Optional;

record Planted(Optional<String> name) {}
