package medic.deadletters;

/** How groups hold on to what they work at. */
public final class TokenClaims {

  /** Well under the token store's claim time-out, after which another node takes over. */
  public static final long EXTENSION_MILLIS = 1000;

  private TokenClaims() {}
}
