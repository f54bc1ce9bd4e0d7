package org.tulpar.violations.packagesstaysmall.channel;

record Planted() {}

record Planted2() {}

record Planted3() {}

record Planted4() {}

record Planted5() {}

record Planted6() {}

record Planted7() {}

record Planted8() {}

record Planted9() {}

record Planted10() {}

record Planted11() {}

record Planted12() {}

record Planted13() {}

record Planted14() {}

record Planted15() {}

record Planted16() {}

record Planted17() {}

record Planted18() {}

record Planted19() {}

record Planted20() {}

record Planted21() {}

record Planted22() {}

record Planted23() {}

record Planted24() {}

record Planted25() {}

record Planted26() {}
