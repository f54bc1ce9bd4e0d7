package org.tulpar.integrations.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.TokenUsage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.agent.Completion;
import org.tulpar.agent.LanguageModel;
import org.tulpar.agent.LanguageModelUnavailable;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;

/** Asks once and within the operator's time; an empty answer is no answer. */
@ApplicationScoped
public class OpenAiLanguageModel implements LanguageModel {

  private static final int MOST_MODELS = 50;

  private final OutboundClient http;
  private final ModelSettings settings;
  private final Map<String, ChatModel> models = new ConcurrentHashMap<>();

  /** For the container's proxy. */
  protected OpenAiLanguageModel() {
    http = null;
    settings = null;
  }

  @Inject
  public OpenAiLanguageModel(OutboundHttp http) {
    this(http.trusted(), ModelSettings.from(ConfigProvider.getConfig()));
  }

  OpenAiLanguageModel(OutboundClient http, ModelSettings settings) {
    this.http = http;
    this.settings = settings;
  }

  @Override
  public Completion complete(String systemPrompt, List<Line> dialogue, String model)
      throws LanguageModelUnavailable {
    var name = model == null || model.isBlank() ? settings.model() : model;
    var answer = answer(name, messages(systemPrompt, dialogue));
    var words = answer.aiMessage().text();
    if (words == null || words.isBlank()) {
      throw new LanguageModelUnavailable("the model answered nothing", null);
    }
    var answered = answer.modelName() == null ? name : answer.modelName();
    var used = answer.tokenUsage() == null ? new TokenUsage() : answer.tokenUsage();
    return new Completion(words.strip(), answered, used.inputTokenCount(), used.outputTokenCount());
  }

  private ChatResponse answer(String model, List<ChatMessage> messages)
      throws LanguageModelUnavailable {
    try {
      return model(model).chat(messages);
    } catch (RuntimeException e) {
      // langchain4j's failures have no common ancestor of their own; all mean the same to us.
      throw new LanguageModelUnavailable(e.getClass().getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  /** Organizations choose the model's name: the cache is bounded, not the choice. */
  private ChatModel model(String name) {
    return models.size() < MOST_MODELS
        ? models.computeIfAbsent(name, this::open)
        : models.getOrDefault(name, open(name));
  }

  private ChatModel open(String name) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(new ModelHttpBuilder(http, settings.timeout()))
        .baseUrl(settings.baseUrl())
        .apiKey(settings.apiKey())
        .modelName(name)
        .timeout(settings.timeout())
        .maxRetries(0)
        .build();
  }

  private static List<ChatMessage> messages(String systemPrompt, List<Line> dialogue) {
    var messages = new ArrayList<ChatMessage>();
    if (systemPrompt != null && !systemPrompt.isBlank()) {
      messages.add(SystemMessage.from(systemPrompt));
    }
    for (var line : dialogue) {
      if (!line.text().isBlank()) {
        messages.add(
            switch (line.speaker()) {
              case CLIENT -> UserMessage.from(line.text());
              case US, COLLEAGUE -> AiMessage.from(line.text());
            });
      }
    }
    return messages;
  }
}
