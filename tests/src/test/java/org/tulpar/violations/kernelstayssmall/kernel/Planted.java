package org.tulpar.violations.kernelstayssmall.kernel;

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
