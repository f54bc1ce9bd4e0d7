package org.tulpar.tests.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.tulpar.kernel.SecretBox;

/**
 * Puts the application's own classes together as the container does, over a database and with what
 * a test gives for the edges: every call of a repository is its own transaction, and roles are not
 * asked.
 */
final class Rig implements AutoCloseable {

  private final Map<Class<?>, Object> parts = new HashMap<>();
  private final Map<String, DataSource> sources = new HashMap<>();
  private final Map<String, String> settings = new HashMap<>();
  private final List<Object> fired = new ArrayList<>();
  private final Map<Class<?>, Consumer<Object>> observers = new HashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Rig() {
    with(Clock.class, Clock.systemUTC());
  }

  <T> Rig with(Class<T> type, T part) {
    parts.put(type, part);
    return this;
  }

  Rig setting(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /** The data source behind a role, for example {@code pipeline}. */
  Rig source(String name, DataSource source) {
    sources.put("java:app/jdbc/" + name, source);
    return this;
  }

  /** Tells a part at once what is fired. */
  <T> Rig observed(Class<T> event, Consumer<T> observer) {
    observers.put(event, fact -> observer.accept(event.cast(fact)));
    return this;
  }

  /** What was told to whoever observes. */
  List<Object> fired() {
    synchronized (fired) {
      return List.copyOf(fired);
    }
  }

  /** Whoever else asks meanwhile waits until it is put together. */
  synchronized <T> T get(Class<T> type) {
    var known = parts.get(type);
    if (known == null) {
      if (type.isInterface()) {
        throw new IllegalStateException("nobody gave a " + type.getName());
      }
      known = build(type);
    }
    return type.cast(known);
  }

  private <T> T build(Class<T> type) {
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      var part = constructor.newInstance();
      parts.put(type, part);
      for (var field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          fill(part, field);
        }
      }
      start(part);
      return part;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  private static void start(Object part) throws ReflectiveOperationException {
    for (Method method : part.getClass().getDeclaredMethods()) {
      if (method.isAnnotationPresent(PostConstruct.class)) {
        method.setAccessible(true);
        method.invoke(part);
      }
    }
  }

  private void fill(Object part, Field field) throws ReflectiveOperationException {
    field.setAccessible(true);
    var resource = field.getAnnotation(Resource.class);
    if (resource != null) {
      field.set(part, resource(field.getType(), resource.lookup()));
    } else if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(EJB.class)) {
      field.set(part, injected(field));
    }
  }

  private Object resource(Class<?> type, String lookup) {
    if (type == DataSource.class) {
      return sources.get(lookup);
    }
    if (type == ManagedExecutorService.class) {
      return proxy(
          type,
          (name, arguments) -> {
            threads.execute((Runnable) arguments[0]);
            return null;
          });
    }
    if (type == ManagedThreadFactory.class) {
      return proxy(
          type, (name, arguments) -> Thread.ofVirtual().unstarted((Runnable) arguments[0]));
    }
    if (type == ManagedScheduledExecutorService.class) {
      // a test is its own clock: what repeats waits for it, and what is put off is done at once
      return proxy(
          type,
          (name, arguments) -> {
            if (name.equals("schedule")) {
              threads.execute((Runnable) arguments[0]);
            }
            return null;
          });
    }
    throw new IllegalStateException("no resource " + type.getName());
  }

  private Object injected(Field field) {
    var configured = Configured.value(field, settings);
    if (configured != null) {
      return configured;
    }
    if (field.getType() == Config.class) {
      return proxy(
          Config.class,
          (name, arguments) ->
              name.equals("getValue")
                  ? settings.get((String) arguments[0])
                  : Optional.ofNullable(settings.get((String) arguments[0]))
                      .map(text -> arguments[1] == URI.class ? URI.create(text) : text));
    }
    if (field.getType() == Event.class) {
      return proxy(
          Event.class,
          (name, arguments) -> {
            synchronized (fired) {
              fired.add(arguments[0]);
            }
            observers.getOrDefault(arguments[0].getClass(), fact -> {}).accept(arguments[0]);
            return null;
          });
    }
    if (field.getType() == Instance.class) {
      var wanted =
          (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
      return proxy(
          Instance.class,
          (name, arguments) -> parts.containsKey(wanted) ? Stream.of(get(wanted)) : Stream.of());
    }
    if (field.getType() == SecretBox.class) {
      return new SecretBox(settings.get("tulpar.secret.key"));
    }
    return get(field.getType());
  }

  private interface Answer {
    Object to(String name, Object[] arguments);
  }

  private static Object proxy(Class<?> type, Answer answer) {
    return Proxy.newProxyInstance(
        Rig.class.getClassLoader(),
        new Class<?>[] {type},
        (self, method, arguments) -> answer.to(method.getName(), arguments));
  }

  @Override
  public void close() {
    threads.close();
  }
}
