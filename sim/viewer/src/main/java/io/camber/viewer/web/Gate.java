package io.camber.viewer.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides who may ask. A web page of somebody else can reach a loopback port through the browser, under a name of its own
 * (DNS rebinding) or under ours (cross-site requests), so three things must fit: the name the server is called by, the origin
 * of the page that asks, and a token that only the person has, as a cookie or in the address.
 */
final class Gate {
  private static final int TOKEN_BYTES = 32;

  /** An address in figures cannot be rebound, and neither can these names. */
  private static final Pattern OWN_NAME =
      Pattern.compile("localhost|[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:.]+]");

  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");
  private static final Pattern LOCAL_ORIGIN =
      Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

  private final String token;
  private final Set<String> origins;

  Gate(Set<String> origins) {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    this.origins = origins;
  }

  String token() {
    return token;
  }

  /** What is wrong with a request; empty when it may pass. */
  Optional<String> objection(
      Optional<String> host, Optional<String> origin, Optional<String> offered) {
    if (host.isEmpty() || !isOwnName(host.get())) {
      return Optional.of("call this server by its address or localhost");
    }
    if (origin.isPresent() && !isTrusted(origin.get(), host.get())) {
      return Optional.of("pages of " + origin.get() + " may not ask");
    }
    if (offered.isEmpty() || !isToken(offered.get())) {
      return Optional.of("the token is missing or old; open the address that camber view printed");
    }
    return Optional.empty();
  }

  static boolean isOwnName(String host) {
    return OWN_NAME
        .matcher(PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT))
        .matches();
  }

  /** Pages of this server, of those it was told to trust, and of other programs of this host. */
  boolean isTrusted(String origin, String host) {
    return origin.equals("http://" + host)
        || origins.contains(origin)
        || LOCAL_ORIGIN.matcher(origin).matches();
  }

  private boolean isToken(String offered) {
    return MessageDigest.isEqual(
        offered.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}
