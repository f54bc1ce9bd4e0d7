package org.tulpar.integrations.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;
import org.tulpar.integrations.http.OutboundClient;

/** Gives langchain4j the client that exists instead of one of its own per model. */
final class ModelHttpBuilder implements HttpClientBuilder {

  private final OutboundClient http;
  private Duration connectTimeout;
  private Duration readTimeout;

  ModelHttpBuilder(OutboundClient http, Duration timeout) {
    this.http = http;
    this.connectTimeout = timeout;
    this.readTimeout = timeout;
  }

  @Override
  public Duration connectTimeout() {
    return connectTimeout;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    this.connectTimeout = timeout;
    return this;
  }

  @Override
  public Duration readTimeout() {
    return readTimeout;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    this.readTimeout = timeout;
    return this;
  }

  @Override
  public HttpClient build() {
    return new ModelHttp(http, readTimeout);
  }
}
