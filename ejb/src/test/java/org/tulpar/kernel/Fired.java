package org.tulpar.kernel;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** What was told to whoever observes, where nobody does. */
public final class Fired {

  private final List<Object> all = new ArrayList<>();

  @SuppressWarnings("unchecked")
  public <T> Event<T> events() {
    return (Event<T>)
        Proxy.newProxyInstance(
            Event.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, words) -> {
              if (!method.getName().equals("fire")) {
                throw new UnsupportedOperationException(method.getName());
              }
              all.add(words[0]);
              return null;
            });
  }

  public List<Object> all() {
    return List.copyOf(all);
  }
}
