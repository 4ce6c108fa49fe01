package medic.fakegoogle;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The consent page, and the endpoints that give, renew and take back tokens. */
final class OAuth {

  private final Grants grants;
  private final ConsentPage page = new ConsentPage();
  private volatile @Nullable String autoGrant;
  private volatile @Nullable String grantedScope;

  OAuth(Grants grants) {
    this.grants = grants;
  }

  /** From now on everybody who comes consents at once as this account; null shows the page. */
  void autoGrant(@Nullable String account) {
    autoGrant = account;
  }

  /** From now on people untick all scopes but these; null grants what is asked for. */
  void grantedScope(@Nullable String scope) {
    grantedScope = scope;
  }

  @Nullable Reply answer(ReceivedCall call) {
    if (call.is("GET", "o", "oauth2", "v2", "auth")) {
      return authorize(call.query());
    } else if (call.is("POST", "o", "oauth2", "v2", "auth", "decision")) {
      return decide(call.formBody());
    } else if (call.is("POST", "token")) {
      return token(call.formBody());
    } else if (call.is("POST", "revoke")) {
      String token = call.query().getOrDefault("token", call.formBody().getOrDefault("token", ""));
      return grants.revoke(token)
          ? Reply.ok(JsonNodeFactory.instance.objectNode())
          : failed("invalid_token", "Token expired or revoked");
    }
    return null;
  }

  private Reply authorize(Map<String, String> asked) {
    for (String field : new String[] {"client_id", "redirect_uri", "scope"}) {
      if (asked.getOrDefault(field, "").isEmpty()) {
        return failed("invalid_request", "Missing required parameter: " + field);
      }
    }
    if (!"code".equals(asked.get("response_type"))) {
      return failed("unsupported_response_type", "Only response_type=code");
    }
    String account = autoGrant;
    return account == null ? Reply.html(page.of(asked)) : granted(asked, account);
  }

  private Reply decide(Map<String, String> form) {
    return "allow".equals(form.get("decision"))
        ? granted(form, form.getOrDefault("account", ConsentPage.SUGGESTED))
        : back(form, "error=access_denied");
  }

  private Reply granted(Map<String, String> asked, String account) {
    String scope = grantedScope;
    String code =
        grants.code(
            new Grants.Consent(
                account,
                asked.getOrDefault("client_id", ""),
                asked.getOrDefault("redirect_uri", ""),
                scope == null ? asked.getOrDefault("scope", "") : scope,
                asked.getOrDefault("code_challenge", ""),
                "offline".equals(asked.get("access_type")),
                asked.getOrDefault("prompt", "").contains("consent")));
    return back(asked, "code=" + encoded(code));
  }

  private static Reply back(Map<String, String> asked, String outcome) {
    String to = asked.getOrDefault("redirect_uri", "");
    return Reply.redirect(
        to
            + (to.contains("?") ? "&" : "?")
            + outcome
            + "&state="
            + encoded(asked.getOrDefault("state", "")));
  }

  private Reply token(Map<String, String> form) {
    if (form.getOrDefault("client_id", "").isEmpty()
        || form.getOrDefault("client_secret", "").isEmpty()) {
      return Reply.json(401, error("invalid_client", "The OAuth client was not found."));
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "authorization_code" -> exchange(form);
      case "refresh_token" -> renew(form);
      default -> failed("unsupported_grant_type", "Invalid grant_type");
    };
  }

  private Reply exchange(Map<String, String> form) {
    Grants.Consent consent = grants.redeem(form.getOrDefault("code", ""));
    if (consent == null
        || !consent.clientId().equals(form.get("client_id"))
        || !consent.redirectUri().equals(form.get("redirect_uri"))
        || !proves(consent.challenge(), form.getOrDefault("code_verifier", ""))) {
      return failed("invalid_grant", "Bad Request");
    }
    ObjectNode tokens = tokens(consent.account(), consent.scope());
    String refresh = grants.refresh(consent);
    if (refresh != null) {
      tokens.put("refresh_token", refresh);
    }
    return Reply.ok(tokens);
  }

  private Reply renew(Map<String, String> form) {
    Grants.Refresh refresh = grants.refreshed(form.getOrDefault("refresh_token", ""));
    if (refresh == null || !refresh.clientId().equals(form.get("client_id"))) {
      return failed("invalid_grant", "Token has been expired or revoked.");
    }
    return Reply.ok(tokens(refresh.account(), refresh.scope()));
  }

  private ObjectNode tokens(String account, String scope) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("access_token", grants.access(account, scope))
        .put("expires_in", Grants.ACCESS_LIFETIME.toSeconds())
        .put("scope", scope)
        .put("token_type", "Bearer");
  }

  private static boolean proves(String challenge, String verifier) {
    if (challenge.isEmpty()) {
      return true;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return challenge.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Reply failed(String error, String description) {
    return Reply.json(400, error(error, description));
  }

  private static ObjectNode error(String error, String description) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("error", error)
        .put("error_description", description);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
