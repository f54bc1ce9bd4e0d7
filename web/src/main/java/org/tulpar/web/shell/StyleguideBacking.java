package org.tulpar.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.omnifaces.util.Faces;

/** The page of all parts; where it is not wanted, there is none. */
@Named("styleguide")
@RequestScoped
public class StyleguideBacking {

  @Inject
  @ConfigProperty(name = "tulpar.styleguide.enabled", defaultValue = "false")
  private boolean enabled;

  private String sample;

  public void open() throws IOException {
    if (!enabled) {
      Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
    }
  }

  /** Kinds of badges, banners, dots. */
  public List<String> getMeanings() {
    return List.of("bot", "human", "waiting", "phone", "danger", "warning", "success");
  }

  public String getSample() {
    return sample;
  }

  public void setSample(String sample) {
    this.sample = sample;
  }
}
