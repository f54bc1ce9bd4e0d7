package org.tulpar.integrations.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.OutboundClient;

/** Carries langchain4j's requests through the application's one way out, with its limits. */
record ModelHttp(OutboundClient http, Duration timeout) implements HttpClient {

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    var outbound = new HttpUriRequestBase(request.method().name(), URI.create(request.url()));
    request.headers().forEach((name, all) -> all.forEach(v -> outbound.addHeader(name, v)));
    if (request.body() != null) {
      outbound.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
    }
    return switch (http.exchange(outbound, timeout)) {
      case Exchange.Answered a when a.successful() ->
          SuccessfulHttpResponse.builder().statusCode(a.status()).body(a.text()).build();
      case Exchange.Answered a -> throw new HttpException(a.status(), a.text());
      case Exchange.NotSent e -> throw new TimeoutException(e.code(), e.cause());
      case Exchange.Unclear e -> throw new TimeoutException(e.code(), e.cause());
    };
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedFeatureException("answers are not streamed");
  }
}
