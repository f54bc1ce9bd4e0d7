package org.tulpar.dialogue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  private record Row(String text, Long number, int lane, Boolean flag) {}

  private final List<String> types = new ArrayList<>();
  private final List<Object[]> arrays = new ArrayList<>();

  /** What an array of objects is: text, written here and read there sign by sign. */
  @Test
  void what_the_driver_can_send_as_it_is_has_its_own_type() throws Exception {
    new Columns<>(statement(), List.of(new Row("a", 1L, 7, true), new Row(null, 2L, 0, false)))
        .text(Row::text)
        .bigint(Row::number)
        .smallint(Row::lane)
        .flag(Row::flag);
    assertThat(types).containsExactly("text", "int8", "int2", "bool");
    assertThat(arrays)
        .containsExactly(
            new String[] {"a", null},
            new Long[] {1L, 2L},
            new Short[] {7, 0},
            new Boolean[] {true, false});
    assertThat(arrays.stream().map(Object::getClass))
        .containsExactly(String[].class, Long[].class, Short[].class, Boolean[].class);
  }

  private PreparedStatement statement() {
    var connection =
        proxy(
            Connection.class,
            arguments -> {
              types.add((String) arguments[0]);
              arrays.add((Object[]) arguments[1]);
              return null;
            });
    return proxy(PreparedStatement.class, arguments -> arguments == null ? connection : null);
  }

  private interface Answer {
    Object to(Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(arguments)));
  }
}
