package org.tulpar.tests.browser;

import java.util.List;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Newcomers.Word;

/** Two people to whom four clients have written. */
final class Day {

  final Newcomers newcomers = new Newcomers();
  final Demo.Account aigul;

  Day(Demo.Account like) {
    aigul = newcomers.person("ORG_ADMIN", "Айгуль", like);
    newcomers.person("MANAGER", "Бакыт", like);
    newcomers.channel("EVOLUTION");
    for (var name : List.of("Асель", "Бермет", "Венера", "Гульзат")) {
      int id = name.charAt(0) - 'А' + 1;
      newcomers.conversation(id, name, Word.NOBODY, 1, 1);
      newcomers.said(id, "CLIENT", "DELIVERED", "Пишет " + name);
    }
  }
}
