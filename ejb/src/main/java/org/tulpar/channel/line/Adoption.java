package org.tulpar.channel.line;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tulpar.channel.ChannelLimits;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.tenant.TenantScope;

/**
 * Takes over a line that somebody has set up at Evolution API. Its gateway is not asked: it counts
 * as connected until the watch, within a minute, sees whether it is, and tells it our address.
 */
@Stateless
public class Adoption {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern SECRET = Pattern.compile("\\p{Graph}{16,200}");

  @Inject private LineRows rows;
  @Inject private AdoptionRows gateways;
  @Inject private Seals seals;
  @Inject private Postings postings;
  @Inject private ChannelLimits limits;
  @Inject private Event<ChannelChanged> news;

  /**
   * A channel from now on.
   *
   * @param webhook where its gateway is to post to
   */
  public record Adopted(UUID channel, String webhook) {}

  /**
   * Makes the instance a channel of the organization in scope.
   *
   * @throws LineRefused when something about it cannot stand, the organization has the instance
   *     already, or the webhook's key is another channel's
   */
  public Adopted adopt(AdoptedLine line) {
    check(line);
    if (rows.exists(ChannelType.EVOLUTION, line.instance())) {
      throw LineRefused.twice();
    }
    var channel = UUID.randomUUID();
    var key = line.key() == null ? Seals.fresh() : line.key();
    var secret = line.secret() == null ? Seals.fresh() : line.secret();
    rows.insert(
        new LineRows.NewLine(
            channel,
            ChannelType.EVOLUTION,
            line.name().strip(),
            line.instance(),
            line.gateway(),
            key,
            secret,
            seals.seal(channel, line.apiKey()),
            null),
        seals.seal(channel, secret));
    rows.connection(channel, ConnectionState.OPEN);
    if (line.perMinute() != null) {
      limits.change(channel, line.perMinute());
    }
    news.fire(new ChannelChanged(TenantScope.required(), channel));
    return adopted(channel, key);
  }

  /**
   * Its gateway listens elsewhere now; nothing where the organization has no such line.
   *
   * @throws LineRefused when that is no address
   */
  public Optional<Adopted> follow(AdoptedLine line) {
    require(isAddress(line.gateway()), LineRefused.noAddress());
    return gateways
        .move(ChannelType.EVOLUTION, line.instance(), line.gateway())
        .flatMap(channel -> rows.route(channel).map(route -> adopted(channel, route.key())));
  }

  private Adopted adopted(UUID channel, String key) {
    return new Adopted(channel, postings.of(ChannelType.EVOLUTION, key, null).url());
  }

  private static void check(AdoptedLine line) {
    var name = line.name() == null ? "" : line.name().strip();
    require(!name.isEmpty() && name.length() <= Lines.LONGEST_NAME, LineRefused.noName());
    require(fits(WORD, line.instance()), LineRefused.noInstance());
    require(isAddress(line.gateway()), LineRefused.noAddress());
    require(fits(SECRET, line.apiKey()), LineRefused.badSecret());
    require(line.secret() == null || fits(SECRET, line.secret()), LineRefused.badSecret());
    require(line.key() == null || fits(WORD, line.key()), LineRefused.badSecret());
    require(line.perMinute() == null || line.perMinute() >= 0, LineRefused.badLimit());
  }

  private static boolean fits(Pattern pattern, String text) {
    return text != null && pattern.matcher(text).matches();
  }

  private static boolean isAddress(URI gateway) {
    return gateway != null
        && gateway.getHost() != null
        && gateway.getScheme() != null
        && gateway.getScheme().matches("https?");
  }

  private static void require(boolean holds, LineRefused refusal) {
    if (!holds) {
      throw refusal;
    }
  }
}
