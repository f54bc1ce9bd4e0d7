package org.tulpar.integrations.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.tulpar.channel.ChannelGateway.OutFile;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;

/** Posts a form with a file once, within the operator's time limit for files. */
public final class FormPost {

  private static final ContentType WORDS =
      ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8);

  private final OutboundClient http;
  private final GatewaySettings settings;

  public FormPost(OutboundClient http, GatewaySettings settings) {
    this.http = http;
    this.settings = settings;
  }

  /**
   * @param part the form's name for the file
   */
  public Exchange to(
      URI address,
      Map<String, String> headers,
      Map<String, String> fields,
      String part,
      OutFile file) {
    // As browsers do: a name that is not Latin stands there in UTF-8.
    var form =
        MultipartEntityBuilder.create()
            .setMode(HttpMultipartMode.LEGACY)
            .setCharset(StandardCharsets.UTF_8);
    fields.forEach((name, value) -> form.addTextBody(name, value, WORDS));
    form.addBinaryBody(part, file.bytes(), ContentType.parse(file.contentType()), file.name());
    var request = new HttpPost(address);
    headers.forEach(request::setHeader);
    request.setEntity(form.build());
    return http.exchange(request, settings.fileTimeout());
  }
}
