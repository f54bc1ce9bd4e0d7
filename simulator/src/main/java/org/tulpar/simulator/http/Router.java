package org.tulpar.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the one route of a request; pages of foreign origin are refused before any route. */
public final class Router implements HttpHandler {

  private final List<Route> routes = new ArrayList<>();
  private final Handler otherwise;

  /**
   * @param otherwise answers what no route takes
   */
  public Router(Handler otherwise) {
    this.otherwise = otherwise;
  }

  /** Adds a route; a pattern segment in braces is a variable. */
  public void on(Surface surface, String method, String pattern, Handler handler) {
    routes.add(new Route(surface, method, Route.segments(pattern), handler));
  }

  @Override
  public void handle(HttpExchange raw) throws IOException {
    var segments = Route.segments(raw.getRequestURI().getRawPath());
    for (var route : routes) {
      var variables = route.match(raw.getRequestMethod(), segments);
      if (variables.isPresent()) {
        answer(new Exchange(raw, variables.get()), route);
        return;
      }
    }
    answer(new Exchange(raw, Map.of("method", raw.getRequestMethod())), null);
  }

  private void answer(Exchange exchange, Route route) throws IOException {
    try {
      if (foreign(exchange)) {
        var body = Json.object().put("error", "pages of another origin may not call the simulator");
        throw new HttpProblem(403, body);
      }
      (route == null ? otherwise : route.handler()).handle(exchange);
    } catch (HttpProblem e) {
      exchange.answer(e.status(), e.body());
    } catch (MalformedJson e) {
      var problem = surface(route).malformed(e.getMessage());
      exchange.answer(problem.status(), problem.body());
    } catch (BodyTooLarge e) {
      var problem = surface(route).tooLarge();
      exchange.answer(problem.status(), problem.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.hangUp();
    } catch (RuntimeException e) {
      e.printStackTrace();
      var problem = PlainSurface.problem(500, "The simulator itself failed: " + e);
      exchange.answer(problem.status(), problem.body());
    }
  }

  private static Surface surface(Route route) {
    if (route == null) {
      throw new IllegalStateException("the handler of unknown paths reads no body");
    }
    return route.surface();
  }

  private static boolean foreign(Exchange exchange) {
    var origin = exchange.header("Origin");
    return origin.isPresent()
        && !origin.get().equals("http://" + exchange.header("Host").orElse(""));
  }
}
